"""A coordinator issues the report of a week or of the whole campaign."""

from collections.abc import Sequence
from datetime import datetime

from giaoban.campaign import Campaign
from giaoban.editions.consolidate_period import consolidate_period
from giaoban.editions.content.edition import Edition
from giaoban.editions.content.period import PeriodEdition
from giaoban.editions.draft import Draft, EditionStores
from giaoban.editions.edition import EditionKind, Frozen, Imprint
from giaoban.editions.issue import Issued, Order, put, require_seen
from giaoban.editions.kept import Entry, period_of
from giaoban.editions.period import Period
from giaoban.problem import Refused, problem


def issue_period(stores: EditionStores, campaign: Campaign, period: Period, order: Order, now: datetime) -> Issued:
    """Raises Refused, Conflict (with the last edition) and Unavailable (pressing again is safe)."""
    kept = stores.editions.kept(campaign.slug, period.name)
    if again := kept.asked_before(order.request):
        return Issued(again, is_new=False)
    require_seen(kept, order)
    dailies = _latest(stores, campaign, period)
    replaces = stores.archive.period(kept.last.sha256) if kept.last else None
    _require_news(dailies, replaces)
    imprint = Imprint[PeriodEdition](kept.number + 1, EditionKind.ISSUED, now, order.by, kept.remark, replaces=replaces)
    content = consolidate_period(campaign, period, dailies, imprint)
    return put(stores, Draft(campaign, period.name, content, replaces), order, kept)


def _latest(stores: EditionStores, campaign: Campaign, period: Period) -> list[Frozen[Edition]]:
    """The latest edition of each day. Raises Refused until the period's last day has one."""
    entries: Sequence[Entry | None] = [stores.editions.kept(campaign.slug, period_of(day)).last for day in period.days]
    if entries[-1] is None:
        raise Refused("decision_refused", [problem("", "period_not_over")])
    return [stores.archive.edition(entry.sha256) for entry in entries if entry]


def _require_news(dailies: Sequence[Frozen[Edition]], replaces: Frozen[PeriodEdition] | None) -> None:
    before = [day["sha256"] for day in replaces.content["days"]] if replaces else None
    if before == [daily.sha256 for daily in dailies]:
        raise Refused("decision_refused", [problem("", "nothing_changed")])
