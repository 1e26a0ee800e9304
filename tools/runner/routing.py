"""Finds the template's route of a request: each listed by itself, segment by segment."""

from collections.abc import Iterable

from tools.template import Route


def find(routes: Iterable[Route], method: str, path: str) -> tuple[Route, dict[str, str]] | None:
    """The route and its path parameters, still percent-encoded; a fixed segment wins over a parameter."""
    found = [(route, parameters) for route in routes if (parameters := _match(route, method, path)) is not None]
    return min(found, key=lambda pair: len(pair[1]), default=None)


def _match(route: Route, method: str, path: str) -> dict[str, str] | None:
    wanted, given = route.path.split("/"), path.split("/")
    if route.method != method or len(wanted) != len(given):
        return None
    parameters = {}
    for segment, value in zip(wanted, given, strict=True):
        if segment.startswith("{") and value:
            parameters[segment[1:-1]] = value
        elif segment != value:
            return None
    return parameters
