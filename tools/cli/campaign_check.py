"""`giaoban campaign check DIR`: whether a campaign could start, and every reason why not."""

import argparse
import sys
from collections import Counter
from pathlib import Path

from giaoban.campaign import Campaign, CampaignRefused, load
from tools.cli.parser import explained
from tools.cli.words import tell, words

PLACEHOLDER_PHONE = "024 0000 0000"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help=explained("folder"))
    parser.set_defaults(command=check)


def check(arguments: argparse.Namespace) -> int:
    """One line of what the campaign is, on standard output; or one line per mistake on standard error."""
    try:
        campaign = load(arguments.folder)
    except CampaignRefused as refused:
        return _refuse(arguments.folder, refused)
    print(described(campaign))
    if campaign.help_phone == PLACEHOLDER_PHONE:
        tell(words("placeholder_phone", phone=campaign.help_phone))
    if campaign.test_numbers:
        tell(words("test_numbers", prefix=campaign.test_numbers))
    return 0


def described(campaign: Campaign) -> str:
    """Name, days, units by kind, figures and rules per form."""
    kinds = Counter(unit.kind for unit in campaign.units.values())
    forms = [f"{kind} {len(form.figures)} figures, {len(form.rules)} rules" for kind, form in campaign.forms.items()]
    return words(
        "campaign_line",
        slug=campaign.slug,
        en=campaign.names.en,
        vi=campaign.names.vi,
        days=campaign.days,
        first=campaign.first_day.isoformat(),
        units=", ".join(f"{count} {kind}" for kind, count in kinds.items()),
        forms="; ".join(forms),
    ).en


def _refuse(folder: Path, refused: CampaignRefused) -> int:
    for mistake in refused.mistakes:
        where = f"{folder / mistake.file}{mistake.path and ' ' + mistake.path}"
        print(f"{where}: {mistake.why}", file=sys.stderr)
    tell(words("refused_campaign", count=len(refused.mistakes)))
    return 1
