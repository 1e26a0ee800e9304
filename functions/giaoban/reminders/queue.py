"""The queue from which messages are sent. It only nudges: what is owed stands in the outbox, and the tick asks again."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import batched

from botocore.client import BaseClient
from botocore.exceptions import BotoCoreError, ClientError

from giaoban.aws import client
from giaoban.reminders.wanted import Asked

# What one call of SQS takes.
AT_ONCE = 10


class SendQueue:
    def __init__(self, url: str, sqs: BaseClient | None = None) -> None:
        self._url, self._given = url, sqs

    @cached_property
    def _sqs(self) -> BaseClient:
        """Made when it is first used: signing in does not wait for it."""
        return self._given or client("sqs")

    def ask(self, wanted: Iterable[Asked]) -> int:
        """How many were taken; the others are asked for again by the next tick."""
        return sum(self._send(each) for each in batched(dict.fromkeys(wanted), AT_ONCE, strict=False))

    def _send(self, wanted: Sequence[Asked]) -> int:
        entries = [{"Id": str(number), "MessageBody": body} for number, body in enumerate(_bodies(wanted))]
        try:
            answer = self._sqs.send_message_batch(QueueUrl=self._url, Entries=entries)
        except (BotoCoreError, ClientError):
            return 0
        return len(answer.get("Successful", []))


def _bodies(wanted: Iterable[Asked]) -> Iterator[str]:
    return (json.dumps(each.body()) for each in wanted)
