"""`giaoban link revoke LINK`: ends a link that has come into the wrong hands."""

import argparse

from giaoban.access.grant import link_id
from giaoban.access.store import GrantStore
from tools.cli.parser import add_run_file, explained
from tools.cli.system import find_system
from tools.cli.words import failed, misused, tell, words

BEFORE_TOKEN = "#t="


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("link", metavar="LINK_OR_TOKEN", help=explained("link"))
    add_run_file(parser)
    parser.set_defaults(command=revoke_link)


def not_an_option(argument: str) -> str:
    """A token that begins with a hyphen, as one in 64 does and options do, written as the end of its link.

    Anything else as it is.
    """
    return f"{BEFORE_TOKEN}{argument}" if argument.startswith("-") and link_id(argument) else argument


def revoke_link(arguments: argparse.Namespace) -> int:
    token = arguments.link.strip().rpartition(BEFORE_TOKEN)[2]
    grant_id = link_id(token)
    if grant_id is None:
        raise misused("not_a_link")
    grants = GrantStore(find_system(arguments.run).table("ACCESS_TABLE"))
    if not grants.revoke(grant_id):
        raise failed("link_unknown")
    tell(words("link_revoked"))
    return 0
