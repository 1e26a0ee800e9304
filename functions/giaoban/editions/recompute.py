"""Making an edition again from what is stored, to show that nobody has touched it."""

from datetime import date, datetime

from giaoban.editions.consolidate import consolidate
from giaoban.editions.content.edition import Edition, Previous, Replaced
from giaoban.editions.cut import as_named
from giaoban.editions.draft import EditionSources
from giaoban.editions.edition import Frozen, Imprint, Kind, Remarks, frozen


def recompute(sources: EditionSources, edition: Frozen[Edition]) -> Frozen[Edition]:
    """From the revisions, decisions, remarks, editions and the campaign that it names. Raises Unavailable, Tampered.

    Its hash is the edition's own, or something stored is not what it was.
    """
    said = edition.content
    campaign = sources.archive.campaign(said["campaign"]["data_sha256"])
    day = sources.reports.day(campaign, date.fromisoformat(said["day"]))
    imprint = Imprint(
        number=said["edition"],
        kind=Kind(said["kind"]),
        issued_at=datetime.fromisoformat(said["issued_at"]),
        issued_by=said["issued_by"],
        remarks=_remarks(sources, said),
        previous=_named(sources, said["previous"]),
        replaces=_named(sources, said["replaces"]),
    )
    return frozen(consolidate(as_named(day, said), imprint))


def _named(sources: EditionSources, named: Previous | Replaced | None) -> Frozen[Edition] | None:
    return sources.archive.edition(named["sha256"]) if named else None


def _remarks(sources: EditionSources, said: Edition) -> Remarks:
    kept = sources.editions.kept(said["campaign"]["slug"], said["day"])
    return next((each for each in kept.remarks if each.number == said["remarks"]["number"]), Remarks())
