"""Small phrases that several sections share: a unit's name, a list of names that does not grow without end."""

from collections.abc import Iterator, Sequence

from giaoban.documents.words import say
from giaoban.editions.content.edition import Edition
from giaoban.editions.content.figures import KindOfUnit
from giaoban.editions.content.period import PeriodKind

LONGEST_REMARKS = 240


def unit_names(edition: Edition) -> dict[str, str]:
    """Every unit's name by its code."""
    return {state["unit"]["code"]: state["unit"]["names"]["vi"] for state in edition["units"]}


def covered_kind(kinds: Sequence[KindOfUnit | PeriodKind]) -> str:
    """Whose supporters are counted, within a sentence: xã, phường."""
    names = (kind["names"]["vi"] for kind in kinds if any(each["id"] == "supporters" for each in kind["targets"]))
    return lower_first(next(names, say("unit_counted")))


def named(codes: Sequence[str], names: dict[str, str]) -> str:
    """All of them: Phường Ba Đình; Xã Mỹ Đức."""
    return "; ".join(names.get(code, code) for code in codes)


def cut(text: str, limit: int) -> str | None:
    """The text's beginning, up to a word's end, when it is longer than `limit`; None when it is not."""
    if len(text) <= limit:
        return None
    start = text[:limit]
    return (start.rsplit(maxsplit=1)[0] if " " in start else start).rstrip(" ,;.")


def remarks(text: str) -> Iterator[str]:
    """The centre's own words as a first page has room for them: on one line, the beginning when they are long."""
    if line := " ".join(text.split()):
        beginning = cut(line, LONGEST_REMARKS)
        yield say("matter_remarks_more", text=beginning) if beginning else say("matter_remarks", text=line)


def lower_first(text: str) -> str:
    """For use within a sentence; what begins with two capitals is an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def more(names: Sequence[str], limit: int) -> str:
    """At most `limit` names, and how many more there are."""
    if len(names) <= limit:
        return ", ".join(names)
    return say("act_more", names=", ".join(names[:limit]), count=len(names) - limit)
