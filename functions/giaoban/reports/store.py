"""Reports in DynamoDB: a partition is a campaign's day, its items are the units' revisions (design decision 2)."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import groupby
from typing import Any

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.exceptions import PynamoDBException
from pynamodb.models import Model

from giaoban.access import Role
from giaoban.campaign import Campaign, Unit
from giaoban.dynamodb import Client, bound, written
from giaoban.problem import Unavailable
from giaoban.reports.report import Author, Baseline, KnownStock, Report, UnitDay
from giaoban.reports.submission import Submission, read_device

OPENED = "opened"


class _Item(Model):
    """One revision. Figures and texts are JSON strings: 5 times less CPU than maps (design decision 3)."""

    day = UnicodeAttribute(hash_key=True)
    unit_revision = UnicodeAttribute(range_key=True)
    received_at = NumberAttribute(null=True)
    figures = JSONAttribute(null=True)
    words = JSONAttribute(null=True)
    sent = JSONAttribute(null=True)
    author = JSONAttribute(null=True)
    baseline = JSONAttribute(null=True)


class ReportStore:
    """All reports. Every read is consistent; every write is one conditional put of one item."""

    def __init__(self, table: str, client: Client | None = None) -> None:
        self._items = bound(_Item, table, client)

    def unit_day(self, campaign: Campaign, unit: Unit, day: date) -> UnitDay:
        """One unit's day, revision 0 and history, in one Query. Raises Unavailable."""
        items = self._query(_partition(campaign, day), f"{unit.code}#")
        return _unit_day(campaign, unit, day, items)

    def day(self, campaign: Campaign, day: date) -> dict[str, UnitDay]:
        """Every unit of the day that has an item, by code, in one Query. Raises Unavailable."""
        grouped = groupby(self._query(_partition(campaign, day)), key=lambda item: item.unit_revision.split("#")[0])
        return {
            code: _unit_day(campaign, campaign.units[code], day, items)
            for code, items in grouped
            if code in campaign.units
        }

    def add(self, report: Report) -> bool:
        """Stores a revision that does not exist yet; False when it does. Raises Unavailable when that is not known."""
        return self._put(_item(self._items, report))

    def add_baseline(self, unit_day: UnitDay, at: datetime) -> bool:
        """Stores revision 0 of a unit's day; False when it is there already."""
        baseline = unit_day.baseline
        item = self._items(_partition(unit_day.campaign, unit_day.day), _sort_key(unit_day.unit.code, 0))
        item.received_at = _milliseconds(at)
        item.baseline = {
            "stocks": {name: [known.value, known.day.isoformat()] for name, known in baseline.stocks.items()},
            "usual": dict(baseline.usual),
        }
        return self._put(item)

    def is_opened(self, campaign: Campaign, day: date) -> bool:
        """Whether every unit's revision 0 of the day has been put."""
        return any(True for _ in self._query(_partition(campaign, day), f"#{OPENED}"))

    def mark_opened(self, campaign: Campaign, day: date) -> None:
        self._put(self._items(_partition(campaign, day), f"#{OPENED}"))

    def _query(self, partition: str, prefix: str | None = None) -> list[_Item]:
        condition = self._items.unit_revision.startswith(prefix) if prefix else None
        try:
            return list(self._items.query(partition, condition, consistent_read=True))
        except PynamoDBException as error:
            raise Unavailable("store_silent") from error

    def _put(self, item: _Item) -> bool:
        return written(partial(item.save, self._items.day.does_not_exist()))


def _partition(campaign: Campaign, day: date) -> str:
    return f"{campaign.slug}#{day.isoformat()}"


def _sort_key(unit: str, revision: int) -> str:
    return f"{unit}#{revision:04}"


def _item(items: type[_Item], report: Report) -> _Item:
    sent = report.sent
    return items(
        f"{report.campaign}#{report.day.isoformat()}",
        _sort_key(report.unit, report.revision),
        received_at=_milliseconds(report.received_at),
        figures=dict(sent.figures),
        words={"notes": dict(sent.notes), "explanations": dict(sent.explanations)},
        sent={
            "id": sent.id,
            "base_revision": sent.base_revision,
            "nothing_to_report": sent.nothing_to_report,
            "complete": sent.complete,
            "finished_at": sent.device.finished_at and sent.device.finished_at.isoformat(),
            "clock_offset_ms": sent.device.clock_offset_ms,
            "told_by": sent.told_by,
            "entered_by": sent.entered_by,
        },
        author=asdict(report.author),
    )


def _unit_day(campaign: Campaign, unit: Unit, day: date, items: Iterable[_Item]) -> UnitDay:
    baseline, revisions = Baseline(), []
    for item in items:
        revision = int(item.unit_revision.split("#")[1])
        if revision == 0:
            baseline = _baseline(item.baseline)
        else:
            revisions.append(_report(campaign, unit, day, revision, item))
    return UnitDay(campaign, unit, day, baseline, tuple(revisions))


def _baseline(data: dict[str, Any]) -> Baseline:
    stocks = {name: KnownStock(value, date.fromisoformat(day)) for name, (value, day) in data["stocks"].items()}
    return Baseline(stocks, data["usual"])


def _report(campaign: Campaign, unit: Unit, day: date, revision: int, item: _Item) -> Report:
    sent = item.sent
    return Report(
        campaign=campaign.slug,
        unit=unit.code,
        day=day,
        revision=revision,
        received_at=_moment(item.received_at, campaign),
        sent=Submission(
            id=sent["id"],
            base_revision=sent["base_revision"],
            nothing_to_report=sent["nothing_to_report"],
            complete=sent["complete"],
            figures=item.figures,
            notes=item.words["notes"],
            explanations=item.words["explanations"],
            device=read_device({key: sent[key] for key in ("finished_at", "clock_offset_ms") if sent[key] is not None}),
            told_by=sent["told_by"],
            entered_by=sent["entered_by"],
        ),
        author=Author(Role(item.author["role"]), item.author["via"]),
    )


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _milliseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def _moment(milliseconds: float, campaign: Campaign) -> datetime:
    return (_EPOCH + timedelta(milliseconds=int(milliseconds))).astimezone(campaign.zone)
