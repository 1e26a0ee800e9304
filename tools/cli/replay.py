"""`giaoban replay --days N`: invented past days for the local system; `--go-on`: what comes as its clock goes."""

import argparse
import sys
from datetime import datetime

from giaoban.campaign import Campaign
from giaoban.text import Text
from tools.cli.campaigns import campaign_named
from tools.cli.parser import add_run_file, explained
from tools.cli.system import System, find_local, use
from tools.cli.words import failed, misused, tell, words
from tools.replay import ReplayStopped, Summary, go_on, play
from tools.replay.figures import BY_KIND


def add_arguments(parser: argparse.ArgumentParser) -> None:
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--days", type=int, metavar="N", help=explained("days"))
    how.add_argument("--go-on", action="store_true", help=explained("go_on"))
    parser.add_argument("--seed", type=int, default=45, metavar="S", help=explained("seed"))
    parser.add_argument("--until", metavar="MOMENT", help=explained("until"))
    add_run_file(parser)
    parser.set_defaults(command=replay)


def replay(arguments: argparse.Namespace) -> int:
    """Progress on standard error, one line per day."""
    run = find_local(arguments.run)
    _check(campaign_named(None, use(System.read(run))), 1 if arguments.go_on else arguments.days)
    until = _moment(arguments.until) if arguments.until else None
    try:
        if arguments.go_on:
            go_on(run, arguments.seed, _show)
            return 0
        summary = play(run, arguments.days, arguments.seed, _show, until)
    except ReplayStopped as stopped:
        raise failed("replay_stopped", why=str(stopped)) from stopped
    tell(_in_words(summary))
    return 0


def _check(campaign: Campaign, days: int) -> None:
    if not 1 <= days <= campaign.days:
        raise misused("too_many_days", days=campaign.days)
    for kind in campaign.forms:
        if kind not in BY_KIND:
            raise misused("no_figures_for", campaign=campaign.slug, kind=kind, known=", ".join(BY_KIND))


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise misused("wrong_moment", text=text) from None
    if moment.tzinfo is None:
        raise misused("wrong_moment", text=text)
    return moment


def _show(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _in_words(summary: Summary) -> Text:
    pace = summary.seconds * 100 / max(summary.revisions, 1)
    return words(
        "replayed",
        days=summary.days,
        revisions=summary.revisions,
        seconds=f"{summary.seconds:.1f}",
        pace=f"{pace:.2f}",
    )
