"""`giaoban link issue --unit CODE`: a link for one recipient. It is told once and kept nowhere."""

import argparse

from giaoban.access import Role
from giaoban.access.grant import Place
from giaoban.access.links import Link, issue
from giaoban.access.store import GrantStore
from giaoban.campaign import Unit
from tools.cli.campaigns import campaign_named, day_named, field_named, today, unit_named
from tools.cli.parser import add_run_file, explained
from tools.cli.system import find_system
from tools.cli.words import tell, words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--unit", required=True, metavar="CODE", help=explained("unit"))
    parser.add_argument("--recipient", default="command-line", metavar="ID", help=explained("recipient"))
    parser.add_argument("--role", choices=["reporter", "leader"], default="reporter", help=explained("role"))
    parser.add_argument("--day", metavar="YYYY-MM-DD", help=explained("day"))
    parser.add_argument("--field", metavar="NAME", help=explained("field"))
    parser.add_argument("--campaign", metavar="SLUG", help=explained("campaign"))
    add_run_file(parser)
    parser.set_defaults(command=issue_link)


def issue_link(arguments: argparse.Namespace) -> int:
    """The link on standard output; for whom and until when on standard error."""
    system = find_system(arguments.run)
    campaign = campaign_named(arguments.campaign, system)
    unit = unit_named(campaign, arguments.unit)
    day = day_named(campaign, arguments.day) if arguments.day else today(campaign, system)
    origin, grants = system.public_origin(), GrantStore(system.table("ACCESS_TABLE"))
    role, lands = Role(arguments.role), Place(day, field_named(campaign, unit, arguments.field))
    link = issue(grants, campaign, unit, day, arguments.recipient, role, lands=lands)
    print(link.address(origin))
    _tell(link, unit)
    return 0


def _tell(link: Link, unit: Unit) -> None:
    grant, role = link.grant, words(f"role {link.grant.hat.role}")
    until = f"{grant.expires_at:%Y-%m-%d %H:%M}"
    names = {"unit_en": unit.names.en, "unit_vi": unit.names.vi, "role_en": role.en, "role_vi": role.vi}
    tell(words("link_issued", unit=unit.code, recipient=grant.recipient, until=until, **names))
