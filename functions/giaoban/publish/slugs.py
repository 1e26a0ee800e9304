"""Units in the order of their names, and their addresses."""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from giaoban.campaign import Campaign, Unit
from giaoban.editions.content.units import PublicUnit
from giaoban.fold import fold_for_search
from giaoban.publish.places import slug_of
from giaoban.publish.story import Issue


def communes(campaign: Campaign) -> list[Unit]:
    """The campaign's communes by name, without the words phường and xã."""
    found = [unit for unit in campaign.units.values() if unit.kind == "commune"]
    return sorted(found, key=lambda unit: name_key(unit.names.vi))


def slugs(campaign: Campaign) -> Mapping[str, str]:
    """Each commune's address: its fold_for_search name; with its code where two would be alike."""
    made = {unit.code: slug_of(unit.names.vi) for unit in communes(campaign)}
    often = Counter(made.values())
    return {code: slug if often[slug] == 1 else f"{slug}-{code}" for code, slug in made.items()}


def in_order(issue: Issue, kind: str) -> list[PublicUnit]:
    """One kind's rows of an edition, by name."""
    rows = [row for row in issue.edition["units"] if row["unit"]["kind"] == kind]
    return sorted(rows, key=lambda row: name_key(row["unit"]["names"]["vi"]))


@cache
def name_key(name: str) -> tuple[str, str]:
    """Phường Ba Đình under B: the kind of place is the first word of every name."""
    place, _, own = fold_for_search(name).partition(" ")
    return own or place, place
