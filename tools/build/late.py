"""Imports at the top of a library that only some of its functions need move, in the artefact, into those functions.

Nobody who starts loads what is named here; whoever comes to such a function does. A library that has come to need it
while it is imported itself fails the build.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

# File → the modules, as its import statements write them.
LATE = {
    "aws_lambda_powertools/logging/logger.py": ("aws_lambda_powertools.utilities",),
    "botocore/client.py": ("botocore.docs.docstring",),
    "botocore/compat.py": ("dateutil.tz",),
    "botocore/credentials.py": ("dateutil.parser", "dateutil.tz"),
    "botocore/handlers.py": ("botocore.docs.utils",),
    "botocore/paginate.py": ("jmespath",),
    "botocore/regions.py": ("jmespath",),
    "botocore/tokens.py": ("dateutil.parser", "dateutil.tz"),
    "botocore/utils.py": ("dateutil.parser", "dateutil.tz", "tempfile", "urllib.request"),
    "botocore/waiter.py": ("jmespath", "botocore.docs.docstring"),
    "urllib3/connection.py": (".http2",),
}
Import = ast.Import | ast.ImportFrom
Function = ast.FunctionDef | ast.AsyncFunctionDef


def make_late(folder: Path) -> None:
    """Rewrites the files of LATE below `folder`. Raises ValueError where one is no longer what this was written for."""
    for name, modules in LATE.items():
        path = folder / name
        source = path.read_text("utf-8")
        for module in modules:
            source = late(source, module, name)
        path.write_text(source, "utf-8")


def late(source: str, module: str, name: str) -> str:
    """The text of a file in which `module` is imported first thing in each function that uses what comes from it."""
    tree = ast.parse(source)
    imports = [each for each in tree.body if isinstance(each, Import) and _module(each) == module]
    if not imports:
        raise ValueError(f"{name} has ceased to import {module}: see tools/build/late.py")
    names = {alias.asname or alias.name.partition(".")[0] for each in imports for alias in each.names}
    functions = [each for each in _outermost(tree) if names & _used(each.body)]
    if early := names & _used(tree.body, *functions):
        raise ValueError(f"{name} uses {', '.join(sorted(early))} while it is imported: see tools/build/late.py")
    return _moved(source, imports, functions)


def _module(statement: Import) -> str:
    if isinstance(statement, ast.ImportFrom):
        return "." * statement.level + (statement.module or "")
    return statement.names[0].name


def _outermost(node: ast.AST) -> Iterator[Function]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function):
            yield child
        else:
            yield from _outermost(child)


def _used(nodes: list[ast.stmt], *apart_from: Function) -> set[str]:
    """The names read in these statements, but not in the bodies of some functions."""
    apart = {id(each) for function in apart_from for each in function.body}
    waiting: list[ast.AST] = list(nodes)
    used: set[str] = set()
    while waiting:
        node = waiting.pop()
        if id(node) in apart:
            continue
        if isinstance(node, ast.Name):
            used.add(node.id)
        waiting.extend(ast.iter_child_nodes(node))
    return used


def _moved(source: str, imports: list[Import], functions: list[Function]) -> str:
    lines = source.splitlines()
    for function in reversed(functions):
        first = function.body[0 if ast.get_docstring(function) is None else 1]
        lines[first.lineno - 1 : first.lineno - 1] = [" " * first.col_offset + ast.unparse(each) for each in imports]
    for each in reversed(imports):
        del lines[each.lineno - 1 : each.end_lineno]
    return "\n".join(lines) + "\n"
