"""Making an edition again from what is stored, to show that nobody has touched it.

The hash of what is made is the edition's own, or something stored is not what it was.
"""

from datetime import date, datetime

from giaoban.editions import cut, part
from giaoban.editions.consolidate import consolidate
from giaoban.editions.consolidate_period import consolidate_period
from giaoban.editions.content.edition import Edition, Previous, Replaced
from giaoban.editions.content.period import PeriodEdition
from giaoban.editions.draft import EditionSources
from giaoban.editions.edition import AnyEdition, EditionKind, Frozen, Imprint, Remarks, frozen, rules_of
from giaoban.editions.kept import Kept
from giaoban.editions.period import period_named


def recompute(sources: EditionSources, edition: Frozen[Edition]) -> Frozen[Edition]:
    """From the revisions, decisions, remarks, parts, editions and the campaign that it names.

    Raises Unavailable, Tampered, PartLost.
    """
    said = edition.content
    campaign = sources.archive.campaign(said["campaign"]["data_sha256"])
    day = sources.reports.day(campaign, date.fromisoformat(said["day"]))
    kept = sources.editions.kept(said["campaign"]["slug"], said["day"])
    imprint = Imprint(
        number=said["edition"],
        kind=EditionKind(said["kind"]),
        issued_at=datetime.fromisoformat(said["issued_at"]),
        issued_by=said["issued_by"],
        remarks=_remarks(kept, said),
        previous=_named(sources, said["previous"]),
        replaces=_named(sources, said["replaces"]),
        parts=part.as_named(said.get("parts", {}), kept.parts),
        rules=rules_of(said),
    )
    return frozen(consolidate(cut.as_named(day, said), imprint))


def recompute_period(sources: EditionSources, edition: Frozen[PeriodEdition]) -> Frozen[PeriodEdition]:
    """Of a week or the whole campaign, from its days' editions. Raises Unavailable, Tampered."""
    said = edition.content
    campaign = sources.archive.campaign(said["campaign"]["data_sha256"])
    kept = sources.editions.kept(said["campaign"]["slug"], said["period"])
    imprint = Imprint(
        number=said["edition"],
        kind=EditionKind(said["kind"]),
        issued_at=datetime.fromisoformat(said["issued_at"]),
        issued_by=said["issued_by"],
        remarks=_remarks(kept, said),
        replaces=sources.archive.period(said["replaces"]["sha256"]) if said["replaces"] else None,
        rules=rules_of(said),
    )
    dailies = [sources.archive.edition(day["sha256"]) for day in said["days"]]
    return frozen(consolidate_period(campaign, period_named(campaign, said["period"]), dailies, imprint))


def _named(sources: EditionSources, named: Previous | Replaced | None) -> Frozen[Edition] | None:
    return sources.archive.edition(named["sha256"]) if named else None


def _remarks(kept: Kept, said: AnyEdition) -> Remarks:
    return next((each for each in kept.remarks if each.number == said["remarks"]["number"]), Remarks())
