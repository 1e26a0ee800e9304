"""The queues from which an edition's documents are made and sent, and the site is built."""

import json

from botocore.client import BaseClient
from botocore.exceptions import BotoCoreError, ClientError

from giaoban.aws import client


class EditionsQueue:
    """At least once: the job behind it does each edition once."""

    def __init__(self, url: str, sqs: BaseClient | None = None) -> None:
        self._url, self._sqs = url, sqs or client("sqs")

    def send(self, campaign: str, period: str, edition: int) -> bool:
        """Names an edition to the job behind the queue; False when that failed."""
        body = json.dumps({"campaign": campaign, "period": period, "edition": edition})
        try:
            self._sqs.send_message(QueueUrl=self._url, MessageBody=body)
        except (BotoCoreError, ClientError):
            return False
        return True
