"""Lambda function: what the clock makes due; one queue message names a campaign, a wave of it or its editions."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from giaoban.campaign import Campaign, load_all
from giaoban.directory.store import DirectoryStore
from giaoban.duties.duty import read_duty
from giaoban.duties.queue import DutyQueue
from giaoban.duties.work import Work
from giaoban.editions.alarm import raise_alarm
from giaoban.editions.archive import Archive
from giaoban.editions.bucket import Bucket
from giaoban.editions.by_clock import close_days, correct_in_the_night, freeze_provisional
from giaoban.editions.draft import EditionStores
from giaoban.editions.queue import EditionsQueue
from giaoban.editions.store import EditionStore
from giaoban.editions.sweep import send_again
from giaoban.outbox.queue import SendQueue
from giaoban.reminders.store import ReminderStore
from giaoban.reminders.waves import WaveStores
from giaoban.reports.store import ReportStore

THREADS = 10

logger, metrics = Logger(), Metrics()
reports = ReportStore(os.environ["REPORTS_TABLE"])
stores = EditionStores(
    reports,
    EditionStore(os.environ["EDITIONS_TABLE"], reports.client),
    Archive(Bucket(os.environ["EDITIONS_BUCKET"])),
    EditionsQueue(os.environ["EDITIONS_QUEUE"]),
    EditionsQueue(os.environ["SITE_QUEUE"]),
)
threads = ThreadPoolExecutor(THREADS)
waves = WaveStores(
    reports,
    DirectoryStore(os.environ["DIRECTORY_TABLE"], reports.client),
    ReminderStore(os.environ["REMINDERS_TABLE"], reports.client),
    SendQueue(os.environ["SEND_QUEUE"]),
    threads.map,
)

type Done = dict[str, object]


def _alarms(campaign: Campaign, slot: datetime) -> Iterator[Done]:
    if raise_alarm(stores, campaign, slot, _ring):
        yield {"day": campaign.today(slot).isoformat()}


def _frozen(campaign: Campaign, slot: datetime) -> Iterator[Done]:
    for what in (freeze_provisional, close_days, correct_in_the_night):
        for day, entry in what(stores, campaign, slot):
            yield {"day": day.isoformat(), "edition": entry.number, "kind": entry.kind.value}


def _asked_again(campaign: Campaign, slot: datetime) -> Iterator[Done]:
    return ({"period": period, "edition": number} for period, number in send_again(stores, campaign, slot))


def _ring() -> None:
    metrics.add_metric(name="EditionNotIssued", unit=MetricUnit.Count, value=1)
    metrics.flush_metrics()


# An edition is asked for again when it is there.
EDITIONS: dict[str, Callable[[Campaign, datetime], Iterator[Done]]] = {
    "alarms": _alarms,
    "frozen": _frozen,
    "asked_again": _asked_again,
}
work = Work(load_all(), waves, DutyQueue(os.environ["DUTY_QUEUE"]), EDITIONS, threads.map)


def do_one(record: SQSRecord) -> None:
    duty = read_duty(record.json_body)
    done = work.do(duty)
    logger.info("done", extra={**duty.body(), **done})


def handler(event: dict[str, Any], context: object) -> Any:
    """What fails comes again; what is done does not."""
    return process_partial_response(event, do_one, BatchProcessor(event_type=EventType.SQS), context)  # type: ignore[arg-type]
