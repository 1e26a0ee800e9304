"""Lambda function: the one schedule. Every 5 minutes it does what campaign data says is due at that slot."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit

from giaoban.campaign import Campaign, load_all
from giaoban.directory.store import DirectoryStore
from giaoban.editions.alarm import raise_alarm
from giaoban.editions.archive import Archive
from giaoban.editions.bucket import Bucket
from giaoban.editions.by_clock import close_days, correct_in_the_night, freeze_provisional
from giaoban.editions.draft import EditionStores
from giaoban.editions.queue import EditionsQueue
from giaoban.editions.store import EditionStore
from giaoban.editions.sweep import send_again
from giaoban.outbox.queue import SendQueue
from giaoban.problem import GiaobanError
from giaoban.reminders import waves
from giaoban.reminders.store import ReminderStore
from giaoban.reports.open_days import open_days
from giaoban.reports.store import ReportStore

THREADS = 10

logger, metrics = Logger(), Metrics()
campaigns = load_all()
reports = ReportStore(os.environ["REPORTS_TABLE"])
stores = EditionStores(
    reports,
    EditionStore(os.environ["EDITIONS_TABLE"], reports.client),
    Archive(Bucket(os.environ["EDITIONS_BUCKET"])),
    EditionsQueue(os.environ["EDITIONS_QUEUE"]),
    EditionsQueue(os.environ["SITE_QUEUE"]),
)
reminding = waves.WaveStores(
    reports,
    DirectoryStore(os.environ["DIRECTORY_TABLE"], reports.client),
    ReminderStore(os.environ["REMINDERS_TABLE"], reports.client),
    SendQueue(os.environ["SEND_QUEUE"]),
    ThreadPoolExecutor(THREADS).map,
)

type Done = dict[str, object]


def _opened(campaign: Campaign, slot: datetime) -> Iterator[Done]:
    return ({"day": day.isoformat(), "units": put} for day, put in open_days(reports, campaign, slot))


def _alarms(campaign: Campaign, slot: datetime) -> Iterator[Done]:
    if raise_alarm(stores, campaign, slot, _ring):
        yield {"day": campaign.today(slot).isoformat()}


def _frozen(campaign: Campaign, slot: datetime) -> Iterator[Done]:
    for what in (freeze_provisional, close_days, correct_in_the_night):
        for day, entry in what(stores, campaign, slot):
            yield {"day": day.isoformat(), "edition": entry.number, "kind": entry.kind.value}


def _asked_again(campaign: Campaign, slot: datetime) -> Iterator[Done]:
    return ({"period": period, "edition": number} for period, number in send_again(stores, campaign, slot))


def _reminded(campaign: Campaign, slot: datetime) -> Iterator[Done]:
    return waves.remind(reminding, campaign, slot)


# What is due, in this order: whoever is reminded waits for nothing but the opened day; an edition is asked for again
# when it is there.
DUTIES: dict[str, Callable[[Campaign, datetime], Iterator[Done]]] = {
    "opened": _opened,
    "reminded": _reminded,
    "alarms": _alarms,
    "frozen": _frozen,
    "asked_again": _asked_again,
}


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """The slot is the time that the event carries, never the clock: ticks come twice, late, or out of order."""
    slot, failed = datetime.fromisoformat(event["slot"]), []
    done: dict[str, list[Done]] = {name: [] for name in DUTIES}
    for name, duty in DUTIES.items():
        for campaign in campaigns.values():
            try:
                done[name] += [{"campaign": campaign.slug, **each} for each in duty(campaign, slot)]
            except GiaobanError as error:
                # The other duties do not wait for this one; the tick fails in the end and is repeated.
                failed.append(error)
    logger.info("ticked", extra={"slot": event["slot"], **done})
    if failed:
        raise failed[0]
    return {"slot": event["slot"], **done}


def _ring() -> None:
    metrics.add_metric(name="EditionNotIssued", unit=MetricUnit.Count, value=1)
    metrics.flush_metrics()
