"""Between botocore and the engine: what is sent can be watched, or its request or its answer lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from botocore.awsrequest import AWSRequest
from botocore.exceptions import ConnectionClosedError
from botocore.handlers import BUILTIN_HANDLERS


@dataclass
class Wire:
    """Sessions of botocore made while it is tapped go through it."""

    sent: list[str] = field(default_factory=list)
    lose_requests: int = 0
    lose_answers: int = 0
    only: str = "PutItem"

    def before_engine(self, request: AWSRequest, event_name: str, **_: object) -> None:
        """Named more closely than moto's own hook, it is called before it."""
        self.sent.append(_operation(event_name))
        if self.lose_requests and _operation(event_name) == self.only:
            self.lose_requests -= 1
            raise ConnectionClosedError(endpoint_url=request.url)

    def after_engine(self, request: AWSRequest, event_name: str, **_: object) -> None:
        """Registered after moto's own hook, it is called when moto has done the work."""
        if self.lose_answers and _operation(event_name) == self.only:
            self.lose_answers -= 1
            raise ConnectionClosedError(endpoint_url=request.url)


def _operation(event_name: str) -> str:
    return event_name.rsplit(".", 1)[-1]


@contextmanager
def tapped() -> Iterator[Wire]:
    """A wire that every client made from now on goes through."""
    wire = Wire()
    handlers: list[tuple[str, Callable[..., None]]] = [
        ("before-send.dynamodb", wire.before_engine),
        ("before-send", wire.after_engine),
    ]
    BUILTIN_HANDLERS.extend(handlers)
    try:
        yield wire
    finally:
        del BUILTIN_HANDLERS[-len(handlers) :]
