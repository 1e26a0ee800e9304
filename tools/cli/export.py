"""`giaoban export`: the current revisions of a campaign as CSV, for a spreadsheet."""

import argparse
import csv
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TextIO

from giaoban.campaign import Campaign, Unit
from giaoban.reports.store import ReportStore
from tools.cli.campaigns import campaign_named, day_named, present, unit_named
from tools.cli.export_rows import columns, row
from tools.cli.parser import add_run_file, explained
from tools.cli.system import find_system
from tools.cli.words import failed, misused, tell, words

BYTE_ORDER_MARK = "\ufeff"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", default="commune", metavar="KIND", help=explained("kind"))
    parser.add_argument("--from", dest="first", metavar="YYYY-MM-DD", help=explained("from"))
    parser.add_argument("--to", dest="last", metavar="YYYY-MM-DD", help=explained("to"))
    parser.add_argument("--unit", action="append", default=[], metavar="CODE", help=explained("units"))
    parser.add_argument("--campaign", metavar="SLUG", help=explained("campaign"))
    parser.add_argument("--out", type=Path, metavar="FILE", help=explained("out"))
    add_run_file(parser)
    parser.set_defaults(command=export)


def export(arguments: argparse.Namespace) -> int:
    """UTF-8 with a byte order mark, which spreadsheets need to read Vietnamese."""
    system = find_system(arguments.run)
    campaign = campaign_named(arguments.campaign, system)
    if arguments.kind not in campaign.forms:
        raise misused("unknown_kind", kind=arguments.kind, known=", ".join(campaign.forms))
    units = _units(campaign, arguments)
    now = present(campaign, system)
    days = _days(campaign, arguments, campaign.today(now))
    store = ReportStore(system.table("REPORTS_TABLE"))
    with _opened(arguments.out) as file:
        table = csv.writer(file, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
        table.writerow(columns(campaign.forms[arguments.kind]))
        table.writerows(_rows(store, campaign, days, units, now))
    tell(words("exported", rows=len(days) * len(units)))
    return 0


def _rows(
    store: ReportStore, campaign: Campaign, days: list[date], units: list[Unit], now: datetime
) -> Iterator[list[str]]:
    """One Query per day."""
    for day in days:
        of_day = store.day(campaign, day).units
        yield from (row(campaign, unit, day, of_day.get(unit.code), now) for unit in units)


def _units(campaign: Campaign, arguments: argparse.Namespace) -> list[Unit]:
    """Those asked for, else all of the kind, in the campaign's order."""
    asked = {unit_named(campaign, code).code for code in arguments.unit} or set(campaign.units)
    return [unit for unit in campaign.units.values() if unit.kind == arguments.kind and unit.code in asked]


def _days(campaign: Campaign, arguments: argparse.Namespace, today: date) -> list[date]:
    """From the first day to today, within what was asked for."""
    first = day_named(campaign, arguments.first) if arguments.first else campaign.first_day
    last = day_named(campaign, arguments.last) if arguments.last else campaign.last_day
    return [first + timedelta(days=number) for number in range((min(last, today) - first).days + 1)]


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        sys.stdout.write(BYTE_ORDER_MARK)
        yield sys.stdout
        return
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            yield file
    except OSError as error:
        raise failed("cannot_write", file=str(path), why=error.strerror or "") from error
