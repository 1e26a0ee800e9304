"""One origin: /v1 to the gateway, /dev to the dev page, everything else as the CDN would serve it."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from tools.runner.dev import PAGE, Dev
from tools.runner.gateway import Gateway
from tools.runner.published import PublishedSite
from tools.runner.static import APP, serve


def application(
    gateway: Gateway, dev: Dev, build: Path, origin: str, published: PublishedSite | None = None
) -> ASGIApp:
    async def static(request: Request) -> Response:
        path = request.scope["raw_path"].decode("ascii", "replace")
        answer = await run_in_threadpool(serve, build, path, published)
        if path == "/" and answer.status_code == 404:
            return FileResponse(PAGE / "start.html", headers=APP)
        return answer

    routes = [
        *dev.routes(),
        Route("/{path:path}", static, methods=["GET"]),
    ]
    return OneOrigin(CompressedAsByTheCdn(Service(gateway, Starlette(routes=routes))), origin)


class Service:
    """Under /v1 the gateway answers any method and any path, line ends in it included; which there are, the template says."""

    def __init__(self, gateway: Gateway, app: ASGIApp) -> None:
        self._gateway, self._app = gateway, app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith("/v1/"):
            answer = await self._gateway.answer(Request(scope, receive))
            await answer(scope, receive, send)
        else:
            await self._app(scope, receive, send)


class CompressedAsByTheCdn:
    """Files and published forms go out as gzip; private answers go as they are, as behind the CDN."""

    def __init__(self, app: ASGIApp) -> None:
        self._plain = app
        self._compressed = GZipMiddleware(app, minimum_size=1000)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        private = path.startswith("/v1/") and "/forms/" not in path
        await (self._plain if private else self._compressed)(scope, receive, send)


class OneOrigin:
    """Only requests that name our own address: another site's name that resolves to loopback is refused."""

    def __init__(self, app: ASGIApp, origin: str) -> None:
        self._app = app
        self._origin = origin
        self._host = origin.removeprefix("http://")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self._app if scope["type"] != "http" else self._for(Request(scope))
        await app(scope, receive, send)

    def _for(self, request: Request) -> ASGIApp:
        host = request.headers.get("host", "")
        if host == self._host:
            return self._app
        if host == self._host.replace("127.0.0.1", "localhost"):
            # One origin for cookies and the Origin check.
            return RedirectResponse(f"{self._origin}{request.url.path}", 307)
        return PlainTextResponse(f"Open {self._origin}\n", 421)
