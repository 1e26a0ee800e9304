"""The files that are printed from the routes."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.openapi import document, roles
from tools.openapi.routes import Registered


def printed(routes: Sequence[Registered]) -> Mapping[Path, str]:
    return {document.PATH: document.text(routes), roles.DATA: roles.data(routes), roles.TABLE: roles.table(routes)}
