"""What the dev page's own requests have in common: JSON in, JSON out, what is wrong as a sentence."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from giaoban.problem import Unavailable
from tools.runner.worker import FunctionFailed
from tools.template import Node


class WrongRequestError(ValueError):
    """What is wrong with a request to the dev page, in a sentence."""


class BusyError(RuntimeError):
    """Why a request to the dev page has to wait, in a sentence."""


def as_json(answer: Callable[[Request], Awaitable[Node]]) -> Callable[[Request], Awaitable[Response]]:
    """What goes wrong as a sentence. Anything that changes must come as JSON: no other site's form can send that."""

    async def respond(request: Request) -> Response:
        try:
            return JSONResponse(await answer(request), headers={"Cache-Control": "no-store"})
        except WrongRequestError as error:
            return JSONResponse({"message": str(error)}, 400)
        except BusyError as error:
            return JSONResponse({"message": str(error)}, 409)
        except (FunctionFailed, Unavailable) as error:
            return JSONResponse({"message": str(error)}, 502)

    return respond


async def object_of(request: Request) -> dict[str, Node]:
    """The JSON object that a request brings. Raises WrongRequestError."""
    if request.headers.get("content-type", "").split(";")[0] != "application/json":
        raise WrongRequestError("send application/json")
    try:
        value = await request.json()
    except ValueError:
        raise WrongRequestError("that is not JSON") from None
    if not isinstance(value, dict):
        raise WrongRequestError("send a JSON object")
    return value
