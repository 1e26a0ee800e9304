"""The allow-list: what of an edition may appear in public. What is not named here does not exist for the site.

Left out on purpose: who issued, called, decided or told; measures against units; free text of reports, remarks,
reasons and explanations; receipts. A string is let through only where its form can be checked (a code, a moment, a
hash), where it is the campaign's own data (names and titles), or where it is words of a unit that a coordinator has made
public: `public` of a unit's line is the one way, and its `notes` and `findings` stay outside.
"""

import re
from collections.abc import Callable, Mapping
from typing import cast

from giaoban.editions.content.edition import PublicEdition

type Check = Callable[[object], bool]
type Shape = Check | Mapping[str, "Shape"] | list["Shape"] | "Maybe" | "Keyed" | "Lacking"


class NotPublic(ValueError):
    """An edition that does not look as agreed: it is not published, and the message says where."""


class Maybe:
    """A part that may be null."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape


class Lacking:
    """A part that older editions have not, nor those that have nothing to say in it."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape


class Keyed:
    """An object whose keys are figures."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape


def _like(pattern: str) -> Check:
    compiled = re.compile(pattern, re.ASCII)
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


def _one_of(*words: str) -> Check:
    return lambda value: value in words


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _truth(value: object) -> bool:
    return isinstance(value, bool)


def _reported(value: object) -> bool:
    return isinstance(value, int)


def _name(value: object) -> bool:
    """A name or a title: the campaign's own data, one line."""
    return isinstance(value, str) and len(value) <= 300 and "\n" not in value


def _words(value: object) -> bool:
    """What a person wrote: as long as a report takes it, and nothing but line ends that is not to be seen."""
    return isinstance(value, str) and 0 < len(value) <= 1000 and not _UNSEEN.search(value)


_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
DAY = _like(r"\d{4}-\d\d-\d\d")
MOMENT = _like(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)")
CODE = _like(r"[A-Za-z0-9_-]{1,64}")
HASH = _like(r"[0-9a-f]{64}")
SECTION = _like(r"[A-Z0-9.]{1,12}")
ABOUT = _like(r"notes/(difficulties|proposals)|explanations/[a-z][a-z0-9_:]{0,99}")
URN = _like(r"urn:giaoban:[a-z0-9:]{1,40}")
STATE = _one_of("expected", "on_time", "late", "missing", "excused")
PUBLIC_FLAGS = ("nothing_to_report", "partial", "phoned_in")

_BOTH: Shape = {"vi": _name, "en": _name}
_COUNTS: Shape = dict.fromkeys(
    [
        "due",
        "expected",
        "on_time",
        "late",
        "missing",
        "excused",
        "partial",
        "phoned_in",
        "nothing_to_report",
        "with_findings",
    ],
    _whole,
)
_FIGURE: Shape = {
    "id": CODE,
    "title": _BOTH,
    "counted_in": Maybe(_BOTH),
    "measure": _one_of("flow", "stock"),
    "type": _one_of("integer", "boolean"),
    "total": Maybe(_whole),
    "units": _whole,
    "carried": _whole,
    "blank": _whole,
    "change": Maybe(_whole),
    "compared": Lacking(_whole),
}
_TARGET: Shape = {
    "id": CODE,
    "title": _BOTH,
    "source": [SECTION],
    "outside": Maybe(_BOTH),
    "note": Maybe(_BOTH),
    "kind": _one_of("ratio", "units"),
    "goal": _whole,
    "numerator": _whole,
    "denominator": _whole,
    "value": Maybe(_whole),
    "met": _truth,
    "change": Maybe(_whole),
    "compared": Lacking(_whole),
    "best": [CODE],
    "furthest": [CODE],
    "units": _whole,
}
_UNIT: Shape = {
    "unit": {"code": CODE, "kind": CODE, "names": _BOTH},
    "state": STATE,
    "was": Maybe(STATE),
    "flags": [CODE],
    "revision": _whole,
    "first_received_at": Maybe(MOMENT),
    "received_at": Maybe(MOMENT),
    "figures": Keyed(_reported),
    "carried": Keyed({"value": _reported, "day": DAY}),
    "public": Lacking([{"about": ABOUT, "figures": [CODE], "text": _words}]),
}
_CHANGE: Shape = {
    "unit": CODE,
    "state": {"from": Maybe(STATE), "to": STATE},
    "revision": {"from": _whole, "to": _whole},
    "why": CODE,
    "names": _BOTH,
    "at": MOMENT,
    "figures": [{"figure": CODE, "from": Maybe(_reported), "to": Maybe(_reported)}],
    "texts": Lacking([{"about": ABOUT, "public": _truth}]),
}
ALLOWED: Shape = {
    "schema": URN,
    "campaign": {"slug": CODE, "names": _BOTH, "first_day": DAY, "days": _whole, "data_sha256": HASH},
    "day": DAY,
    "day_number": _whole,
    "edition": _whole,
    "kind": _one_of("issued", "provisional", "correction"),
    "issued_at": MOMENT,
    "deadline": MOMENT,
    "deadline_moved": Maybe({"at": MOMENT}),
    "edition_deadline": MOMENT,
    "previous": Maybe({"day": DAY, "edition": _whole, "sha256": HASH}),
    "replaces": Maybe({"edition": _whole, "sha256": HASH, "kind": CODE}),
    "counts": _COUNTS,
    "kinds": [
        {
            "kind": CODE,
            "names": _BOTH,
            "counts": _COUNTS,
            "groups": [{"id": CODE, "title": _BOTH, "figures": [_FIGURE], "totals": [_FIGURE]}],
            "targets": [_TARGET],
        }
    ],
    "coverage": Maybe({"units": _whole, "enough": _whole, "short": [CODE], "not_reported": [CODE]}),
    "units": [_UNIT],
    "findings": {"open": _whole, "explained": _whole},
    "changes": [_CHANGE],
}


def public_part(edition: Mapping[str, object]) -> PublicEdition:
    """What the public may see of an edition. Raises NotPublic when a part is missing or not of its form."""
    part = cast("PublicEdition", _pick(edition, ALLOWED, ""))
    for row in part["units"]:
        row["flags"] = [flag for flag in row["flags"] if flag in PUBLIC_FLAGS]
    return part


def _pick(value: object, shape: Shape, at: str) -> object:
    if isinstance(shape, Maybe):
        return None if value is None else _pick(value, shape.shape, at)
    if isinstance(shape, Lacking):
        return _pick(value, shape.shape, at)
    if isinstance(shape, Keyed):
        return {_key(name, at): _pick(each, shape.shape, f"{at}/{name}") for name, each in _object(value, at).items()}
    if isinstance(shape, Mapping):
        given = _object(value, at)
        known = {name: part for name, part in shape.items() if name in given or not isinstance(part, Lacking)}
        return {name: _pick(_part(given, name, at), part, f"{at}/{name}") for name, part in known.items()}
    if isinstance(shape, list):
        return [_pick(each, shape[0], f"{at}/{number}") for number, each in enumerate(_array(value, at))]
    if not shape(value):
        raise NotPublic(f"{at} is not of the form that may be published")
    return value


def _part(given: Mapping[str, object], name: str, at: str) -> object:
    """Also one that may be null stands there."""
    if name not in given:
        raise NotPublic(f"{at}/{name} is missing")
    return given[name]


def _object(value: object, at: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise NotPublic(f"{at} is not an object")
    return value


def _array(value: object, at: str) -> list[object]:
    if not isinstance(value, list):
        raise NotPublic(f"{at} is not a list")
    return value


def _key(name: object, at: str) -> str:
    if not CODE(name):
        raise NotPublic(f"{at} has a key that is no figure's name")
    return str(name)
