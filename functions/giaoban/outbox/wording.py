"""What a message says, in both languages, before anybody's values stand in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from giaoban.text import Text


@dataclass(frozen=True)
class Wording:
    """`{name}` stands for a value. `sms` may be missing, the rest together."""

    sms: Text | None
    subject: Text | None
    paragraphs: tuple[Text, ...]
    button: Text | None


def read_wording(data: Mapping[str, Any]) -> Wording:
    """An e-mail's text is a list of paragraphs, so that it can be read and edited as such."""
    sms, subject, button = (Text.read(data[name]) if name in data else None for name in ("sms", "subject", "button"))
    return Wording(sms, subject, tuple(Text.read(each) for each in data.get("text", [])), button)


def texts_of(wording: Wording) -> Iterator[Text]:
    """Everything of a message that a person reads."""
    yield from (each for each in (wording.sms, wording.subject, wording.button, *wording.paragraphs) if each)
