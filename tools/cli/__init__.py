"""`giaoban`: the administrator's command line. Each command stands in its own module."""

import argparse
import os
import sys
from collections.abc import Sequence

from giaoban.problem import Unavailable
from tools.cli import campaign_check, export, link_issue, link_revoke, replay, units_import
from tools.cli.parser import add_group
from tools.cli.words import Failed, failed, tell, words

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code: 0 done, 1 not done, 2 asked for what cannot be."""
    given = sys.argv[1:] if arguments is None else arguments
    chosen = make_parser().parse_args([link_revoke.not_an_option(each) for each in given])
    try:
        done: int = chosen.command(chosen)
    except Failed as failure:
        tell(failure.text)
        return failure.status
    except Unavailable:
        silent = failed("store_silent")
        tell(silent.text)
        return silent.status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output (`head`) has enough; what is still buffered must not complain on the way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return INTERRUPTED
    return done


def make_parser() -> argparse.ArgumentParser:
    """Every command with its help."""
    about = words("giaoban")
    parser = argparse.ArgumentParser(prog="giaoban", description=f"{about.en} / {about.vi}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    campaign = add_group(commands, "campaign")
    campaign_check.add_to(campaign)
    link = add_group(commands, "link")
    link_issue.add_to(link)
    link_revoke.add_to(link)
    units_import.add_to(add_group(commands, "units"))
    replay.add_to(commands)
    export.add_to(commands)
    return parser
