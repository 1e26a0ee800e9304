"""What in a text looks like somebody's telephone number, address or name: a hint for whoever makes it public.

It finds too much rather than too little, and proves nothing: a name without “ông” or “bà” is not seen.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# 8 digits and more, however they are spaced: telephone, citizen's id, bank account.
_NUMBER = re.compile(r"\(?\+?\d(?:[\s.\-–—_/()·]{0,3}\d){7,}")
# What a report writes that long and means nobody: 2/8/2025, 2025-08-02, 2016-2020; 12.345.678.
_DATE = re.compile(r"\b(?:\d{1,2}([/.\-])\d{1,2}\1\d{4}|20\d\d-\d\d-\d\d|(?:19|20)\d\d\s?[-–—]\s?20\d\d)\b")
_AMOUNT = re.compile(r"[1-9]\d{0,2}\.\d{3}\.\d{3}")
# A ward, its street, and whom they are named for.
_WARD = re.compile(r"hai\s+bà\s+trưng", re.IGNORECASE)
_EMAIL = re.compile(r"[\w.+\-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w\-]{1,64}(?:\.[\w\-]{1,64})*", re.IGNORECASE)
_TITLE = re.compile(r"(?<!\w)(?:ông|bà|anh|chị|cô|chú|bác|em|cụ|đồng chí|đ/c)(?:\s+\w+){1,5}", re.IGNORECASE)


@dataclass(frozen=True)
class Personal:
    """`kind`: number, email or name; `text` as it stands there, but for signs that nobody sees."""

    kind: str
    text: str

    def view(self) -> dict[str, str]:
        return {"kind": self.kind, "text": self.text}


def looks_personal(text: str) -> list[Personal]:
    """In the order of their kinds."""
    read = _plain(text)
    return [
        *(Personal("number", found) for found in _numbers(read)),
        *(Personal("email", each.group()) for each in _EMAIL.finditer(read)),
        *(Personal("name", found) for found in _names(read)),
    ]


def _plain(text: str) -> str:
    """０９ is 09, and what has no width parts nothing."""
    return "".join(each for each in unicodedata.normalize("NFKC", text) if unicodedata.category(each) != "Cf")


def _numbers(text: str) -> Iterator[str]:
    for each in _NUMBER.finditer(_DATE.sub(" ; ", text)):
        if not _AMOUNT.fullmatch(each.group()):
            yield each.group()


def _names(text: str) -> Iterator[str]:
    """“bà” and then words with a capital; “bà con” is everybody, Hai Bà Trưng is a ward."""
    for each in _TITLE.finditer(_WARD.sub("", text)):
        if capitals := _capitals(each.group().split()):
            yield " ".join(capitals)


def _capitals(words: list[str]) -> list[str]:
    """A title of one word or two, and the words of the name after it; nothing when no name follows."""
    title = 2 if words[0].casefold() == "đồng" else 1
    end = next((at for at in range(title, len(words)) if not words[at][0].isupper()), len(words))
    return words[:end] if end > title else []
