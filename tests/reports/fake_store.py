"""Reports in memory; the tests of the real store hold it to the same behaviour."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from giaoban.campaign import Campaign, Unit
from giaoban.reports.decision import Decision, MovedDeadline
from giaoban.reports.report import Baseline, Day, Report, UnitDay


class FakeReportStore:
    def __init__(self) -> None:
        self.reports: dict[tuple[str, date, str, int], Report] = {}
        self.baselines: dict[tuple[str, date, str], Baseline] = {}
        self.decisions: dict[tuple[str, date, str, int], Decision] = {}
        self.deadlines: dict[tuple[str, date, int], MovedDeadline] = {}
        self.opened: set[tuple[str, date]] = set()
        self.counted: Counter[tuple[str, date]] = Counter()

    @property
    def written(self) -> tuple[dict[Any, Report], dict[Any, Decision], dict[Any, MovedDeadline]]:
        """All that people have written so far."""
        return dict(self.reports), dict(self.decisions), dict(self.deadlines)

    def unit_day(self, campaign: Campaign, unit: Unit, day: date, now: datetime) -> UnitDay:
        moved = None if now < campaign.deadline(day) else self.moved_deadline(campaign, day)
        return self.unit_day_under(campaign, unit, day, moved)

    def unit_day_under(self, campaign: Campaign, unit: Unit, day: date, moved: MovedDeadline | None) -> UnitDay:
        own = (campaign.slug, day, unit.code)
        revisions = tuple(self.reports[key] for key in sorted(self.reports) if key[:3] == own)
        decisions = tuple(self.decisions[key] for key in sorted(self.decisions) if key[:3] == own)
        return UnitDay(campaign, unit, day, self.baselines.get(own, Baseline()), revisions, decisions, moved)

    def day(self, campaign: Campaign, day: date) -> Day:
        moves = tuple(self.deadlines[key] for key in sorted(self.deadlines) if key[:2] == (campaign.slug, day))
        moved = moves[-1] if moves else None
        units = {unit.code: self.unit_day_under(campaign, unit, day, moved) for unit in campaign.units.values()}
        return Day(campaign, day, units, moved, moves)

    def part_of_day(self, campaign: Campaign, day: date) -> Day:
        return self.day(campaign, day)

    def moved_deadline(self, campaign: Campaign, day: date) -> MovedDeadline | None:
        moves = [key for key in sorted(self.deadlines) if key[:2] == (campaign.slug, day)]
        return self.deadlines[moves[-1]] if moves else None

    def changes(self, campaign: Campaign, day: date) -> int:
        return self.counted[campaign.slug, day]

    def decide(self, unit_day: UnitDay, decision: Decision) -> bool:
        key = (unit_day.campaign.slug, unit_day.day, unit_day.unit.code, decision.number)
        is_new = key not in self.decisions
        self.decisions.setdefault(key, decision)
        return is_new and self.count(unit_day.campaign.slug, unit_day.day)

    def decide_all(self, decisions: Iterable[tuple[UnitDay, Decision]]) -> list[UnitDay]:
        return [each for each, decision in decisions if self.decide(each, decision)]

    def move_deadline(self, campaign: Campaign, day: date, moved: MovedDeadline) -> bool:
        key = (campaign.slug, day, moved.number)
        is_new = key not in self.deadlines
        self.deadlines.setdefault(key, moved)
        return is_new and self.count(campaign.slug, day)

    def add(self, report: Report) -> bool:
        key = (report.campaign, report.day, report.unit, report.revision)
        is_new = key not in self.reports
        self.reports.setdefault(key, report)
        return is_new and self.count(report.campaign, report.day)

    def count(self, campaign: str, day: date) -> bool:
        """Counts a change, if the count arrives; what was put stands."""
        self.counted[campaign, day] += 1
        return True

    def add_baseline(self, unit_day: UnitDay, at: datetime) -> bool:  # noqa: ARG002 - as the real one takes it
        key = (unit_day.campaign.slug, unit_day.day, unit_day.unit.code)
        is_new = key not in self.baselines
        self.baselines.setdefault(key, unit_day.baseline)
        return is_new

    def is_opened(self, campaign: Campaign, day: date) -> bool:
        return (campaign.slug, day) in self.opened

    def mark_opened(self, campaign: Campaign, day: date) -> None:
        self.opened.add((campaign.slug, day))
