"""`giaoban edition verify`: every edition made again from what is stored, to show that nobody has touched it."""

import argparse
from collections.abc import Iterator

from giaoban.campaign import Campaign
from giaoban.editions.archive import Archive
from giaoban.editions.bucket import Bucket
from giaoban.editions.by_clock import days_of
from giaoban.editions.draft import EditionSources
from giaoban.editions.kept import period_of
from giaoban.editions.period import periods_of
from giaoban.editions.store import EditionStore
from giaoban.editions.verify import Verified, verify
from giaoban.reports.store import ReportStore
from tools.cli.campaigns import campaign_named, day_named
from tools.cli.parser import add_run_file, explained
from tools.cli.system import System, find_system
from tools.cli.words import NOT_DONE, tell, words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--day", metavar="YYYY-MM-DD", help=explained("verified day"))
    parser.add_argument("--campaign", metavar="SLUG", help=explained("campaign"))
    add_run_file(parser)
    parser.set_defaults(command=verify_editions)


def verify_editions(arguments: argparse.Namespace) -> int:
    """One line an edition on standard output; what is wrong, and the sum, on standard error. Exit code 1: not all hold."""
    system = find_system(arguments.run)
    campaign = campaign_named(arguments.campaign, system)
    count = wrong = 0
    for found in _verified(_sources(system), campaign, arguments.day):
        print(_line(found), flush=True)
        count += 1
        if found.fault:
            wrong += 1
            tell(words(f"edition {found.fault}", period=found.period, number=str(found.entry.number)))
    tell(words("editions_wrong" if wrong else "editions_hold" if count else "no_editions", count=count, wrong=wrong))
    return NOT_DONE if wrong else 0


def _verified(sources: EditionSources, campaign: Campaign, day: str | None) -> Iterator[Verified]:
    """Of a day, or of every day, every week and the whole."""
    names = [period_of(each) for each in ([day_named(campaign, day)] if day else days_of(campaign))]
    for period in [*names, *([] if day else [each.name for each in periods_of(campaign)])]:
        yield from verify(sources, campaign, period)


def _sources(system: System) -> EditionSources:
    return EditionSources(
        ReportStore(system.table("REPORTS_TABLE")),
        EditionStore(system.table("EDITIONS_TABLE")),
        Archive(Bucket(system.table("EDITIONS_BUCKET"))),
    )


def _line(found: Verified) -> str:
    return f"{found.period} {found.entry.number} {found.entry.sha256} {found.fault or 'ok'}"
