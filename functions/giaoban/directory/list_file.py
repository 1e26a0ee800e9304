"""The list of people to fill in: every unit has its line; with those known, it can be mended and sent back."""

from collections.abc import Iterator, Sequence

from giaoban.campaign import Campaign
from giaoban.cells import harmless
from giaoban.contact import Duty
from giaoban.directory.columns import COLUMNS
from giaoban.directory.person import Entry
from giaoban.directory.phone import as_written_here
from giaoban.lists import list_file as lists
from giaoban.lists.list_file import Sheet

SHEET = Sheet(
    "Danh bạ",
    widths=(12, 34, 18, 28, 20, 30, 16, 13, 15, 15),
    frozen="D2",
    choices={"role": "roles", "language": "languages"},
)


def list_file(kind: str, campaign: Campaign, people: Sequence[Entry] = ()) -> bytes:
    """`kind` is one of FORMATS."""
    return lists.list_file(kind, COLUMNS, SHEET, _rows(campaign, people))


def _rows(campaign: Campaign, people: Sequence[Entry]) -> Iterator[list[str]]:
    roles = COLUMNS.words_of("roles")
    for unit in campaign.units.values():
        begins = [unit.code, unit.names.vi]
        known = [each for each in people if each.unit == unit.code]
        for entry in known:
            yield [*begins, roles[entry.role].vi, *_about(entry)]
        if not known:
            yield [*begins, roles[Duty.REPORTER].vi, *[""] * 7]


def _about(entry: Entry) -> list[str]:
    channels, languages = COLUMNS.words_of("channels"), COLUMNS.words_of("languages")
    quiet = [f"{each:%H:%M}" for each in entry.quiet] if entry.quiet else ["", ""]
    phone = as_written_here(entry.phone) if entry.phone else ""
    by = ", ".join(channels[each].vi for each in entry.channels)
    return [harmless(entry.name), phone, harmless(entry.email or ""), by, languages[entry.language].vi, *quiet]
