"""Packages that would load all their modules for one name load, in the artefact, only those that are asked for.

Powertools' packages import every resolver and every event type there is, asyncio with them. Their `__init__.py` here
keeps what it exports and looks each name up when it is first used (PEP 562).
"""

import ast
from pathlib import Path

PACKAGES = (
    "aws_lambda_powertools",
    "aws_lambda_powertools/event_handler",
    "aws_lambda_powertools/event_handler/openapi",
    "aws_lambda_powertools/utilities/data_classes",
)
# What these packages do beside, and nobody here asks for: a name for Powertools in each request to AWS, which costs every
# call; where its own log goes; facts about itself.
LEFT_OUT = (
    "__version__ = VERSION",
    "__author__ = 'Amazon Web Services'",
    "PACKAGE_PATH = Path(__file__).parent",
    "set_package_logger_handler()",
    "inject_user_agent()",
)
TEXT = '''"""Each name's module is loaded when the name is first used; see the original package for what they are."""

from importlib import import_module

_FROM = {places}
__all__ = {names}


def __getattr__(name):
    if name not in _FROM:
        raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")
    module, original = _FROM[name]
    value = globals()[name] = getattr(import_module(module, __name__), original)
    return value
'''


def make_lazy(folder: Path) -> None:
    """Rewrites PACKAGES below `folder`. Raises ValueError where one has come to do more than import names."""
    for package in PACKAGES:
        path = folder / package / "__init__.py"
        path.write_text(lazy(path.read_text("utf-8"), package), "utf-8")


def lazy(source: str, package: str) -> str:
    """The text of an `__init__.py` that exports the same names, each on demand."""
    body = ast.parse(source).body
    places: dict[str, tuple[str, str]] = {}
    for statement in body:
        if isinstance(statement, ast.ImportFrom):
            module = "." * statement.level + (statement.module or "")
            places |= {alias.asname or alias.name: (module, alias.name) for alias in statement.names}
        elif not _is_harmless(statement):
            raise ValueError(f"{package}/__init__.py, line {statement.lineno}, does more than import names")
    return TEXT.format(places=repr(places), names=repr(sorted(places)))


def _is_harmless(statement: ast.stmt) -> bool:
    """A docstring, the list of what is exported, or what is left out by name."""
    if ast.unparse(statement) in LEFT_OUT:
        return True
    if isinstance(statement, ast.Assign):
        return [ast.unparse(target) for target in statement.targets] == ["__all__"]
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
