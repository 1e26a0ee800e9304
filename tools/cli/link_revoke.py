"""`giaoban link revoke LINK`: ends a link that has come into the wrong hands; or all that a person or a unit holds."""

import argparse
import re
import unicodedata
from urllib.parse import unquote

from giaoban.access.grant import link_id
from giaoban.access.held import end_links
from giaoban.access.store import GrantStore
from tools.cli.campaigns import campaign_named, present, unit_named
from tools.cli.parser import add_run_file, explained
from tools.cli.system import System, find_system
from tools.cli.words import failed, misused, tell, words

BEFORE_TOKEN = "#t="
# As the phone page reads an address (site/app/bao-cao/link.js): encoded up to three times, signs around a whole token.
MOST_ENCODED = 3
WHOLE = re.compile(r"[^\w-]*([\w-]{22})(?![\w-]*[A-Za-z0-9])", re.ASCII)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("link", nargs="?", metavar="LINK_OR_TOKEN", help=explained("link"))
    parser.add_argument("--unit", metavar="CODE", help=explained("unit of links"))
    parser.add_argument("--person", metavar="ID", help=explained("person of links"))
    parser.add_argument("--campaign", metavar="SLUG", help=explained("campaign"))
    add_run_file(parser)
    parser.set_defaults(command=revoke_link)


def not_an_option(argument: str) -> str:
    """A token that begins with a hyphen, as one in 64 does and options do, written as the end of its link.

    Anything else as it is.
    """
    return f"{BEFORE_TOKEN}{argument}" if argument.startswith("-") and link_id(argument) else argument


def revoke_link(arguments: argparse.Namespace) -> int:
    is_held = arguments.unit is not None or arguments.person is not None
    if is_held == (arguments.link is not None):
        raise misused("link_or_holder")
    system = find_system(arguments.run)
    return _revoke_held(arguments, system) if is_held else _revoke_one(arguments.link, system)


def _revoke_one(link: str, system: System) -> int:
    grant_id = link_id(_token_in(link))
    if grant_id is None:
        raise misused("not_a_link")
    if not GrantStore(system.table("ACCESS_TABLE")).revoke(grant_id):
        raise failed("link_unknown")
    tell(words("link_revoked"))
    return 0


def _token_in(link: str) -> str | None:
    """What a link carries after chat programs and mail filters have been at it; None where that is no whole token."""
    for _ in range(MOST_ENCODED):
        link = unquote(link)
    seen = "".join(sign for sign in link if unicodedata.category(sign) != "Cf")
    found = WHOLE.match(seen.rpartition(BEFORE_TOKEN)[2])
    return found and found[1]


def _revoke_held(arguments: argparse.Namespace, system: System) -> int:
    """A person's id begins with the code of their unit."""
    campaign = campaign_named(arguments.campaign, system)
    unit = unit_named(campaign, arguments.unit or arguments.person.rpartition("-")[0])
    grants = GrantStore(system.table("ACCESS_TABLE"))
    ended = end_links(grants, campaign.slug, unit.code, present(campaign, system), arguments.person)
    tell(words("links_revoked", unit=unit.code, count=ended))
    return 0
