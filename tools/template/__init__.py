"""template.yaml as data: read, resolved, linted. The runner, the tests and the linter all come through here."""

from tools.template.model import Function, Route, Schedule, Table, Template, load
from tools.template.reading import Node, read
from tools.template.values import UnresolvedError, resolve

__all__ = ["Function", "Node", "Route", "Schedule", "Table", "Template", "UnresolvedError", "load", "read", "resolve"]
