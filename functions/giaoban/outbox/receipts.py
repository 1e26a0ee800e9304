"""What providers say later, in the shapes of EventBridge, and in whatever order they come.

Sources: Amazon SES developer guide, "Monitoring with EventBridge" and the fields of its events (a configuration set's
tags come back in `mail.tags`); AWS End User Messaging SMS user guide, "Monitoring with EventBridge", "Event types"
(`context` comes back; a carrier's last word may take 72 hours); "Two-way SMS" for answers, which no sender id can get.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from giaoban.contact import Channel, Why
from giaoban.outbox.message import Fate, Key
from giaoban.outbox.tags import MARK, key_in

type Event = Mapping[str, Any]

EMAIL_FATES = {
    "Email Delivered": Fate.DELIVERED,
    "Email Delivery Delayed": Fate.DELAYED,
    "Email Bounced": Fate.BOUNCED,
    "Email Complaint Received": Fate.COMPLAINED,
    "Email Rejected": Fate.UNDELIVERED,
    "Email Rendering Failed": Fate.UNDELIVERED,
}
# Depending on the country, carriers say “successful” or “delivered” for the same.
SMS_FATES = {
    "TEXT_SUCCESSFUL": Fate.DELIVERED,
    "TEXT_DELIVERED": Fate.DELIVERED,
    "TEXT_INVALID": Fate.BOUNCED,
    "TEXT_INVALID_MESSAGE": Fate.UNDELIVERED,
    "TEXT_UNREACHABLE": Fate.UNDELIVERED,
    "TEXT_CARRIER_UNREACHABLE": Fate.UNDELIVERED,
    "TEXT_BLOCKED": Fate.UNDELIVERED,
    "TEXT_CARRIER_BLOCKED": Fate.UNDELIVERED,
    "TEXT_PROTECT_BLOCKED": Fate.UNDELIVERED,
    "TEXT_SPAM": Fate.UNDELIVERED,
    "TEXT_TTL_EXPIRED": Fate.UNDELIVERED,
    "TEXT_UNKNOWN": Fate.UNDELIVERED,
}
SMS_STATUS = "Text Message Delivery Status Updated"
BROKEN = (KeyError, TypeError, ValueError, AttributeError, IndexError)
STOPS = {Fate.BOUNCED: Why.BOUNCE, Fate.COMPLAINED: Why.COMPLAINT}


@dataclass(frozen=True)
class Receipt:
    """What became of a message; `mark` of the address that it went to."""

    key: Key
    fate: Fate
    message_id: str
    at: datetime
    mark: str | None


@dataclass(frozen=True)
class Answer:
    """What somebody wrote back, from where; a registered number can be answered, a sender id cannot."""

    number: str
    text: str
    at: datetime


class Unreadable(ValueError):
    """An event of a shape that we do not know; nothing of it is told, since it may name somebody."""


def read_receipt(event: Event) -> Receipt | None:
    """None for what is no receipt of a message of ours. Raises Unreadable."""
    try:
        return _read_receipt(event)
    except BROKEN:
        raise Unreadable("a receipt") from None


def read_answers(event: Event) -> list[Answer]:
    """Incoming messages through SNS. Raises Unreadable."""
    try:
        return [_read_answer(record["Sns"]) for record in event.get("Records", [])]
    except BROKEN:
        raise Unreadable("an answer") from None


def _read_receipt(event: Event) -> Receipt | None:
    kind, detail = event.get("detail-type"), event.get("detail", {})
    if kind in EMAIL_FATES:
        return _of_email(EMAIL_FATES[kind], event, detail)
    if kind == SMS_STATUS and detail["eventType"] in SMS_FATES:
        fate, context = SMS_FATES[detail["eventType"]], detail.get("context", {})
        return _receipt(event, fate, detail["messageId"], context, Channel.SMS)
    return None


def _read_answer(told: Event) -> Answer:
    said = json.loads(told["Message"])
    return Answer(said["originationNumber"], said["messageBody"], datetime.fromisoformat(told["Timestamp"]))


def _of_email(fate: Fate, event: Event, detail: Event) -> Receipt | None:
    """Of bounces only the permanent ones say that the address is wrong."""
    mail = detail["mail"]
    tags = {name: values[0] for name, values in mail.get("tags", {}).items() if values}
    if fate is Fate.BOUNCED and detail["bounce"]["bounceType"] != "Permanent":
        fate = Fate.UNDELIVERED
    return _receipt(event, fate, mail["messageId"], tags, Channel.EMAIL)


def _receipt(event: Event, fate: Fate, message_id: str, tags: Mapping[str, str], channel: Channel) -> Receipt | None:
    key, at = key_in(tags, channel), datetime.fromisoformat(event["time"])
    return Receipt(key, fate, message_id, at, tags.get(MARK)) if key else None
