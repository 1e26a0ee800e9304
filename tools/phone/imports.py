"""What a module of the web apps needs: the modules it imports, and those it fetches only when they are wanted."""

import posixpath
import re
from collections.abc import Iterable
from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_IMPORT = re.compile(r"^(?:import|export)\b(?:[^'\";]*?\bfrom)?\s*'(\.{1,2}/[\w./-]+\.js)'", re.MULTILINE)
_FETCHED = re.compile(r"\bimport\(\s*'(\.{1,2}/[\w./-]+\.js)'\s*\)")


def imported(app: Path, *modules: str) -> list[str]:
    """Each module with all that it imports, by the paths below `app`, nearest first."""
    found: list[str] = []
    for module in modules:
        queue = [module]
        for name in queue:
            if name not in found:
                found.append(name)
                queue += imports_of(app, name)
    return found


def imports_of(app: Path, module: str) -> list[str]:
    """What the module itself imports before it runs."""
    return _named(app, module, _IMPORT)


def fetched_later(app: Path, modules: Iterable[str]) -> list[str]:
    """What these modules import when it is wanted."""
    return [name for module in modules for name in _named(app, module, _FETCHED)]


def _named(app: Path, module: str, pattern: re.Pattern[str]) -> list[str]:
    text = _COMMENT.sub("", (app / module).read_text(encoding="utf-8"))
    return [posixpath.normpath(posixpath.join(posixpath.dirname(module), name)) for name in pattern.findall(text)]
