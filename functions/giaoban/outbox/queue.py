"""The queue from which messages are sent. It only nudges: what is owed stands in the outbox, and the tick asks again."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import batched
from typing import Any

from botocore.client import BaseClient
from botocore.exceptions import BotoCoreError, ClientError

from giaoban.aws import client

# What one call of SQS takes.
AT_ONCE = 10


@dataclass(frozen=True)
class ToSend:
    """All that is open for one unit in one wave. Ids only: no name, number or address ever stands in the queue."""

    campaign: str
    day: date
    wave: str
    unit: str

    def body(self) -> dict[str, str]:
        return {"campaign": self.campaign, "day": self.day.isoformat(), "wave": self.wave, "unit": self.unit}


def read_to_send(body: Any) -> ToSend:
    """Raises KeyError, TypeError or ValueError for what is no such message."""
    return ToSend(body["campaign"], date.fromisoformat(body["day"]), body["wave"], body["unit"])


class SendQueue:
    def __init__(self, url: str, sqs: BaseClient | None = None) -> None:
        self._url, self._given = url, sqs

    @cached_property
    def _sqs(self) -> BaseClient:
        """Made when it is first used: signing in does not wait for it."""
        return self._given or client("sqs")

    def ask(self, wanted: Iterable[ToSend]) -> int:
        """How many were taken; the others are asked for again by the next tick."""
        return sum(self._send(each) for each in batched(dict.fromkeys(wanted), AT_ONCE, strict=False))

    def _send(self, wanted: Sequence[ToSend]) -> int:
        entries = [{"Id": str(number), "MessageBody": body} for number, body in enumerate(_bodies(wanted))]
        try:
            answer = self._sqs.send_message_batch(QueueUrl=self._url, Entries=entries)
        except (BotoCoreError, ClientError):
            return 0
        return len(answer.get("Successful", []))


def _bodies(wanted: Iterable[ToSend]) -> Iterator[str]:
    return (json.dumps(each.body()) for each in wanted)
