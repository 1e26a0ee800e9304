"""The responses of one operation, problems with an example of each by its own sentence."""

from collections.abc import Iterable, Iterator, Mapping

from giaoban.problem import GiaobanError, problem
from giaoban.web.routes import Says
from tools.openapi.refusals import refusals
from tools.openapi.routes import Registered
from tools.openapi.said import BY_THE_GATEWAY, CREATED, GOOD, PROBLEMS, SENT_AGAIN
from tools.openapi.schemas import Tree, ref
from tools.template import Node

_HEADERS: Mapping[str, Tree] = {
    "ETag": {"description": "Names this version of the content.", "schema": {"type": "string"}},
    "Cache-Control": {
        "description": "How long it may be kept, and by whom.",
        "schema": {"type": "string"},
        "examples": {"published": {"value": "public, max-age=300"}, "private": {"value": "private, no-cache"}},
    },
    "Set-Cookie": {
        "description": "`__Host-giaoban`; Path=/; Secure; HttpOnly; SameSite=Strict.",
        "schema": {"type": "string"},
    },
    "Retry-After": {"description": "Seconds to wait before the same is sent again.", "schema": {"type": "string"}},
}
# Values for the sentences that have some.
_VALUES: Mapping[str, int | str] = {"phone": "024 0000 0000", "revision": 2, "who": "dieu-phoi-2"}
_EXAMPLES_OF_A_PROBLEM = {
    "directory_refused": problem("/rows/12/phone", "landline"),
    "refused": problem("/figures/members_trained", "wrong_type_integer"),
    "decision_refused": problem("/reason", "missing"),
}


def responses(route: Registered) -> Tree:
    """By status, in order."""
    answers, refused = route.says["answers"], refusals(route)
    found = {str(status): _good(status, schema, route.says) for status, schema in answers.items() if status < 400}
    by_gateway = {*BY_THE_GATEWAY, *_by_its_kind(route.says)}
    for status in sorted({*refused, *by_gateway}):
        schema = answers.get(status) or "problem_answer"
        found[str(status)] = _problem(status, refused.get(status, ()), schema, status in by_gateway)
    return dict(sorted(found.items()))


def _by_its_kind(says: Says) -> Iterator[int]:
    """What the gateway says before the function: its limit of 10 MB, its authorizer."""
    if "takes" in says:
        yield 413
    if says.get("by_pool", False):
        yield from (401, 403)


def _good(status: int, schema: str | None, says: Says) -> Node:
    again = status == 200 and 201 in says["answers"]
    created = CREATED.get(schema or "", GOOD[201])
    response: Tree = {"description": SENT_AGAIN if again else created if status == 201 else GOOD[status]}
    if headers := says.get("headers", ("ETag", "Cache-Control") if 304 in says["answers"] else ()):
        response["headers"] = _headers(headers)
    content: Tree = {"application/json": {"schema": ref(schema)}} if schema else {}
    # A file: what is in it is its own format's.
    content |= {kind: {} for kind in says.get("files", ())} if status == 200 else {}
    if content:
        response["content"] = content
    return response


def _problem(status: int, names: Iterable[str], schema: str, by_gateway: bool) -> Node:
    content: Tree = {}
    if names:
        # A report's conflict would be mostly the report; its schema has an example.
        examples = _examples(status, names) if schema != "conflict_answer" else {}
        content["application/problem+json"] = {"schema": ref(schema), **examples}
    if by_gateway:
        content["application/json"] = {"schema": ref("gateway_answer")}
    response: Tree = {"description": PROBLEMS.get(status) or BY_THE_GATEWAY[status], "content": content}
    return response | ({"headers": _headers(["Retry-After"])} if status == 503 else {})


def _examples(status: int, names: Iterable[str]) -> Tree:
    return {"examples": {name: {"value": _example(status, name)} for name in names}}


def _example(status: int, name: str) -> Node:
    wrong = [_EXAMPLES_OF_A_PROBLEM[name]] if name in _EXAMPLES_OF_A_PROBLEM else []
    example = GiaobanError(name, wrong, None, **_VALUES)
    example.status = status
    return _as_data(example.view())


def _as_data(view: Mapping[str, object]) -> Tree:
    return {name: value for name, value in view.items() if isinstance(value, str | int | list)}


def _headers(names: Iterable[str]) -> Tree:
    return {name: _HEADERS[name] for name in names}
