"""Whether the editions of a period are what they were: under their hashes, in their chain, and made again the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from giaoban.campaign import Campaign
from giaoban.editions.archive import Tampered
from giaoban.editions.content.edition import Edition
from giaoban.editions.draft import EditionSources
from giaoban.editions.edition import AnyEdition, Frozen, is_period
from giaoban.editions.kept import Entry, period_of
from giaoban.editions.part import PartLost
from giaoban.editions.recompute import recompute, recompute_period


class Fault(StrEnum):
    """What is wrong with an edition."""

    TAMPERED = "tampered"
    LISTED = "listed"
    CHAIN = "chain"
    PART = "part"
    OTHERWISE = "otherwise"


@dataclass(frozen=True)
class Verified:
    """An edition of a period, and what is wrong with it; None: nothing."""

    period: str
    entry: Entry
    fault: Fault | None


def verify(sources: EditionSources, campaign: Campaign, period: str) -> Iterator[Verified]:
    """Each edition of a day, a week or the whole, in order. Raises Unavailable."""
    kept = sources.editions.kept(campaign.slug, period)
    for before, entry in pairwise([None, *kept.editions]):
        if entry:
            yield Verified(period, entry, _fault(sources, campaign, before, entry))


def _fault(sources: EditionSources, campaign: Campaign, before: Entry | None, entry: Entry) -> Fault | None:
    try:
        edition = sources.archive.any_edition(entry.sha256)
        return _of_content(sources, campaign, before, entry, edition)
    except Tampered:
        return Fault.TAMPERED
    except PartLost:
        return Fault.PART


def _of_content(
    sources: EditionSources, campaign: Campaign, before: Entry | None, entry: Entry, edition: Frozen[AnyEdition]
) -> Fault | None:
    said = edition.content
    if (said["edition"], said["kind"], said["issued_at"]) != (entry.number, entry.kind.value, entry.issued_at):
        return Fault.LISTED
    replaced = said["replaces"]["sha256"] if said["replaces"] else None
    if replaced != (before.sha256 if before else None):
        return Fault.CHAIN
    if is_period(said):
        again = recompute_period(sources, Frozen(edition.sha256, said)).sha256
    elif not _follows(sources, campaign, said):
        return Fault.CHAIN
    else:
        again = recompute(sources, Frozen(edition.sha256, said)).sha256
    return None if again == entry.sha256 else Fault.OTHERWISE


def _follows(sources: EditionSources, campaign: Campaign, said: Edition) -> bool:
    """Whether the edition of the day before that it is told against stands in that day's list."""
    if said["previous"] is None:
        return True
    before = period_of(date.fromisoformat(said["day"]) - timedelta(days=1))
    listed = sources.editions.kept(campaign.slug, before).editions
    return said["previous"]["sha256"] in [entry.sha256 for entry in listed]
