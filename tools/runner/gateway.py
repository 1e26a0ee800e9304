"""The HTTP API: explicit routes to functions, as API Gateway would, on the campaign's clock."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from tools.runner.answer import BadAnswer, Reply, reply
from tools.runner.authorizer import Authorizer, Refused
from tools.runner.clock import Clock
from tools.runner.event import MAX_BODY, Call, http_event
from tools.runner.function import Pool
from tools.runner.routing import find
from tools.runner.worker import FunctionFailed
from tools.template import Route

# A request may bring its own campaign time (here only): that is how past days are made through the public API.
OWN_TIME = "giaoban-at"


@dataclass(frozen=True)
class Gateway:
    """Answers everything under /v1."""

    routes: tuple[Route, ...]
    functions: Mapping[str, Pool]
    authorizers: Mapping[str, Authorizer]
    clock: Clock

    async def answer(self, request: Request) -> Response:
        path = request.scope["raw_path"].decode("ascii", "replace")
        found = find(self.routes, request.method, path)
        if not found:
            return _message(404, "Not Found")
        try:
            call = await self._call(request, path)
            return _response(await self._reply(call, *found))
        except _Said as said:
            return _message(said.status, said.message)
        except ClientDisconnect:
            return _message(400, "Bad Request")  # nobody reads it: the phone lost its line while sending

    async def _call(self, request: Request, path: str) -> Call:
        return Call(
            method=request.method,
            path=path,
            query=request.scope["query_string"].decode("ascii", "replace"),
            headers=[(name, value) for name, value in request.headers.items() if name != OWN_TIME],
            body=await _whole_body(request),
            source=request.client.host if request.client else "127.0.0.1",
            at=self._time(request.headers.get(OWN_TIME)),
        )

    def _time(self, own: str | None) -> datetime:
        if own is None:
            return self.clock.now()
        try:
            at = datetime.fromisoformat(own)
            at.timestamp()
        except (ValueError, OverflowError):
            raise _Said(400, f"{OWN_TIME} is not a time") from None
        if at.tzinfo is None:
            raise _Said(400, f"{OWN_TIME} names no zone")
        return at

    async def _reply(self, call: Call, route: Route, parameters: dict[str, str]) -> Reply:
        jwt = None
        if route.authorizer:
            authorization = dict(call.headers).get("authorization", "")
            try:
                jwt = self.authorizers[route.authorizer].allow(authorization, route.scopes)
            except Refused as refused:
                raise _Said(refused.status, {401: "Unauthorized", 403: "Forbidden"}[refused.status]) from refused
        event = http_event(call, route.key, parameters, jwt)
        try:
            return reply(await self.functions[route.function].invoke(json.dumps(event, ensure_ascii=False).encode()))
        except FunctionFailed as failed:
            # AWS says 500 to all of these; here the number tells a developer which: crashed 502, too slow 504.
            raise _Said(failed.status, "Internal Server Error") from failed
        except BadAnswer as bad:
            raise _Said(500, "Internal Server Error") from bad


class _Said(Exception):
    """The gateway answers by itself."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message


async def _whole_body(request: Request) -> bytes:
    """Read only as far as API Gateway would."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            raise _Said(413, "Request Entity Too Large")
    return body


def _response(answer: Reply) -> Response:
    response = Response(answer.body, answer.status)
    length = [pair for pair in response.raw_headers if pair[0] == b"content-length"]
    own = [(name.encode(), value.encode()) for name, value in answer.headers if name != "content-length"]
    response.raw_headers = own + length
    return response


def _message(status: int, message: str) -> Response:
    return Response(json.dumps({"message": message}), status, media_type="application/json")
