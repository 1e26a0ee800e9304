"""The campaign that an edition was made with: its files as they were, whatever its folder says today."""

import json
from collections.abc import Mapping

from giaoban.campaign.campaign import Campaign
from giaoban.campaign.load import campaign_from
from giaoban.campaign.read_form import read_form
from giaoban.campaign.read_units import unit_of, unit_rows


def campaign_of_files(files: Mapping[str, str]) -> Campaign:
    """From file name → text, as `Campaign.files` keeps it. They passed every check when an edition was made of them."""
    data = json.loads(files["campaign.json"])
    units = {row["code"]: unit_of(row) for row in unit_rows(files[data["units"]])}
    forms = {kind: read_form(kind, json.loads(files[file])) for kind, file in data["forms"].items()}
    return campaign_from(data, units, forms, files)
