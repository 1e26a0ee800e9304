"""The routes as the functions register them: method, path and what the handler's docstring says."""

import importlib.util
import inspect
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from giaoban.web.app import App
from giaoban.web.routes import Says

FUNCTIONS = Path(__file__).parents[2] / "functions"
# Entry points of functions/ that answer HTTP.
ENTRY_POINTS = ("reports", "board", "editions", "directory", "reminders", "access")
# What their composition needs to be read; nothing is called.
_ENVIRONMENT = {
    "REPORTS_TABLE": "reports",
    "ACCESS_TABLE": "access",
    "DIRECTORY_TABLE": "directory",
    "REMINDERS_TABLE": "reminders",
    "SEND_QUEUE": "send",
    "EDITIONS_TABLE": "editions",
    "EDITIONS_BUCKET": "editions",
    "EDITIONS_QUEUE": "editions",
    "SITE_QUEUE": "site",
    "PUBLIC_ORIGIN": "http://127.0.0.1",
    "AWS_DEFAULT_REGION": "ap-southeast-1",
}


@dataclass(frozen=True)
class Registered:
    """One route; `path` as API Gateway writes it, `name` is the handler's, `says` what it declares."""

    method: str
    path: str
    name: str
    summary: str
    description: str
    says: Says

    @property
    def key(self) -> str:
        """`GET /v1/health`"""
        return f"{self.method} {self.path}"

    @property
    def parameters(self) -> list[str]:
        return re.findall(r"\{(\w+)\}", self.path)


def registered() -> list[Registered]:
    """Every route of every function, in the order in which they are registered. Raises KeyError for one undeclared."""
    with patch.dict(os.environ, _ENVIRONMENT):
        return [route for name in ENTRY_POINTS for route in _routes(_composed(name).app)]


def _composed(name: str) -> ModuleType:
    """An entry point, read for itself: whoever imports it by its name composes it anew."""
    spec = importlib.util.spec_from_file_location(f"composed_{name}", FUNCTIONS / f"{name}.py")
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _routes(app: App) -> list[Registered]:
    found = [*app._static_routes, *app._dynamic_routes]
    return [_read(app, route.method.upper(), re.sub(r"<(\w+)>", r"{\1}", route.path), route.func) for route in found]


def _read(app: App, method: str, path: str, handler: Callable[..., object]) -> Registered:
    summary, _, description = (inspect.getdoc(handler) or "").partition("\n")
    says = app.says[f"{method} {path}"]
    return Registered(method, path, handler.__name__, summary.rstrip("."), description.strip(), says)
