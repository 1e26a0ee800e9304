"""Lambda function: the one schedule. Every 5 minutes it asks for what each running campaign owes at that slot."""

import os
from datetime import datetime
from typing import Any

from aws_lambda_powertools import Logger

from giaoban.campaign import load_all
from giaoban.duties.duty import Duty, What
from giaoban.duties.queue import DutyQueue
from giaoban.duties.running import running

logger = Logger()
campaigns = load_all()
queue = DutyQueue(os.environ["DUTY_QUEUE"])


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """The slot is the time that the event carries, never the clock: ticks come twice, late, or out of order."""
    slot = datetime.fromisoformat(event["slot"])
    asked = [campaign.slug for campaign in running(campaigns.values(), slot)]
    queue.ask([Duty(What.CAMPAIGN, slug, slot) for slug in asked])
    logger.info("ticked", extra={"slot": event["slot"], "campaigns": asked})
    return {"slot": event["slot"], "asked": asked}
