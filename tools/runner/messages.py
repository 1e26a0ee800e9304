"""What stands between a queue and its function in AWS: receives, invokes, deletes what succeeded, leaves the rest.

Source: the developer guide, "Using Lambda with Amazon SQS" and its page on errors.
"""

import asyncio
import json
import math
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import batched
from typing import Any

from botocore.client import BaseClient
from botocore.exceptions import BotoCoreError, ClientError

from tools.runner.function import REGION, Pool
from tools.runner.worker import FunctionFailed
from tools.template import Source

# AWS waits up to 20 s; here the end of the runner waits with it.
WAIT_SECONDS = 2
# What one call of SQS takes or gives.
AT_ONCE = 10
# What a function gets of SQS's own attributes; its times are the campaign's.
TIMES = ("SentTimestamp", "ApproximateFirstReceiveTimestamp")
type Message = dict[str, Any]


class Messages:
    """One event source mapping: `address` and `arn` of its queue, the function that it feeds."""

    def __init__(
        self,
        client: BaseClient,
        queue: tuple[str, str],
        source: Source,
        function: Pool,
        now: Callable[[], datetime],
        say: Callable[[str], None] = print,
    ) -> None:
        self._client, self._source, self._function, self._now, self._say = client, source, function, now, say
        self._address, self._arn = queue
        # Message → the campaign's time at which it came for the first time.
        self._first: dict[str, str] = {}
        # Messages that the function could not do; they come again when their visibility time-out ends.
        self._given_back: set[str] = set()

    @property
    def function(self) -> str:
        return self._source.function

    async def follow(self) -> None:
        """Feeds the function until cancelled."""
        while True:
            try:
                await self.feed()
            except (BotoCoreError, ClientError) as error:
                self._say(f"  {self._source.queue} does not answer: {error}")
                await asyncio.sleep(WAIT_SECONDS)

    def is_empty(self) -> bool:
        """Whether nothing waits and nothing is on its way."""
        return self._held() == 0

    def is_tried(self) -> bool:
        """Whether all that is there has been tried, and waits only to be tried again."""
        return self._held() <= len(self._given_back)

    def _held(self) -> int:
        counts = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"]
        found = self._client.get_queue_attributes(QueueUrl=self._address, AttributeNames=counts)
        return sum(int(found["Attributes"][each]) for each in counts)

    async def feed(self, wait: int = WAIT_SECONDS) -> int:
        """One batch; how many messages it had. What is not deleted comes again when its visibility time-out ends."""
        received = await asyncio.to_thread(self._receive, wait)
        if received:
            received += await self._collected(self._source.batch - len(received))
            batch = {message["MessageId"] for message in received}
            self._given_back -= batch
            succeeded = await self._succeeded(received)
            await asyncio.to_thread(self._delete, succeeded)
            self._given_back |= batch - {message["MessageId"] for message in succeeded}
        return len(received)

    async def _collected(self, room: int) -> list[Message]:
        """What comes within the mapping's window, as far as there is room; without a window nothing is waited for."""
        found: list[Message] = []
        until = time.monotonic() + self._source.window
        while room > len(found) and (left := until - time.monotonic()) > 0:
            found += await asyncio.to_thread(self._receive, math.ceil(min(left, WAIT_SECONDS)), room - len(found))
        return found

    async def _succeeded(self, batch: list[Message]) -> list[Message]:
        event = {"Records": [self._record(message) for message in batch]}
        try:
            answer = await self._function.invoke(json.dumps(event).encode())
        except FunctionFailed as error:
            self._say(f"  {self._source.function} failed on a message of {self._source.queue}: {error}")
            return []
        failed = _failed(answer, {message["MessageId"] for message in batch}) if self._source.reports_failures else {}
        return [message for message in batch if message["MessageId"] not in failed]

    def _record(self, message: Message) -> Message:
        at = self._first.setdefault(message["MessageId"], str(round(self._now().timestamp() * 1000)))
        return {
            "messageId": message["MessageId"],
            "receiptHandle": message["ReceiptHandle"],
            "body": message["Body"],
            "attributes": {**message.get("Attributes", {}), **dict.fromkeys(TIMES, at)},
            "messageAttributes": {},
            "md5OfBody": message["MD5OfBody"],
            "eventSource": "aws:sqs",
            "eventSourceARN": self._arn,
            "awsRegion": REGION,
        }

    def _receive(self, wait: int, most: int = 10) -> list[Message]:
        answer = self._client.receive_message(
            QueueUrl=self._address,
            MaxNumberOfMessages=min(self._source.batch, most, AT_ONCE),
            WaitTimeSeconds=wait,
            AttributeNames=["All"],
        )
        found: list[Message] = answer.get("Messages", [])
        return found

    def _delete(self, messages: list[Message]) -> None:
        for some in batched(messages, AT_ONCE, strict=False):
            entries = [{"Id": str(at), "ReceiptHandle": each["ReceiptHandle"]} for at, each in enumerate(some)]
            self._client.delete_message_batch(QueueUrl=self._address, Entries=entries)
        for message in messages:
            self._first.pop(message["MessageId"], None)


async def tried(queues: Iterable[Messages], seconds: float = 20.0) -> None:
    """Waits until all have tried what they hold, but no longer than that: a provider may be told to keep silent."""
    ends = time.monotonic() + seconds
    for queue in queues:
        while not await asyncio.to_thread(queue.is_tried) and time.monotonic() < ends:
            await asyncio.sleep(0.05)


def _failed(answer: bytes, batch: set[str]) -> set[str]:
    """Which messages the function gives back; all of them when it says so in a way that cannot be read."""
    try:
        value = json.loads(answer)
        said = (value or {}).get("batchItemFailures") or []
        named = {failure["itemIdentifier"] for failure in said}
    except (ValueError, TypeError, KeyError, AttributeError):
        return batch
    return named if named <= batch else batch
