"""One HTTP function: its slices' routes behind one guard, every error as a problem."""

from collections.abc import Callable, Mapping
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.event_handler.exceptions import NotFoundError

from giaoban.failure import where
from giaoban.problem import GiaobanError, Unknown
from giaoban.web.answer import problem_answer
from giaoban.web.routes import Router, Says

type Handler = Callable[[dict[str, Any], object], dict[str, Any]]
# Lets a request through to its route, or raises.
type Middleware = Callable[..., Response[str]]


class Broken(GiaobanError):
    """Our own fault. Nothing of the request or the exception is told or logged but its type."""


class App(APIGatewayHttpResolver):
    """The resolver of a function; `says` is what its routes say of themselves, by `GET /v1/health`."""

    says: Mapping[str, Says]


def make_app(guard: Middleware, *routers: Router) -> App:
    """Middleware first, so that no route is reached undeclared or unguarded."""
    app = App()
    app.says = {route: says for router in routers for route, says in router.says.items()}
    app.use(middlewares=[_declared, guard])
    for router in routers:
        app.include_router(router)
    app.exception_handler(GiaobanError)(problem_answer)
    app.not_found(_no_such_route)
    return app


def make_handler(app: App, logger: Logger) -> Handler:
    """The Lambda handler: one log line per answer, without a word of what was sent."""

    def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
        answered: dict[str, Any] = app.resolve(event, context)  # type: ignore[arg-type]
        logger.info("answered", extra=_line(event, answered))
        return answered

    app.exception_handler(Exception)(_broken(logger))
    return handler


def _declared(app: App, next_middleware: Middleware) -> Response[str]:
    """Raises Unknown for a route that says nothing of itself."""
    says = app.says.get(f"{app.request.method} {app.request.route}")
    if says is None or not app.current_event.path.isprintable():
        raise Unknown("unknown_route")
    app.append_context(says=says)  # type: ignore[no-untyped-call]
    return next_middleware(app)


def _broken(logger: Logger) -> Callable[[Exception], Response[str]]:
    def answer_broken(error: Exception) -> Response[str]:
        logger.error("broken", extra={"error": type(error).__name__, "at": where(error)})
        return problem_answer(Broken("broken"))

    return answer_broken


def _no_such_route(_: NotFoundError) -> Response[str]:
    return problem_answer(Unknown("unknown_route"))


def _line(event: Mapping[str, Any], answered: Mapping[str, Any]) -> dict[str, object]:
    return {"route": event.get("routeKey"), "status": answered.get("statusCode")}
