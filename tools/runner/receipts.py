"""What stands between the providers and the function of receipts in AWS: EventBridge, which brings each event once or more.

Sources: Amazon SES developer guide, "Monitoring with EventBridge"; AWS End User Messaging SMS user guide, the same.
"""

import asyncio
import json
from collections.abc import Callable
from typing import Any

from tools.runner.function import Pool
from tools.runner.providers import Message
from tools.runner.worker import FunctionFailed

type Event = dict[str, Any]


class Receipts:
    """Tells `function`, once it is there, what became of a message; e-mail without tags goes through no set of events."""

    def __init__(self, say: Callable[[str], None] = print) -> None:
        self._say, self._waiting = say, set[asyncio.Task[None]]()
        self.function: Pool | None = None

    def receive(self, message: Message) -> None:
        """Returns at once, as EventBridge does."""
        if self.function and message.tags:
            task = asyncio.create_task(self._invoke(self.function, event_of(message)))
            self._waiting.add(task)
            task.add_done_callback(self._waiting.discard)

    async def _invoke(self, function: Pool, event: Event) -> None:
        try:
            await function.invoke(json.dumps(event).encode())
        except FunctionFailed as error:
            self._say(f"  a receipt was not taken: {error}")


def event_of(message: Message) -> Event:
    """That it was delivered, or that there is nobody, as EventBridge has it."""
    return _of_email(message) if message.channel == "email" else _of_sms(message)


def _of_email(message: Message) -> Event:
    tags = {name: [value] for name, value in message.tags.items()}
    mail = {"messageId": message.id, "source": message.sender, "destination": [*message.to], "tags": tags}
    if message.is_bounced:
        bounce = {"bounceType": "Permanent", "bouncedRecipients": [{"emailAddress": each} for each in message.to]}
        return _event(message, "aws.ses", "Email Bounced", {"eventType": "Bounce", "bounce": bounce, "mail": mail})
    return _event(message, "aws.ses", "Email Delivered", {"eventType": "Delivery", "mail": mail})


def _of_sms(message: Message) -> Event:
    detail = {
        "eventType": "TEXT_INVALID" if message.is_bounced else "TEXT_DELIVERED",
        "isFinal": True,
        "originationPhoneNumber": message.sender,
        "messageId": message.id,
        "messageStatus": "INVALID" if message.is_bounced else "DELIVERED",
        "context": message.tags,
    }
    return _event(message, "aws.sms-voice", "Text Message Delivery Status Updated", detail)


def _event(message: Message, source: str, kind: str, detail: Event) -> Event:
    at = message.at.isoformat(timespec="seconds")
    return {"version": "0", "id": message.id, "source": source, "detail-type": kind, "time": at, "detail": detail}
