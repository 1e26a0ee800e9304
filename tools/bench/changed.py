"""A rule with one change: put into the module that is loaded already, or loaded anew with it."""

import gc
import sys
from collections.abc import Iterator
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from inspect import CO_OPTIMIZED
from pathlib import Path
from types import CodeType, FunctionType

from tools.bench.mutations import mutated

type Place = tuple[str, int]


def put_in(module: str, file: Path, number: int | None) -> bool:
    """Whether the change stood in a function, and is now in the one that every module has already imported."""
    if number is None:
        return True
    source = file.read_text(encoding="utf-8")
    is_now = _functions(compile(mutated(source), str(file), "exec"))
    changed = set(_functions(compile(mutated(source, number), str(file), "exec")).items()) - set(is_now.items())
    loaded = {_place(each.__code__): each for each in _loaded(module)}
    if not changed or not {place for place, _ in changed} <= loaded.keys():
        return False
    for place, code in changed:
        loaded[place].__code__ = code
    return True


def load_anew(module: str, file: Path, number: int | None) -> None:
    """Rules and tests are forgotten, and the module comes with its change: also what is worked out as it is loaded."""
    for name in [each for each in sys.modules if each.partition(".")[0] in {"giaoban", "tests"}]:
        del sys.modules[name]
    if number is not None:
        sys.meta_path.insert(0, _InItsPlace(module, file, number))


def _functions(code: CodeType) -> dict[Place, CodeType]:
    """Those of a module and of its classes; what stands inside a function belongs to it."""
    found: dict[Place, CodeType] = {}
    for inner in (each for each in code.co_consts if isinstance(each, CodeType)):
        found |= {_place(inner): inner} if inner.co_flags & CO_OPTIMIZED else _functions(inner)
    return found


def _loaded(module: str) -> Iterator[FunctionType]:
    functions = (each for each in gc.get_objects() if isinstance(each, FunctionType))
    return (each for each in functions if each.__globals__ is vars(sys.modules[module]))


def _place(code: CodeType) -> Place:
    return code.co_qualname, code.co_firstlineno


class _Changed(SourceFileLoader):
    """Gives the module with its change, never what was compiled of it before."""

    number = 0

    def get_code(self, fullname: str) -> CodeType:
        source = Path(self.path).read_text(encoding="utf-8")
        code: CodeType = compile(mutated(source, self.number), fullname, "exec")
        return code


class _InItsPlace(MetaPathFinder):
    def __init__(self, module: str, file: Path, number: int) -> None:
        self._loader = _Changed(module, str(file))
        self._loader.number = number

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        is_it = fullname == self._loader.name
        return spec_from_file_location(fullname, self._loader.path, loader=self._loader) if is_it else None
