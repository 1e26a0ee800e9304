"""A message as a provider was given it, read from the calls that AWS's clients make."""

import base64
import email
import email.policy
import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from email.message import EmailMessage
from typing import Any

type Told = dict[str, Any]


@dataclass(frozen=True)
class Attachment:
    name: str
    type: str
    content: bytes


@dataclass(frozen=True)
class Message:
    """One message that a provider accepted; `at` is the campaign's time. `id` is what the caller got, if it heard it."""

    channel: str
    at: datetime
    sender: str
    to: tuple[str, ...]
    subject: str = ""
    text: str = ""
    html: str = ""
    attachments: tuple[Attachment, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)
    # What comes back with its receipts, and whether these say that there is nobody.
    tags: dict[str, str] = field(default_factory=dict)
    is_bounced: bool = False
    id: str = field(default_factory=lambda: str(uuid.uuid4()))


def read_email(body: bytes, at: datetime) -> Message:
    """From `SendEmail` of SES v2. Raises KeyError or ValueError for what SES would not take."""
    told: Told = json.loads(body)
    destination = told.get("Destination", {})
    to = tuple(
        address for kind in ("ToAddresses", "CcAddresses", "BccAddresses") for address in destination.get(kind, [])
    )
    read = _simple if "Simple" in told["Content"] else _raw
    tags = {str(tag["Name"]): str(tag["Value"]) for tag in told.get("EmailTags", [])}
    found = read(told["Content"], Message("email", at, str(told.get("FromEmailAddress", "")), to, tags=tags))
    if not found.to:
        raise ValueError("nobody to send it to")
    return found


def read_sms(body: bytes, at: datetime) -> Message:
    """From `SendTextMessage` of the SMS service. Raises KeyError or ValueError for what it would not take."""
    told: Told = json.loads(body)
    sender = str(told.get("OriginationIdentity", ""))
    to, tags = (str(told["DestinationPhoneNumber"]),), {**told.get("Context", {})}
    return Message("sms", at, sender, to, text=str(told["MessageBody"]), tags=tags)


def _simple(content: Told, message: Message) -> Message:
    simple = content["Simple"]
    parts = {kind: part["Data"] for kind, part in simple["Body"].items()}
    return replace(
        message,
        subject=simple["Subject"]["Data"],
        text=parts.get("Text", ""),
        html=parts.get("Html", ""),
        headers={each["Name"]: each["Value"] for each in simple.get("Headers", [])},
        attachments=tuple(_attachment(each) for each in simple.get("Attachments", [])),
    )


def _attachment(told: Told) -> Attachment:
    kind = told.get("ContentType", "application/octet-stream")
    return Attachment(told["FileName"], kind, base64.b64decode(told["RawContent"], validate=True))


def _raw(content: Told, message: Message) -> Message:
    data = base64.b64decode(content["Raw"]["Data"], validate=True)
    parsed = email.message_from_bytes(data, EmailMessage, policy=email.policy.default)
    return replace(
        message,
        sender=message.sender or str(parsed["From"]),
        to=message.to or _addresses(parsed, ("To", "Cc", "Bcc")),
        subject=str(parsed["Subject"] or ""),
        text=_part(parsed, "plain"),
        html=_part(parsed, "html"),
        headers={name: str(value) for name, value in parsed.items()},
        attachments=tuple(_attached(part) for part in parsed.iter_attachments()),
    )


def _attached(part: EmailMessage) -> Attachment:
    content = part.get_payload(decode=True)
    return Attachment(
        part.get_filename() or "", part.get_content_type(), content if isinstance(content, bytes) else b""
    )


def _addresses(parsed: EmailMessage, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(each.addr_spec for name in names if parsed[name] for each in parsed[name].addresses)


def _part(parsed: EmailMessage, kind: str) -> str:
    part = parsed.get_body((kind,))
    return str(part.get_content()) if part else ""
