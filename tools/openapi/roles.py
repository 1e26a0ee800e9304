"""schemas/routes.json: who may use which route, for the answer to “who am I”; and the same to be read, with refusals."""

import json
from collections.abc import Iterable

from giaoban.access import STAFF, Role
from tools.openapi.refusals import refusals
from tools.openapi.routes import Registered
from tools.openapi.schemas import ROOT

DATA, TABLE = ROOT / "routes.json", ROOT / "routes.md"
HEAD = """# Routes

Printed by `make openapi` from what each route says of itself. **own**: of one's own campaign, and of one's own
unit or provider where the address names one; **all**: of all. Any route may also answer 500, and 429 and 503 by the gateway.

"""


def data(routes: Iterable[Registered]) -> str:
    """Route → roles and capability, null for whoever comes. What has been printed keeps its place: callers have seen that order."""
    known = list(json.loads(DATA.read_text(encoding="utf-8"))) if DATA.exists() else []
    placed = sorted(routes, key=lambda route: known.index(route.key) if route.key in known else len(known))
    lines = [f"  {json.dumps(route.key)}: {json.dumps(_who(route))}" for route in placed]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def table(routes: Iterable[Registered]) -> str:
    """Roles × routes in Markdown."""
    rows = [("route", "capability", *Role, "refuses"), ("---",) * (len(Role) + 3), *map(_row, routes)]
    return HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _who(route: Registered) -> dict[str, object] | None:
    may = route.says["may"]
    if may is None:
        return None
    return {"may": [role.value for role in Role if role in may], "capability": route.says["capability"]}


def _row(route: Registered) -> tuple[str, ...]:
    refused = [f"{status} {', '.join(names)}" for status, names in sorted(refusals(route).items()) if status < 500]
    return f"`{route.key}`", route.says["capability"] or "", *(_cell(route, role) for role in Role), "; ".join(refused)


def _cell(route: Registered, role: Role) -> str:
    may = route.says["may"]
    if may is None:
        return "anyone"
    if role not in may:
        return ""
    return "own" if role not in STAFF and "c" in route.parameters else "all"
