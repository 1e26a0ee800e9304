"""People and lists made with a word or two. The numbers of real prefixes are those of nobody: they are never rung."""

import csv
import io
import re
from base64 import b64encode
from dataclasses import replace
from datetime import datetime
from typing import Any

from giaoban.contact import Channel, Duty
from giaoban.directory import Entry, Person
from giaoban.directory.person import Change

PERSON = "00001-00000000aa"
AT = datetime.fromisoformat("2025-07-24T08:00:00+07:00")
SEN = Entry(
    "00001", Duty.REPORTER, "Lê Thị Sen", "+84912345678", "sen@giaoban.invalid", (Channel.SMS, Channel.EMAIL)
)  # fmt: skip
HEAD = ["Mã đơn vị", "Tên đơn vị", "Vai trò", "Họ và tên", "Điện thoại di động", "Thư điện tử", "Kênh nhận", "Ngôn ngữ"]
ROW = ["00001", "Xã Sen Trắng", "Người báo cáo", "Lê Thị Sen", "0912 345 678", "sen@giaoban.invalid", "", ""]
NAMES = ("unit", "unit_name", "role", "name", "phone", "email", "channels", "language")


def person(id: str = PERSON, **otherwise: Any) -> Person:
    return Person(id, replace(SEN, **otherwise), {}, (Change(AT, "imported", "admin", "quan-tri"),), version=1)


def row(**otherwise: str) -> list[str]:
    """A row of the list, by default Sen's."""
    return [otherwise.get(name, value) for name, value in zip(NAMES, ROW, strict=True)]


def rows_csv(*rows: list[str], head: list[str] = HEAD, separator: str = ",") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows([head, *rows])
    return text.getvalue().encode()


def listed(*entries: Entry) -> bytes:
    """A list of these people."""
    words = {Duty.REPORTER: "Người báo cáo", Duty.DEPUTY: "Người thay", Duty.LEADER: "Lãnh đạo"}
    rows = [
        [each.unit, "", words[each.role], each.name, each.phone or "", each.email or "", _by(each), each.language]
        for each in entries
    ]
    return rows_csv(*rows)


def _by(entry: Entry) -> str:
    return ", ".join({Channel.SMS: "Tin nhắn", Channel.EMAIL: "Thư"}[each] for each in entry.channels)


def text_of(stored: object) -> str:
    """All that stands in what is stored, letters as letters: JSON in an item writes ê as four digits."""
    return re.sub(r"\\+u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), str(stored))


def encoded(content: bytes) -> str:
    return b64encode(content).decode()


def edited(**otherwise: Any) -> dict[str, Any]:
    """The body that would leave Sen as she is, but for what is said otherwise."""
    body = {"base_version": 1, "role": "reporter", "name": SEN.name, "phone": SEN.phone, "email": SEN.email}
    return {**body, "channels": ["sms", "email"], "language": "vi", "quiet": None, "stopped": [], **otherwise}
