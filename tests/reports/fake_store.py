"""Reports in memory; the tests of the real store hold it to the same behaviour."""

from datetime import date, datetime

from giaoban.campaign import Campaign, Unit
from giaoban.reports.report import Baseline, Report, UnitDay


class FakeReportStore:
    def __init__(self) -> None:
        self.reports: dict[tuple[str, date, str, int], Report] = {}
        self.baselines: dict[tuple[str, date, str], Baseline] = {}
        self.opened: set[tuple[str, date]] = set()

    def unit_day(self, campaign: Campaign, unit: Unit, day: date) -> UnitDay:
        revisions = [each for key, each in sorted(self.reports.items()) if key[:3] == (campaign.slug, day, unit.code)]
        baseline = self.baselines.get((campaign.slug, day, unit.code), Baseline())
        return UnitDay(campaign, unit, day, baseline, tuple(revisions))

    def day(self, campaign: Campaign, day: date) -> dict[str, UnitDay]:
        keys = [*self.baselines, *(key[:3] for key in self.reports)]
        codes = sorted({code for slug, on, code in keys if (slug, on) == (campaign.slug, day)} & set(campaign.units))
        return {code: self.unit_day(campaign, campaign.units[code], day) for code in codes}

    def add(self, report: Report) -> bool:
        key = (report.campaign, report.day, report.unit, report.revision)
        is_new = key not in self.reports
        self.reports.setdefault(key, report)
        return is_new

    def add_baseline(self, unit_day: UnitDay, at: datetime) -> bool:  # noqa: ARG002 - as the real one takes it
        key = (unit_day.campaign.slug, unit_day.day, unit_day.unit.code)
        is_new = key not in self.baselines
        self.baselines.setdefault(key, unit_day.baseline)
        return is_new

    def is_opened(self, campaign: Campaign, day: date) -> bool:
        return (campaign.slug, day) in self.opened

    def mark_opened(self, campaign: Campaign, day: date) -> None:
        self.opened.add((campaign.slug, day))
