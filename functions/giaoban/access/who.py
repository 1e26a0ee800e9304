"""What a role may do, of the routes of all functions: printed by `make openapi` from what each route says of itself."""

import json
from collections.abc import Mapping
from functools import cache

from giaoban.access.role import Role
from giaoban.schemas import schemas_folder

type Who = frozenset[Role] | None


@cache
def who_may() -> Mapping[str, Who]:
    """Route → its roles; None for whoever comes."""
    printed = json.loads((schemas_folder() / "routes.json").read_text(encoding="utf-8"))
    return {route: roles and frozenset(map(Role, roles)) for route, roles in printed.items()}


def routes_of(role: Role) -> list[str]:
    """What a role may do beyond what anyone may, for the answer to “who am I”."""
    return [route for route, who in who_may().items() if who is not None and role in who]
