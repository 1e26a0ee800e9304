"""Lambda function: an edition's PDF, DOCX and XLSX, and their way to the leaders; one queue message an edition."""

import os
import resource
import time
from pathlib import Path
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType, process_partial_response
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord

from giaoban.documents.job import Workshop, make
from giaoban.documents.send import Postman
from giaoban.documents.store import DocumentStore, EditionName
from giaoban.editions.archive import Archive
from giaoban.editions.bucket import Bucket
from giaoban.editions.store import EditionStore
from giaoban.letters.dates import ZONE
from giaoban.moments import iso, moment_of

logger = Logger()
bucket = Bucket(os.environ["EDITIONS_BUCKET"])
tools = Workshop(
    editions=EditionStore(os.environ["EDITIONS_TABLE"]),
    documents=DocumentStore(os.environ["EDITIONS_TABLE"]),
    texts=Archive(bucket),
    objects=bucket,
    sender=Postman(os.environ["MAIL_FROM"]),
    fonts=Path(os.environ["DOCUMENT_FONTS"]),
    origin=os.environ["PUBLIC_ORIGIN"],
)


def make_one(record: SQSRecord) -> None:
    """The documents and messages of the edition that a queue message names, as far as they are owed."""
    began, body = time.monotonic(), record.json_body
    asked = EditionName(body["campaign"], body["period"], body["edition"])
    made = make(tools, asked, _sent_at(record))
    logger.info(
        "made",
        extra={
            "campaign": asked.campaign,
            "period": asked.period,
            "edition": asked.edition,
            "rendered": made.rendered,
            "messages": dict(made.messages),
            "seconds": round(time.monotonic() - began, 2),
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        },
    )


def _sent_at(record: SQSRecord) -> str:
    """When the message was queued: a message's own time, no clock is read."""
    return iso(moment_of(int(record.attributes.sent_timestamp)), ZONE)


def handler(event: dict[str, Any], context: object) -> Any:
    """What fails comes again; what succeeded does not."""
    return process_partial_response(event, make_one, BatchProcessor(event_type=EventType.SQS), context)  # type: ignore[arg-type]
