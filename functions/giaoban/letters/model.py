"""A document between the edition and its files: blocks of plain text that the PDF and the DOCX say word for word alike.

Nothing here is markup: a text is shown as it stands, whatever it looks like.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

SHORT_TABLE = 8

type Align = Literal["left", "center", "right"]


@dataclass(frozen=True)
class Run:
    """A piece of a line in one manner of writing."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Head:
    """The two columns that open an official document (Decree 30/2020, annex I, 1 to 4)."""

    parent: str
    body: str
    number: str
    nation: str
    motto: str
    place_and_date: str


@dataclass(frozen=True)
class Title:
    """What kind of document it is, and of what, above a short line; `lines` in smaller letters below."""

    kind: str
    about: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Notice:
    """What nobody may overlook, in a frame."""

    title: str
    text: str


@dataclass(frozen=True)
class Heading:
    """Level 1 opens a section, level 2 a part of one."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """`body` is justified with its first line drawn in, `item` one of a list, `note` small."""

    runs: tuple[Run, ...]
    style: Literal["addressee", "body", "item", "note", "closing"] = "body"


@dataclass(frozen=True)
class Column:
    """`share` of the width, against the other columns' shares."""

    head: str
    share: int
    align: Align = "left"


@dataclass(frozen=True)
class Row:
    """`group` has one cell over all columns; `total` is written bold."""

    cells: tuple[str, ...]
    kind: Literal["plain", "total", "group"] = "plain"


@dataclass(frozen=True)
class Table:
    """Its first row is repeated on every page."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    small: bool = False

    @property
    def is_short(self) -> bool:
        """Whether it is to stand on one page: nobody wants a total on its own overleaf."""
        return len(self.rows) <= SHORT_TABLE


@dataclass(frozen=True)
class Picture:
    """A chart as PNG, as wide as the text, and what it shows in words for who cannot see it."""

    png: bytes
    shows: str


@dataclass(frozen=True)
class Signature:
    """Recipients to the left, who signs to the right (Decree 30/2020, annex I, 7 and 9)."""

    recipients_title: str
    recipients: tuple[str, ...]
    title: str
    name: str


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page. `closes_one_page`: what stands since the break before is to fit on one."""

    closes_one_page: bool = False


type Block = Head | Title | Notice | Heading | Paragraph | Table | Picture | Signature | PageBreak


@dataclass(frozen=True)
class Document:
    """`mark` stands at the foot of every page when the document is not what it will be."""

    title: str
    author: str
    made_at: datetime
    blocks: tuple[Block, ...]
    mark: str = ""


def plain(text: str, style: Literal["addressee", "body", "item", "note", "closing"] = "body") -> Paragraph:
    """A paragraph in one manner of writing."""
    return Paragraph((Run(text),), style)


def led(lead: str, text: str, style: Literal["body", "item"] = "item") -> Paragraph:
    """A paragraph that opens with bold words."""
    return Paragraph((Run(lead, bold=True), Run(text)), style)
