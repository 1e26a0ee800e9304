"""From a row of a list to somebody, with every problem of the row."""

import re
from datetime import time
from typing import cast

from giaoban.campaign import Campaign
from giaoban.contact import Channel, Duty
from giaoban.directory.columns import COLUMNS
from giaoban.directory.person import Entry
from giaoban.directory.phone import mobile
from giaoban.directory.words import email_address, full_name
from giaoban.fold import fold_for_matching, spelled
from giaoban.lists.same import Sameness
from giaoban.lists.table import Row
from giaoban.problem import Problem, problem

# What is given where a channel is not named.
CHANNELS = (Channel.SMS, Channel.EMAIL)
# What is nobody's but one person's.
PERSONAL = ("name", "phone", "email", "quiet_from", "quiet_to")
_HOUR = re.compile(r"([0-9]{1,2})[:hH]([0-9]{2})?(?::00)?")


def _known_by(entry: Entry) -> tuple[tuple[str, str, str] | None, tuple[str, str]]:
    """In the unit by number and name, however it is accented; without two numbers by the name as it is spelled."""
    numbered = (entry.unit, fold_for_matching(entry.name), entry.phone) if entry.phone else None
    return numbered, (entry.unit, spelled(entry.name))


# Hoa and Hòa are two people, and so are two of one name who have each their own number.
PEOPLE = Sameness(_known_by)


def is_unfilled(row: Row, campaign: Campaign) -> bool:
    """A unit's line of the template, or a heading between; more than that is somebody, or half of a row cut in two."""
    if any(row.text(column) for column in PERSONAL):
        return False
    return sum(bool(cell.text) for cell in row.cells.values()) < 2 or not isinstance(_unit(row, campaign), Problem)


def read_person(row: Row, campaign: Campaign) -> Entry | list[Problem]:
    """One row, or all that is wrong with it."""
    found: dict[str, object] = {
        "unit": _unit(row, campaign),
        "role": _role(row),
        "name": full_name(row.text("name"), row.path("name")),
        "phone": _optional(row, "phone") and mobile(row.text("phone"), row.path("phone"), campaign.test_numbers),
        "email": _optional(row, "email") and email_address(row.text("email"), row.path("email")),
        "language": _language(row),
        "quiet": quiet_hours(row.text("quiet_from"), row.text("quiet_to"), row.path("quiet_from")),
    }
    found["channels"] = _channels(row, found["phone"], found["email"])
    problems = [each for each in found.values() if isinstance(each, Problem)]
    return problems or Entry(**found)  # type: ignore[arg-type]  # what is no problem is of the field's type


def _optional(row: Row, column: str) -> str | None:
    return row.text(column) or None


def _unit(row: Row, campaign: Campaign) -> str | Problem:
    """By its code; spreadsheets take leading zeros away. A name that belongs to another code is a slipped row."""
    code = row.text("unit")
    if code not in campaign.units:
        bare = [each for each in campaign.units if code and each.lstrip("0") == code and each.isdigit()]
        if len(bare) != 1:
            return problem(row.path("unit"), "unknown_unit") if code else problem(row.path("unit"), "missing")
        code = bare[0]
    told, names = fold_for_matching(row.text("unit_name")), campaign.units[code].names
    if told and told not in {fold_for_matching(names.vi), fold_for_matching(names.en)}:
        return problem(row.path("unit_name"), "unit_name_differs")
    return code


def _role(row: Row) -> Duty | Problem:
    text = row.text("role")
    known = COLUMNS.meaning("roles", text)
    if known is None:
        return problem(row.path("role"), "unknown_role") if text else problem(row.path("role"), "missing")
    return Duty(known)


def _language(row: Row) -> str | Problem:
    text = row.text("language")
    return (COLUMNS.meaning("languages", text) or problem(row.path("language"), "unknown_language")) if text else "vi"


def _channels(row: Row, phone: object, email: object) -> tuple[Channel, ...] | Problem:
    """As the row orders them, else all that there are; each needs its address."""
    path = row.path("channels")
    if phone is None and email is None:
        return problem(row.path("phone"), "no_address")
    text = row.text("channels").replace(";", ",").replace("/", ",").replace(">", ",").replace("+", ",")
    named = [COLUMNS.meaning("channels", each) for each in text.split(",") if each.strip()]
    if None in named or len(set(named)) < len(named):
        return problem(path, "unknown_channel")
    return chosen_channels([Channel(cast("str", each)) for each in named], phone, email, path)


def chosen_channels(named: list[Channel], phone: object, email: object, path: str) -> tuple[Channel, ...] | Problem:
    has = {Channel.SMS: phone is not None, Channel.EMAIL: email is not None}
    if any(not has[each] for each in named):
        return problem(path, "channel_without_address")
    return tuple(named) or tuple(each for each in CHANNELS if has[each])


def quiet_hours(begins: str, ends: str, path: str) -> tuple[time, time] | Problem | None:
    """Both or neither, as 22:00."""
    if not begins and not ends:
        return None
    try:
        found = _hour(begins), _hour(ends)
    except ValueError:
        return problem(path, "not_hours")
    return found if found[0] != found[1] else problem(path, "not_hours")


def _hour(text: str) -> time:
    """22:00, 22h00, 22h or what a spreadsheet makes of it, 22:00:00. Raises ValueError."""
    found = _HOUR.fullmatch(text)
    if not found:
        raise ValueError("not an hour")
    return time(int(found[1]), int(found[2] or 0))
