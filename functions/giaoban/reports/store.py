"""Reports in DynamoDB: every read is consistent, every write is one conditional put of one item.

A put that people look out for is followed by a count of the day's changes: a hint for open boards, without which nothing
is wrong. It is the one item that is changed in place.
"""

import logging
from collections.abc import Iterable
from datetime import date, datetime
from functools import partial
from itertools import groupby

from pynamodb.exceptions import PynamoDBException
from pynamodb.expressions.condition import Condition

from giaoban.campaign import Campaign, Unit
from giaoban.dynamodb import Client, bound, client_of, written
from giaoban.problem import Unavailable
from giaoban.reports.decision import Decision, MovedDeadline
from giaoban.reports.items import (
    CHANGED,
    DEADLINES,
    OPENED,
    Item,
    baseline_item,
    deadline_item,
    decision_item,
    moved_deadline_of,
    partition,
    report_item,
    unit_day_of,
    unit_prefix,
)
from giaoban.reports.report import Day, Report, UnitDay

_log = logging.getLogger(__name__)


class ReportStore:
    """All reports, and what coordinators decided about them."""

    def __init__(self, table: str, client: Client | None = None) -> None:
        self._items = bound(Item, table, client)

    @property
    def client(self) -> Client:
        """For the other stores of the same function."""
        return client_of(self._items)

    def unit_day(self, campaign: Campaign, unit: Unit, day: date, now: datetime) -> UnitDay:
        """One unit's day as it stands at `now`, revision 0 and history, in one Query. Raises Unavailable.

        The day's deadline takes another, but not before the campaign's own: it only ever moves to later.
        """
        moved = None if now < campaign.deadline(day) else self.moved_deadline(campaign, day)
        return self.unit_day_under(campaign, unit, day, moved)

    def unit_day_under(self, campaign: Campaign, unit: Unit, day: date, moved: MovedDeadline | None) -> UnitDay:
        """The same under a deadline that has just been read. Raises Unavailable."""
        items = self._query(partition(campaign.slug, day), unit_prefix(unit.code))
        return unit_day_of(campaign, unit, day, items, moved)

    def day(self, campaign: Campaign, day: date) -> Day:
        """Every unit of the campaign on that day, and the day's deadline, in one Query. Raises Unavailable."""
        return _day(campaign, day, self._query(partition(campaign.slug, day)))

    def part_of_day(self, campaign: Campaign, day: date) -> Day:
        """The same of a portion of the campaign, whose units' codes follow each other: theirs alone is read."""
        codes, key = sorted(campaign.units), partition(campaign.slug, day)
        return _day(campaign, day, self._query(key, DEADLINES) + self._between(key, codes[0], codes[-1]))

    def moved_deadline(self, campaign: Campaign, day: date) -> MovedDeadline | None:
        """The day's deadline, if it was moved. Raises Unavailable."""
        moves = self._query(partition(campaign.slug, day), DEADLINES)
        return moved_deadline_of(moves[-1], campaign) if moves else None

    def changes(self, campaign: Campaign, day: date) -> int:
        """How often the day is known to have changed. Raises Unavailable."""
        found = self._query(partition(campaign.slug, day), CHANGED)
        return int(found[0].changes) if found else 0

    def decide(self, unit_day: UnitDay, decision: Decision) -> bool:
        """Stores a decision that does not exist yet; False when it does. Raises Unavailable."""
        return bool(self.decide_all([(unit_day, decision)]))

    def decide_all(self, decisions: Iterable[tuple[UnitDay, Decision]]) -> list[UnitDay]:
        """The same of many units of a day, each by itself: those whose decision is stored. Raises Unavailable."""
        stored = [each for each, decision in decisions if self._put(decision_item(self._items, each, decision))]
        if stored:
            self._count(partition(stored[0].campaign.slug, stored[0].day))
        return stored

    def move_deadline(self, campaign: Campaign, day: date, moved: MovedDeadline) -> bool:
        """Stores the day's new deadline; False when somebody else has moved it just now. Raises Unavailable."""
        return self._put_counted(deadline_item(self._items, campaign, day, moved))

    def add(self, report: Report) -> bool:
        """Stores a revision that does not exist yet; False when it does. Raises Unavailable when that is not known."""
        return self._put_counted(report_item(self._items, report))

    def add_baseline(self, unit_day: UnitDay, at: datetime) -> bool:
        """Stores revision 0 of a unit's day; False when it is there already."""
        return self._put(baseline_item(self._items, unit_day, at))

    def is_opened(self, campaign: Campaign, day: date) -> bool:
        """Whether every unit's revision 0 of the day has been put."""
        return any(True for _ in self._query(partition(campaign.slug, day), OPENED))

    def mark_opened(self, campaign: Campaign, day: date) -> None:
        self._put(self._items(partition(campaign.slug, day), OPENED))

    def _query(self, partition: str, prefix: str | None = None) -> list[Item]:
        return self._found(partition, self._items.unit_revision.startswith(prefix) if prefix else None)

    def _between(self, partition: str, first: str, last: str) -> list[Item]:
        """All of the units from one code to another."""
        return self._found(partition, self._items.unit_revision.between(unit_prefix(first), f"{unit_prefix(last)}~"))

    def _found(self, partition: str, condition: Condition | None) -> list[Item]:
        try:
            return list(self._items.query(partition, condition, consistent_read=True))
        except PynamoDBException as error:
            raise Unavailable("store_silent") from error

    def _put(self, item: Item) -> bool:
        return written(partial(item.save, self._items.day.does_not_exist()))

    def _put_counted(self, item: Item) -> bool:
        is_new = self._put(item)
        if is_new:
            self._count(item.day)
        return is_new

    def _count(self, partition: str) -> None:
        """What was put stands, whatever becomes of this: boards read the whole day every minute all the same."""
        try:
            self._items._get_connection().update_item(partition, CHANGED, [self._items.changes.add(1)])
        except PynamoDBException:
            _log.warning("change_not_counted")


def _day(campaign: Campaign, day: date, items: Iterable[Item]) -> Day:
    ordered = sorted(items, key=lambda item: item.unit_revision)
    by_unit = {code: list(own) for code, own in groupby(ordered, key=lambda item: item.unit_revision.split("#")[0])}
    moves = [item for item in by_unit.pop("", []) if item.unit_revision.startswith(DEADLINES)]
    moved_deadlines = tuple(moved_deadline_of(item, campaign) for item in moves)
    moved = moved_deadlines[-1] if moved_deadlines else None
    units = {
        unit.code: unit_day_of(campaign, unit, day, by_unit.get(unit.code, ()), moved)
        for unit in campaign.units.values()
    }
    return Day(campaign, day, units, moved, moved_deadlines)
