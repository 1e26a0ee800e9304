"""A route is said once, where it is handled: who may, what it takes and answers, why it refuses.

The guard reads it of the route that was asked for; the API's description and the table of roles are printed from it.
"""

from collections.abc import Callable, Mapping
from typing import Any, Required, TypedDict, Unpack

from aws_lambda_powertools.event_handler import api_gateway

from giaoban.web.body import MAX_BYTES
from giaoban.web.checked import Body, checked_body

# Roles; None for whoever comes, without a session.
type Who = frozenset[str] | None

ANYONE: Who = None


class Says(TypedDict, total=False):
    """What a route says of itself beside its method, its path and its handler's docstring.

    What follows from these is not said again: tools/openapi/refusals.py.
    """

    may: Required[Who]
    # Of the router: which capability the route belongs to; one that belongs to none is for every hat.
    capability: str | None
    # Status → the body's schema in the API's description; None without a body.
    answers: Required[Mapping[int, str | None]]
    # Status → the names of sentences.
    refuses: Mapping[int, tuple[str, ...]]
    # The schema of the body: `decisions.excuse` is `excuse` in schemas/decisions.schema.json.
    takes: str
    query: tuple[str, ...]
    headers: tuple[str, ...]
    # Content types of files that a 200 may be.
    files: tuple[str, ...]
    # The gateway has checked a token of the staff's pool before the function runs.
    by_pool: bool


class Router(api_gateway.Router):
    """The routes of one capability. Its four methods say more than Powertools', and no others are used."""

    def __init__(self, capability: str | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.capability = capability
        self.says: dict[str, Says] = {}

    def get(self, rule: str, **says: Unpack[Says]) -> Callable[..., Any]:  # type: ignore[override]
        return self._declared("GET", rule, says)

    def post(self, rule: str, **says: Unpack[Says]) -> Callable[..., Any]:  # type: ignore[override]
        return self._declared("POST", rule, says)

    def put(self, rule: str, **says: Unpack[Says]) -> Callable[..., Any]:  # type: ignore[override]
        return self._declared("PUT", rule, says)

    def delete(self, rule: str, **says: Unpack[Says]) -> Callable[..., Any]:  # type: ignore[override]
        return self._declared("DELETE", rule, says)

    def _declared(self, method: str, rule: str, says: Says) -> Callable[..., Any]:
        self.says[f"{method} {rule.replace('<', '{').replace('>', '}')}"] = {
            "capability": self.capability,
            **says,
        }
        return self.route(rule, method)

    def body(self, most: int = MAX_BYTES) -> Body:
        """What was sent, checked against what the route says it takes; of at most `most` bytes.

        Raises Refused with every problem, and what reading JSON raises.
        """
        return checked_body(self.current_event, says_of(self)["takes"], most)


def says_of(asked: api_gateway.BaseRouter) -> Says:
    """What the route that was asked for says of itself."""
    says: Says = asked.context["says"]
    return says
