"""`giaoban units import FILE`: the people of a campaign's units from a list, all of it or nothing."""

import argparse
import sys
from pathlib import Path

from giaoban.access.store import GrantStore
from giaoban.campaign import Campaign
from giaoban.directory.columns import COLUMNS
from giaoban.directory.importing import PeoplePlan, people_list
from giaoban.directory.leaving import ender, import_people
from giaoban.directory.reading import read_list
from giaoban.directory.store import DirectoryStore
from giaoban.directory.views import without_reporter
from giaoban.lists.importing import Author
from giaoban.lists.views import problem_view
from giaoban.problem import Conflict, Problem, TooLarge
from giaoban.text import Text
from tools.cli.campaigns import campaign_named, present
from tools.cli.parser import add_run_file, explained
from tools.cli.system import find_system
from tools.cli.words import NOT_DONE, Failed, failed, tell, words

BY = Author("admin", "command-line")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=explained("list"))
    parser.add_argument("--dry-run", action="store_true", help=explained("dry-run"))
    parser.add_argument("--campaign", metavar="SLUG", help=explained("campaign"))
    add_run_file(parser)
    parser.set_defaults(command=import_units)


def import_units(arguments: argparse.Namespace) -> int:
    """What has changed, in numbers; every problem with its row and column on standard error."""
    system = find_system(arguments.run)
    campaign = campaign_named(arguments.campaign, system)
    try:
        entries, problems = read_list(_content(arguments.file), campaign)
        if problems:
            return _refuse(problems)
        store = DirectoryStore(system.table("DIRECTORY_TABLE"))
        if arguments.dry_run:
            plan = people_list(store).plan(campaign.slug, entries)
        else:
            now, grants = present(campaign, system), GrantStore(system.table("ACCESS_TABLE"))
            plan = import_people(store, ender(grants, now), campaign.slug, entries, BY, now)
    except (Conflict, TooLarge) as refused:
        raise Failed(refused.text, NOT_DONE) from refused
    _tell(plan, without_reporter(entries, campaign.units), campaign, arguments.dry_run)
    return 0


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise failed("cannot_read", file=str(file), why=error.strerror or "") from error


def _refuse(problems: list[Problem]) -> int:
    for each in problems:
        print(_line(each), file=sys.stderr)
    tell(words("refused_list", count=len(problems)))
    return 1


def _line(problem: Problem) -> str:
    """Row, column and both sentences."""
    view = problem_view(problem, COLUMNS)
    column = view["column"]
    where = f"{view['row']} · {column['vi']} / {column['en']}: " if isinstance(column, dict) else ""
    return f"{where}{problem.text.vi} / {problem.text.en}"


def _tell(plan: PeoplePlan, bare: list[str], campaign: Campaign, is_trial: bool) -> None:
    name = "would_import" if is_trial else "imported"
    tell(words("same_list", campaign=campaign.slug) if plan.is_same_list else _counts(name, plan, campaign))
    if bare:
        tell(words("without_reporter", units=" ".join(bare)))


def _counts(name: str, plan: PeoplePlan, campaign: Campaign) -> Text:
    counts = {"added": len(plan.added), "changed": len(plan.changed), "removed": len(plan.removed)}
    return words(name, campaign=campaign.slug, unchanged=plan.unchanged, **counts)
