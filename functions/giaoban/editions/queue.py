"""The queue from which an edition's documents are made and sent."""

import json

from botocore.client import BaseClient
from botocore.exceptions import BotoCoreError, ClientError

from giaoban.aws import client


class EditionsQueue:
    """At least once: the job behind it does each edition once."""

    def __init__(self, url: str, sqs: BaseClient | None = None) -> None:
        self._url, self._sqs = url, sqs or client("sqs")

    def send(self, campaign: str, period: str, edition: int) -> bool:
        """Asks for the documents of an edition; False when that failed: the tick asks again."""
        body = json.dumps({"campaign": campaign, "period": period, "edition": edition})
        try:
            self._sqs.send_message(QueueUrl=self._url, MessageBody=body)
        except (BotoCoreError, ClientError):
            return False
        return True
