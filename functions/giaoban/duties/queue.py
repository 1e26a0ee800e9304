"""The queue of what is due. Unlike the send queue it is not only a nudge: what it does not take is not done."""

import json
from collections.abc import Sequence
from itertools import batched

from botocore.client import BaseClient
from botocore.exceptions import BotoCoreError, ClientError

from giaoban.aws import client
from giaoban.duties.duty import Duty
from giaoban.problem import Unavailable

# What one call of SQS takes.
AT_ONCE = 10


class DutyQueue:
    """At least once: each duty does no harm when it is done twice."""

    def __init__(self, url: str, sqs: BaseClient | None = None) -> None:
        self._url, self._sqs = url, sqs or client("sqs")

    def ask(self, duties: Sequence[Duty]) -> None:
        """Raises Unavailable unless all are taken; then whoever asks is asked again himself."""
        for some in batched(duties, AT_ONCE, strict=False):
            entries = [{"Id": str(at), "MessageBody": json.dumps(each.body())} for at, each in enumerate(some)]
            try:
                answer = self._sqs.send_message_batch(QueueUrl=self._url, Entries=entries)
            except (BotoCoreError, ClientError) as error:
                raise Unavailable("store_silent") from error
            if len(answer.get("Successful", [])) < len(some):
                raise Unavailable("store_silent")
