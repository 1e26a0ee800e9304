"""The edition that would be issued now, put together from what is stored."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from giaoban.campaign import Campaign
from giaoban.editions.archive import Archive
from giaoban.editions.consolidate import consolidate, data_sha256
from giaoban.editions.content.edition import Edition
from giaoban.editions.edition import AnyEdition, EditionKind, Frozen, Imprint
from giaoban.editions.kept import Kept, period_of
from giaoban.editions.queue import EditionsQueue
from giaoban.editions.store import EditionStore
from giaoban.reports.report import Day
from giaoban.reports.store import ReportStore


@dataclass(frozen=True)
class EditionSources:
    """Where an edition comes from."""

    reports: ReportStore
    editions: EditionStore
    archive: Archive


@dataclass(frozen=True)
class EditionStores(EditionSources):
    """And where it goes."""

    queue: EditionsQueue
    site: EditionsQueue

    def announce(self, campaign: str, period: str, edition: int) -> None:
        """Asks for the documents of an edition, and for the site that shows it."""
        self.queue.send(campaign, period, edition)
        self.site.send(campaign, period, edition)


@dataclass(frozen=True)
class Draft[Content: AnyEdition]:
    """`campaign` is the one whose rules it follows; `replaces` the edition that it would follow."""

    campaign: Campaign
    period: str
    content: Content
    replaces: Frozen[Content] | None

    @property
    def says_otherwise(self: "Draft[Edition]") -> bool:
        """Whether any unit's day is another than in the edition before. Remarks are not a unit's day."""
        return bool(self.content["changes"])


def draft(
    stores: EditionStores,
    campaign: Campaign,
    day: date,
    at: datetime,
    kept: Kept,
    kind: EditionKind = EditionKind.DRAFT,
    by: str | None = None,
) -> Draft[Edition]:
    """What was known of the day at that moment, numbered after the last in `kept`. Raises Unavailable."""
    replaces = stores.archive.edition(kept.last.sha256) if kept.last else None
    reported = _reported(stores, campaign, day, replaces)
    imprint = Imprint[Edition](
        number=kept.number + 1,
        kind=kind,
        issued_at=_not_before(at, replaces),
        issued_by=by,
        remarks=kept.remark,
        previous=_last_of(stores, campaign, day - timedelta(days=1)),
        replaces=replaces,
        parts=kept.parts,
    )
    return Draft(reported.campaign, kept.period, consolidate(reported, imprint), replaces)


def _not_before(at: datetime, replaces: Frozen[Edition] | None) -> datetime:
    """A tick that comes late carries a moment that a newer edition has passed: nothing may fall out again."""
    return max(at, datetime.fromisoformat(replaces.content["issued_at"])) if replaces else at


def _last_of(stores: EditionStores, campaign: Campaign, day: date) -> Frozen[Edition] | None:
    last = stores.editions.kept(campaign.slug, period_of(day)).last if campaign.day_number(day) else None
    return stores.archive.edition(last.sha256) if last else None


def _reported(stores: EditionStores, campaign: Campaign, day: date, replaces: Frozen[Edition] | None) -> Day:
    """A later edition follows the campaign that the first one followed: so did the units when they reported.

    Only where a unit has reported that it does not know, the campaign of today has to do.
    """
    now = stores.reports.day(campaign, day)
    if replaces is None or replaces.content["campaign"]["data_sha256"] == data_sha256(campaign):
        return now
    before = stores.archive.campaign(replaces.content["campaign"]["data_sha256"])
    reported = {code for code, unit_day in now.units.items() if unit_day.revisions}
    return stores.reports.day(before, day) if reported <= before.units.keys() else now
