"""template.yaml as data: read, resolved, linted. The runner, the tests and the linter all come through here."""

from tools.template.model import load
from tools.template.parts import Function, Queue, Route, Schedule, Source, Table, Template
from tools.template.reading import Node, read
from tools.template.values import UnresolvedError, resolve

__all__ = [
    "Function",
    "Node",
    "Queue",
    "Route",
    "Schedule",
    "Source",
    "Table",
    "Template",
    "UnresolvedError",
    "load",
    "read",
    "resolve",
]
