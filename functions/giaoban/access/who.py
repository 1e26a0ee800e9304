"""What somebody may do, of the routes of all functions: printed by `make openapi` from what each route says of itself."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from giaoban.access.hat import Hat
from giaoban.access.role import Role
from giaoban.schemas import schemas_folder


@dataclass(frozen=True)
class Who:
    """The roles that may use a route, and the capability it belongs to (None: to none)."""

    may: frozenset[Role]
    capability: str | None


@cache
def who_may() -> Mapping[str, Who | None]:
    """By route; None for whoever comes."""
    printed = json.loads((schemas_folder() / "routes.json").read_text(encoding="utf-8"))
    return {
        route: says and Who(frozenset(map(Role, says["may"])), says["capability"]) for route, says in printed.items()
    }


def routes_of(hats: Iterable[Hat]) -> list[str]:
    """What these hats may do beyond what anyone may, for the answer to “who am I”."""
    worn = list(hats)
    return [route for route, who in who_may().items() if who and any(hat.fits(who.may, who.capability) for hat in worn)]
