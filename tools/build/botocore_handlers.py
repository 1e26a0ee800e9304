"""Cuts from botocore's session what it would prepare for services that no function uses.

Every session registers 130 handlers and looks up 65 former names of services for each event that is new; in the artefact
60, and none. The handlers are what a warm call runs through, too.
"""

import ast
from collections.abc import Sequence
from pathlib import Path

from tools.build.botocore_data import SERVICES

HANDLERS, FORMER_NAMES = "BUILTIN_HANDLERS", "EVENT_ALIASES"
# Adds handlers of other services to the list.
ADDED_AFTERWARDS = f"_add_parameter_aliases({HANDLERS})"


def cut_handlers(botocore: Path) -> None:
    """Rewrites handlers.py and utils.py. Raises ValueError where one is no longer what this was written for."""
    for name, cut in (("handlers.py", without_foreign_handlers), ("utils.py", without_foreign_names)):
        path = botocore / name
        path.write_text(cut(path.read_text("utf-8")), "utf-8")


def without_foreign_handlers(source: str) -> str:
    """The list of handlers without those of other services, and of the documentation that nobody generates here."""
    tree = ast.parse(source)
    foreign = [each for each in _assigned(tree, HANDLERS, ast.List).elts if _is_foreign(each)]
    afterwards = [each for each in tree.body if ast.unparse(each) == ADDED_AFTERWARDS]
    if len(afterwards) != 1:
        raise _changed(f"{ADDED_AFTERWARDS} stands in handlers.py {len(afterwards)} times, not once")
    return _without(source, [*foreign, *afterwards])


def without_foreign_names(source: str) -> str:
    """The former names of services without those of other services."""
    names = _assigned(ast.parse(source), FORMER_NAMES, ast.Dict)
    return _without(source, [today for today in names.values if ast.literal_eval(today) not in SERVICES])


def _is_foreign(handler: ast.expr) -> bool:
    """`before-call.glacier.UploadArchive` names another service, `before-call` none; `docs.*` is documentation."""
    if not isinstance(handler, ast.Tuple) or not isinstance(event := ast.literal_eval(handler.elts[0]), str):
        raise _changed(f"in handlers.py, line {handler.lineno}, a handler does not begin with its event")
    kind, *names = event.split(".")
    return kind == "docs" or (bool(names) and names[0] not in SERVICES)


def _assigned[Value: (ast.List, ast.Dict)](tree: ast.Module, name: str, kind: type[Value]) -> Value:
    for each in tree.body:
        if isinstance(each, ast.Assign) and ast.unparse(each.targets[0]) == name and isinstance(each.value, kind):
            return each.value
    raise _changed(f"no {kind.__name__.lower()} is called {name}")


def _without(source: str, nodes: Sequence[ast.expr | ast.stmt]) -> str:
    """The text without the lines of these nodes: each stands on lines of its own."""
    gone = {line for node in nodes for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)}
    return "".join(line for number, line in enumerate(source.splitlines(keepends=True), 1) if number not in gone)


def _changed(what: str) -> ValueError:
    return ValueError(f"botocore has changed, {what}: see tools/build/botocore_handlers.py")
