"""How editions stand as items: a partition is a period of a campaign, `hanoi-45#2025-08-02` or `hanoi-45#week-1`.

Sort keys: `edition#0001`, `remarks#0001`, `registry#0001#0001` (edition, order), `documents#0001`,
`mail#0001#<recipient>`, `part#<name>`, `alarm`, `closed`. Each is put once on the condition that it does not exist; only a message's
`state`, `at` and `data` change afterwards, each time on the condition of the state before.
"""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from pynamodb.attributes import JSONAttribute, UnicodeAttribute
from pynamodb.models import Model

from giaoban.editions.edition import EditionKind, Remarks
from giaoban.editions.kept import Entry, Kept, Message, Registered
from giaoban.editions.part import Part


class Item(Model):
    """`data` is one JSON string (design decision 3); `state` and `at` are a message's."""

    period = UnicodeAttribute(hash_key=True)
    item = UnicodeAttribute(range_key=True)
    data = JSONAttribute(null=True)
    state = UnicodeAttribute(null=True)
    at = UnicodeAttribute(null=True)


def partition(campaign: str, period: str) -> str:
    return f"{campaign}#{period}"


def edition_key(number: int) -> str:
    return f"edition#{number:04}"


def remarks_key(number: int) -> str:
    return f"remarks#{number:04}"


def registry_key(edition: int, order: int) -> str:
    return f"registry#{edition:04}#{order:04}"


def documents_key(edition: int) -> str:
    return f"documents#{edition:04}"


def mail_key(edition: int, recipient: str) -> str:
    return f"mail#{edition:04}#{recipient}"


def part_key(name: str) -> str:
    return f"part#{name}"


def entry_data(entry: Entry) -> dict[str, Any]:
    return {name: value for name, value in asdict(entry).items() if name != "number"}


def kept_of(campaign: str, period: str, items: Iterable[Item]) -> Kept:
    """From the items of one partition, in the order of their sort keys."""
    found: dict[str, list[tuple[list[str], Item]]] = {}
    for item in items:
        name, *numbers = item.item.split("#")
        found.setdefault(name, []).append((numbers, item))
    return Kept(
        campaign,
        period,
        editions=tuple(_entry(numbers, item) for numbers, item in found.get("edition", [])),
        remarks=tuple(_remarks(numbers, item) for numbers, item in found.get("remarks", [])),
        registered=_by_edition([(numbers, _registered(numbers, item)) for numbers, item in found.get("registry", [])]),
        documents={int(numbers[0]): item.data for numbers, item in found.get("documents", [])},
        mail=_by_edition([(numbers, _message(numbers, item)) for numbers, item in found.get("mail", [])]),
        parts={numbers[0]: Part(**item.data) for numbers, item in found.get("part", [])},
        alarm_at=next((item.at for _, item in found.get("alarm", [])), None),
        is_closed="closed" in found,
    )


def _by_edition[Each](found: list[tuple[list[str], Each]]) -> dict[int, list[Each]]:
    by_edition: dict[int, list[Each]] = {}
    for numbers, each in found:
        by_edition.setdefault(int(numbers[0]), []).append(each)
    return by_edition


def _entry(numbers: list[str], item: Item) -> Entry:
    return Entry(int(numbers[0]), **{**item.data, "kind": EditionKind(item.data["kind"])})


def _remarks(numbers: list[str], item: Item) -> Remarks:
    return Remarks(item.data["text"], item.data["by"], int(numbers[0]))


def _registered(numbers: list[str], item: Item) -> Registered:
    return Registered(int(numbers[1]), **item.data)


def _message(numbers: list[str], item: Item) -> Message:
    said = item.data or {}
    return Message(numbers[1], item.state, item.at, said.get("message_id"), said.get("reason"))
