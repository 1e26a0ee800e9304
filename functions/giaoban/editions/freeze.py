"""From a draft to edition n: its content goes up under its hash first, then one conditional put makes it the edition."""

from giaoban.editions.draft import Draft, EditionStores
from giaoban.editions.edition import AnyEdition, EditionKind, Frozen, frozen
from giaoban.editions.kept import Entry


def freeze(stores: EditionStores, draft: Draft[AnyEdition], request: str) -> Entry | None:
    """The edition as listed; None when its number is taken. Raises Unavailable when that is not known.

    Documents and site are asked for at once; if that fails, the tick asks for the documents again, and the site shows
    the edition with the next one: each build is of all that is issued.
    """
    edition = frozen(draft.content)
    entry = entry_of(edition, request)
    stores.archive.keep(edition, draft.campaign)
    if not stores.editions.add_edition(draft.campaign.slug, draft.period, entry):
        return None
    stores.announce(draft.campaign.slug, draft.period, entry.number)
    return entry


def entry_of(edition: Frozen[AnyEdition], request: str) -> Entry:
    said = edition.content
    return Entry(
        number=said["edition"],
        kind=EditionKind(said["kind"]),
        sha256=edition.sha256,
        issued_at=said["issued_at"],
        issued_by=said["issued_by"],
        request=request,
        counts=said["counts"],
    )
