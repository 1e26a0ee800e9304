"""Lambda function: what the providers say became of messages, and what people wrote back."""

import os
from functools import partial
from typing import Any

from aws_lambda_powertools import Logger

from giaoban.campaign import load_all
from giaoban.directory.store import DirectoryStore
from giaoban.outbox.receipts import read_answers, read_receipt
from giaoban.outbox.receive import receive
from giaoban.reminders.stops import obey, silence
from giaoban.reminders.store import ReminderStore

logger = Logger()
campaigns = load_all()
directory = DirectoryStore(os.environ["DIRECTORY_TABLE"])
outbox = ReminderStore(os.environ["REMINDERS_TABLE"], directory.client)


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """Events come at least once and in any order; one that raises comes again. No address is logged."""
    receipt = read_receipt(event)
    is_news = receive(outbox, receipt, partial(silence, directory)) if receipt else False
    stopped = sum(obey(directory, campaigns, answer) for answer in read_answers(event))
    fate = receipt.fate if receipt else None
    logger.info("received", extra={"wave": receipt and receipt.key.wave, "fate": fate, "news": is_news})
    return {"news": is_news, "stopped": stopped}
