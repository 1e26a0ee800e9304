"""Revision 0 of a day: what each unit's earlier days say, as known at the slot that opens the day.

It depends only on what had been received by that slot, so a tick that comes twice, late or out of order writes the same.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from statistics import median_low

from giaoban.campaign import Campaign, Unit
from giaoban.reports.report import Baseline, KnownStock, Report, UnitDay


def days_to_open(campaign: Campaign, slot: datetime) -> list[date]:
    """The campaign days whose opening slot has come, in order."""
    number = min((slot.astimezone(campaign.zone).date() - campaign.first_day).days + 1, campaign.days)
    days = [campaign.first_day + timedelta(days=index) for index in range(max(number, 0))]
    return [day for day in days if campaign.opening(day) <= slot]


def baseline_of(unit: Unit, day: date, campaign: Campaign, window: Sequence[Mapping[str, UnitDay]]) -> Baseline:
    """A unit's revision 0 of `day` from the days just before it, oldest first (at most `usual_over_days` of them)."""
    days = [each[unit.code] for each in window if unit.code in each]
    reports = [report for each in days if (report := _as_known(each, campaign.opening(day)))]
    # Within the window corrections may still have come; what is older is closed for units, and a revision 0 has it.
    begins = day - timedelta(days=len(window))
    older = {name: _older(name, days, begins) for name in (days[-1].baseline.stocks if days else ())}
    stocks = {name: known for name, known in older.items() if known}
    for report in reports:
        stocks |= _stocks(report, campaign, unit)
    return Baseline(stocks, _usual(reports, campaign, unit))


def _older(name: str, days: Sequence[UnitDay], begins: date) -> KnownStock | None:
    """A stock as it was known before the window: what replaced it since may have been taken back.

    Newest revision 0 first; one that knows nothing of the stock says that it was taken back before.
    """
    for each in reversed(days):
        known = each.baseline.stocks.get(name)
        if known is None or known.day < begins:
            return known
    return None


def _as_known(unit_day: UnitDay, moment: datetime) -> Report | None:
    received = [report for report in unit_day.revisions if report.received_at < moment]
    return received[-1] if received else None


def _stocks(report: Report, campaign: Campaign, unit: Unit) -> dict[str, KnownStock]:
    figures = campaign.form_of(unit).figures
    return {
        name: KnownStock(value, report.day)
        for name, value in report.sent.figures.items()
        if name in figures and figures[name].measure == "stock"
    }


def _usual(reports: Sequence[Report], campaign: Campaign, unit: Unit) -> dict[str, int]:
    """The median of each flow over the days that gave it; of an even number of days the lower middle one."""
    flows = [each.id for each in campaign.form_of(unit).figures.values() if each.measure == "flow" and each.type is int]
    values = {
        name: [int(report.sent.figures[name]) for report in reports if name in report.sent.figures] for name in flows
    }
    return {name: median_low(given) for name, given in values.items() if given}
