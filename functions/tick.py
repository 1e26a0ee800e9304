"""Lambda function: the one schedule. Every 5 minutes it does what campaign data says is due at that slot."""

import os
from datetime import datetime
from typing import Any

from aws_lambda_powertools import Logger

from giaoban.campaign import load_all
from giaoban.reports.open_days import open_days
from giaoban.reports.store import ReportStore

logger = Logger()
campaigns = load_all()
store = ReportStore(os.environ["REPORTS_TABLE"])


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """The slot is the time that the event carries, never the clock: ticks come twice, late, or out of order."""
    slot = datetime.fromisoformat(event["slot"])
    opened = [
        {"campaign": campaign.slug, "day": day.isoformat(), "units": put}
        for campaign in campaigns.values()
        for day, put in open_days(store, campaign, slot)
    ]
    logger.info("ticked", extra={"slot": event["slot"], "opened": opened})
    return {"slot": event["slot"], "opened": opened}
