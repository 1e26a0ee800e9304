"""The dev page's outbox: what the providers' stand-ins were given, and how they behave."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice

from starlette.requests import Request
from starlette.responses import Response

from giaoban.outbox.sms import parts
from tools.runner.asked import WrongRequestError, object_of
from tools.runner.providers import Behaviour, Manner, Message, Providers, Receipts
from tools.template import Node

# An e-mail's HTML is somebody else's page: it runs nothing, loads nothing and has no origin. A link opens beside it.
POPUPS = "allow-popups allow-popups-to-escape-sandbox"
MAIL_POLICY = f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox {POPUPS}"
ELSEWHERE = '<base target="_blank">'


@dataclass(frozen=True)
class Outbox:
    """Answers /dev/outbox… and /dev/providers."""

    providers: Providers

    async def read(self, request: Request) -> Node:
        """Every message kept, the newest first; with `?last=50` no more than that."""
        kept, last = self.providers.messages, request.query_params.get("last", "")
        newest = islice(reversed(kept), int(last) if last.isdecimal() else None)
        return {"count": len(kept), "messages": [_shown(message) for message in newest]}

    async def mail(self, request: Request) -> Response:
        """The HTML of an e-mail as a page for a sandboxed frame."""
        message = self._find(request)
        headers = {"Content-Security-Policy": MAIL_POLICY, "X-Content-Type-Options": "nosniff"}
        html = message.html.replace("<head>", f"<head>{ELSEWHERE}", 1) if message else ""
        return Response(html, 200 if message else 404, headers, "text/html; charset=utf-8")

    async def attachment(self, request: Request) -> Response:
        """As a file to keep, whatever it is."""
        message, number = self._find(request), int(request.path_params["number"])
        if not message or number >= len(message.attachments):
            return Response("Not Found\n", 404, media_type="text/plain")
        found = message.attachments[number]
        name = "".join(letter if letter.isalnum() or letter in "-_." else "_" for letter in found.name)
        headers = {"Content-Disposition": f'attachment; filename="{name.encode("ascii", "replace").decode()}"'}
        return Response(found.content, 200, headers, "application/octet-stream")

    async def read_behaviour(self, _: Request) -> Node:
        return {channel: _told(behaviour) for channel, behaviour in self.providers.behaviour.items()}

    async def behave(self, request: Request) -> Node:
        """`{"channel"?, "manner"?, "seconds"?, "times"?, "receipts"?}`; without a channel, both."""
        wanted = await object_of(request)
        channel = wanted.pop("channel", None)
        try:
            self.providers.behave(_behaviour(wanted), None if channel is None else str(channel))
        except (KeyError, TypeError, ValueError) as error:
            manners, receipts = ", ".join(Manner), ", ".join(Receipts)
            raise WrongRequestError(
                f"{error}: channel is email or sms; manner one of {manners}; receipts one of {receipts}; "
                "seconds a number and times a whole number from 1"
            ) from None
        return await self.read_behaviour(request)

    def _find(self, request: Request) -> Message | None:
        wanted = request.path_params["id"]
        return next((message for message in self.providers.messages if message.id == wanted), None)


def _behaviour(wanted: dict[str, Node]) -> Behaviour:
    """Raises TypeError or ValueError."""
    times, seconds = wanted.pop("times", None), wanted.pop("seconds", 5.0)
    if times is not None and (not isinstance(times, int) or isinstance(times, bool) or times < 1):
        raise ValueError(f"times {times}")
    if not isinstance(seconds, int | float) or not 0 <= seconds <= 60:
        raise ValueError(f"seconds {seconds}")
    manner = Manner(str(wanted.pop("manner", Manner.PROMPT)))
    receipts = Receipts(str(wanted.pop("receipts", Receipts.DELIVERED)))
    if wanted:
        raise ValueError(", ".join(wanted))
    return Behaviour(manner, seconds, times, receipts)


def _told(behaviour: Behaviour) -> Node:
    return dict(asdict(behaviour))


def _shown(message: Message) -> Node:
    return {
        "id": message.id,
        "channel": message.channel,
        "at": message.at.isoformat(timespec="milliseconds"),
        "from": message.sender,
        "to": [*message.to],
        "subject": message.subject,
        "text": message.text,
        "parts": parts(message.text) if message.channel == "sms" else None,
        "html": message.html,
        "headers": {**message.headers},
        "attachments": list(_attachments(message)),
    }


def _attachments(message: Message) -> Iterator[Node]:
    for number, each in enumerate(message.attachments):
        href = f"/dev/outbox/{message.id}/{number}"
        yield {"name": each.name, "type": each.type, "bytes": len(each.content), "href": href}
