"""Lambda function: hands messages over to the providers; one queue message names a unit of a wave."""

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from aws_lambda_powertools import Logger, Metrics
from aws_lambda_powertools.metrics import MetricUnit
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSEvent, SQSRecord

from giaoban.access.store import GrantStore
from giaoban.campaign import load_all
from giaoban.directory.store import DirectoryStore
from giaoban.failure import where
from giaoban.outbox.batch import Batch, PostOffice
from giaoban.outbox.neighbours import Neighbours
from giaoban.outbox.providers import Mailer, Texter
from giaoban.outbox.queue import ToSend, read_to_send
from giaoban.outbox.send import send_unit
from giaoban.reminders.reminding import Reminding
from giaoban.reminders.store import ReminderStore
from giaoban.reports.store import ReportStore

# As the queue has it: a message that comes again has been invisible for so long since.
VISIBILITY = timedelta(seconds=int(os.environ["SEND_VISIBILITY_SECONDS"]))
THREADS = 10

logger, metrics = Logger(), Metrics()


def _ring(name: str) -> None:
    metrics.add_metric(name=name, unit=MetricUnit.Count, value=1)
    metrics.flush_metrics()


grants = GrantStore(os.environ["ACCESS_TABLE"])
outbox = ReminderStore(os.environ["REMINDERS_TABLE"], grants.client)
office = PostOffice(
    outbox=outbox,
    mailer=Mailer(os.environ["MAIL_FROM"], os.environ["MAIL_EVENTS"]),
    texter=Texter(os.environ["SMS_SENDER"]),
    ring=_ring,
)
reminding = partial(
    Reminding,
    campaigns=load_all(),
    reports=ReportStore(os.environ["REPORTS_TABLE"], grants.client),
    directory=DirectoryStore(os.environ["DIRECTORY_TABLE"], grants.client),
    grants=grants,
    outbox=outbox,
    origin=os.environ["PUBLIC_ORIGIN"],
)


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """What fails comes again, alone; what was handed over does not."""
    records = list(SQSEvent(event).records)
    batch = Batch(office, reminding(), max(map(received_at, records)))
    neighbours = Neighbours(office.outbox, batch.capability, _readable(records))
    with ThreadPoolExecutor(THREADS) as threads:
        futures = [threads.submit(_send, batch, neighbours, record) for record in records]
    batch.close()
    failed = [record for record, future in zip(records, futures, strict=True) if future.exception()]
    for future in futures:
        if error := future.exception():
            logger.error("broken", extra={"error": type(error).__name__, "at": where(error)})
    return {"batchItemFailures": [{"itemIdentifier": record.message_id} for record in failed]}


def _readable(records: Iterable[SQSRecord]) -> Iterator[ToSend]:
    for record in records:
        with suppress(KeyError, TypeError, ValueError):
            yield read_to_send(record.json_body)


def _send(batch: Batch, neighbours: Neighbours, record: SQSRecord) -> None:
    asked = read_to_send(record.json_body)
    counts = send_unit(batch, neighbours, asked)
    logger.info("sent", extra={"wave": asked.wave, "unit": asked.unit, "ended": dict(counts)})


def received_at(record: SQSRecord) -> datetime:
    """When the queue handed it over: the attribute tells the first time, each later one is a visibility later.

    No function reads a clock; SQS's own times are the campaign's in the local runner.
    """
    told = record.attributes
    first = datetime.fromtimestamp(int(told.approximate_first_receive_timestamp) / 1000, UTC)
    return first + VISIBILITY * (int(told.approximate_receive_count) - 1)
