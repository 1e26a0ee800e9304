"""Why a route may refuse: what it says itself, and what follows from who may, its method, its body and its address."""

from collections.abc import Iterator, Mapping

from giaoban.access import Role
from giaoban.access.guard import SAFE_METHODS
from giaoban.web.checked import REFUSED
from tools.openapi.routes import Registered

type Names = Mapping[int, tuple[str, ...]]

# Any function may break.
EVERYWHERE: Names = {500: ("broken",)}
BODY: Names = {
    400: ("not_utf8", "not_json", "not_an_object", "too_deep"),
    413: ("too_large",),
    415: ("not_json_type",),
}
# A name in an address that stands for nothing. What is not here, a route says itself.
UNKNOWN = {
    "c": "unknown_campaign",
    "d": "unknown_day",
    "u": "unknown_unit",
    "p": "unknown_period",
    "n": "unknown_edition",
    "wave": "unknown_wave",
    "m": "unknown_milestone",
    "id": "unknown_person",
    "kind": "unknown_form",
}


def refusals(route: Registered) -> Names:
    """Status → names of sentences, each once, in the order in which a request meets them."""
    found: dict[int, dict[str, None]] = {}
    for part in _parts(route):
        for status, names in part.items():
            found.setdefault(status, {}).update(dict.fromkeys(names))
    return {status: tuple(names) for status, names in found.items() if names}


def _parts(route: Registered) -> Iterator[Names]:
    says = route.says
    if needs_somebody(route):
        yield {401: ("no_session",)}
    if says["may"] is not None and (says["may"] != frozenset(Role) or "c" in route.parameters):
        yield {403: ("not_yours",)}
    if route.method not in SAFE_METHODS:
        yield {403: ("other_site",)}
    if "takes" in says:
        yield BODY
        yield _of_a_body(says["takes"])
    yield {404: tuple(UNKNOWN[name] for name in route.parameters if name in UNKNOWN)}
    yield says.get("refuses", {})
    if asks_the_store(route):
        yield {503: ("store_silent",)}
    yield EVERYWHERE


def needs_somebody(route: Registered) -> bool:
    """A session, or a token of the staff's pool."""
    return route.says["may"] is not None or route.says.get("by_pool", False)


def asks_the_store(route: Registered) -> bool:
    """For a session, or to write; what anybody reads is the campaign's data, unless it says otherwise."""
    return route.says["may"] is not None or route.method not in SAFE_METHODS


def _of_a_body(takes: str) -> Names:
    """A schema of schemas/ has one sentence above its problems."""
    file = takes.partition(".")[0]
    return {422: (REFUSED[file],)} if file in REFUSED else {}
