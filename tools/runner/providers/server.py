"""The stand-ins' HTTP server on loopback, speaking as much of both protocols as AWS's clients need to send."""

import asyncio
import json
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from tools.runner.providers.behaviour import Behaviour, Manner, Receipts
from tools.runner.providers.message import Message, read_email, read_sms
from tools.runner.wire import Request, Response, Server

KEPT = 5000
SES_PATH = "/v2/email/outbound-emails"
SMS_TARGET = "PinpointSMSVoiceV2.SendTextMessage"
# Channel → manner → status and the name of the error, as each service has it.
ERRORS = {
    "email": {
        Manner.BROKEN: (500, "InternalServiceErrorException"),
        Manner.THROTTLING: (429, "TooManyRequestsException"),
        Manner.REFUSING: (400, "MessageRejected"),
        Manner.OPTED_OUT: (400, "MessageRejected"),
    },
    "sms": {
        Manner.BROKEN: (500, "InternalServerException"),
        Manner.THROTTLING: (400, "ThrottlingException"),
        Manner.REFUSING: (400, "ConflictException"),
        Manner.OPTED_OUT: (400, "ConflictException"),
    },
}
# What the SMS service says besides.
REASONS = {Manner.OPTED_OUT: "DESTINATION_PHONE_NUMBER_OPTED_OUT"}
# The client has long given up by then.
SILENCE_SECONDS = 3600.0


class Providers:
    """Both providers. `messages` is what they accepted, oldest first; `behaviour` how they behave, by channel."""

    def __init__(
        self,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        receive: Callable[[Message], object] = lambda _: None,
    ) -> None:
        """`receive` gets each receipt as the provider would send it: the message that was delivered."""
        self._now, self._receive = now, receive
        self._server = Server(self._answer)
        self._held: list[Message] = []
        self.messages: deque[Message] = deque(maxlen=KEPT)
        self.behaviour = {channel: Behaviour() for channel in ERRORS}
        self.endpoint = ""

    async def start(self) -> None:
        self.endpoint = f"http://127.0.0.1:{await self._server.start()}"

    async def stop(self) -> None:
        await self._server.stop()

    def behave(self, behaviour: Behaviour, channel: str | None = None) -> None:
        """From the next call on; both of them, or one. Raises KeyError for a channel that is none."""
        if channel is not None and channel not in self.behaviour:
            raise KeyError(channel)
        self.behaviour |= dict.fromkeys([channel] if channel else self.behaviour, behaviour)

    async def _answer(self, request: Request) -> Response:
        if request.method == "POST" and request.path == SES_PATH:
            return await self._take("email", request, read_email)
        if request.method == "POST" and request.headers.get("x-amz-target") == SMS_TARGET:
            return await self._take("sms", request, read_sms)
        return _error(404, "UnknownOperationException", "only sending stands here")

    async def _take(self, channel: str, request: Request, read: Callable[[bytes, datetime], Message]) -> Response:
        behaviour = self.behaviour[channel]
        self.behaviour[channel] = behaviour.after_one()
        if behaviour.manner in ERRORS[channel]:
            why = f"the stand-in is told to be {behaviour.manner}"
            return _error(*ERRORS[channel][behaviour.manner], why, REASONS.get(behaviour.manner))
        try:
            message = read(request.body, self._now())
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            name = {"email": "BadRequestException", "sms": "ValidationException"}[channel]
            return _error(400, name, f"{error!r}")
        self.messages.append(message)
        self._hand_back(replace(message, is_bounced=behaviour.receipts is Receipts.BOUNCED), behaviour.receipts)
        waits = {Manner.SLOW: behaviour.seconds, Manner.SILENT: SILENCE_SECONDS}
        await asyncio.sleep(waits.get(behaviour.manner, 0))
        return _json(200, {"MessageId": message.id})

    def _hand_back(self, message: Message, how: Receipts) -> None:
        if how is Receipts.REORDERED and not self._held:
            self._held = [message]
            return
        held, self._held = self._held, []
        for receipt in [message] * {Receipts.LOST: 0, Receipts.DUPLICATED: 2}.get(how, 1) + held:
            self._receive(receipt)


def _json(status: int, body: dict[str, Any], headers: tuple[tuple[str, str], ...] = ()) -> Response:
    return Response(status, json.dumps(body).encode(), headers)


def _error(status: int, name: str, why: str, reason: str | None = None) -> Response:
    """Both protocols' way of naming an error: SES v2 in a header, the SMS service in the body."""
    body = {"__type": name, "message": why, "Message": why, **({"Reason": reason} if reason else {})}
    return _json(status, body, (("x-amzn-ErrorType", name),))
