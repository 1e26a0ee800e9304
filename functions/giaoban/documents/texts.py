"""Small phrases that several sections share: a unit's name, a list of names that does not grow without end."""

from collections.abc import Sequence

from giaoban.documents.edition import Edition
from giaoban.documents.numbers import number
from giaoban.documents.words import say


def unit_names(edition: Edition) -> dict[str, str]:
    """Every unit's name by its code."""
    return {state["unit"]["code"]: state["unit"]["names"]["vi"] for state in edition["units"]}


def named(codes: Sequence[str], names: dict[str, str]) -> str:
    """All of them: Phường Ba Đình; Xã Mỹ Đức."""
    return "; ".join(names.get(code, code) for code in codes)


def value_text(value: object) -> str:
    """A figure of one unit: 1.234, có, không, or a dash."""
    if isinstance(value, bool):
        return say("yes" if value else "no")
    return number(value if isinstance(value, int) else None)


def cut(text: str, limit: int) -> str | None:
    """The text's beginning, up to a word's end, when it is longer than `limit`; None when it is not."""
    if len(text) <= limit:
        return None
    start = text[:limit]
    return (start.rsplit(maxsplit=1)[0] if " " in start else start).rstrip(" ,;.")


def lower_first(text: str) -> str:
    """For use within a sentence; what begins with two capitals is an abbreviation."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def more(names: Sequence[str], limit: int) -> str:
    """At most `limit` names, and how many more there are."""
    if len(names) <= limit:
        return ", ".join(names)
    return say("act_more", names=", ".join(names[:limit]), count=len(names) - limit)
