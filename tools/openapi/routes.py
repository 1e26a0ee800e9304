"""The routes as the functions register them: method, path and what the handler's docstring says."""

import importlib.util
import inspect
import os
import re
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver

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
    """One route; `path` as API Gateway writes it, `name` is the handler's."""

    method: str
    path: str
    name: str
    summary: str
    description: str

    @property
    def key(self) -> str:
        """As in the table of who may use it: `GET /v1/health`."""
        return f"{self.method} {self.path}"

    @property
    def parameters(self) -> list[str]:
        return re.findall(r"\{(\w+)\}", self.path)


def registered() -> list[Registered]:
    """Every route of every function, in the order in which they are registered."""
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


def _routes(app: APIGatewayHttpResolver) -> list[Registered]:
    return [_read(route.method, str(route.path), route.func) for route in [*app._static_routes, *app._dynamic_routes]]


def _read(method: str, path: str, handler: object) -> Registered:
    summary, _, description = (inspect.getdoc(handler) or "").partition("\n")
    name = str(getattr(handler, "__name__", ""))
    return Registered(method.upper(), re.sub(r"<(\w+)>", r"{\1}", path), name, summary.rstrip("."), description.strip())
