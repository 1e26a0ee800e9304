"""Events in the shapes that AWS documents: SES through EventBridge, the SMS service through EventBridge and SNS."""

import json
from typing import Any

from tests.reminders.world import HandedOver

type Event = dict[str, Any]
AT = "2025-08-02T08:31:12Z"


def of_email(tags: dict[str, str], kind: str = "Email Delivered", **detail: Any) -> Event:
    """`tags` as they were given with the message."""
    mail = {
        "timestamp": AT,
        "source": "giaoban@giaoban.invalid",
        "messageId": "0100019-email",
        "destination": ["sen@giaoban.invalid"],
        "tags": {"ses:configuration-set": ["giaoban"], **{name: [value] for name, value in tags.items()}},
    }
    return _event("aws.ses", kind, {"mail": mail, **detail})


def bounced(tags: dict[str, str], kind: str = "Permanent") -> Event:
    bounce = {"bounceType": kind, "bouncedRecipients": [{"emailAddress": "sen@giaoban.invalid"}], "timestamp": AT}
    return of_email(tags, "Email Bounced", bounce=bounce)


def of_sms(tags: dict[str, str], kind: str = "TEXT_DELIVERED") -> Event:
    detail = {
        "eventType": kind,
        "eventVersion": "1.0",
        "eventTimestamp": 1754123472000,
        "isFinal": True,
        "originationPhoneNumber": "GiaoBan",
        "isoCountryCode": "VN",
        "messageId": "862a8790-sms",
        "messageStatus": kind.removeprefix("TEXT_"),
        "context": tags,
        "totalMessageParts": 1,
    }
    return _event("aws.sms-voice", "Text Message Delivery Status Updated", detail)


def answer(number: str, text: str) -> Event:
    said = {"originationNumber": number, "destinationNumber": "+84900000000", "messageBody": text}
    return {"Records": [{"EventSource": "aws:sns", "Sns": {"Message": json.dumps(said), "Timestamp": AT}}]}


def of(handed: HandedOver, tags: dict[str, str]) -> Event:
    return of_email(tags) if handed.key.channel == "email" else of_sms(tags)


def _event(source: str, kind: str, detail: Any) -> Event:
    return {"version": "0", "id": "x", "detail-type": kind, "source": source, "time": AT, "detail": detail}
