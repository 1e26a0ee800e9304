"""What a message says, in both languages; and one of them with somebody's values."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from giaoban.text import Text

VALUE = re.compile(r"\{(\w+)\}")
type Values = Mapping[str, str]


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


def said(text: Text, language: str) -> str:
    return text.en if language == "en" else text.vi


def filled(text: Text, language: str, values: Values) -> str:
    """Raises KeyError for a value that is not there; no value is read for names again."""
    return VALUE.sub(lambda found: values[found[1]], said(text, language))
