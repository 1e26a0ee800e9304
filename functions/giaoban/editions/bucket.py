"""Objects that never change: each is named by the hash of its content."""

from typing import cast

from botocore.client import BaseClient
from botocore.exceptions import BotoCoreError, ClientError

from giaoban.aws import client
from giaoban.problem import Unavailable


class Bucket:
    """One bucket. Putting the same object again does no harm."""

    def __init__(self, name: str, s3: BaseClient | None = None) -> None:
        self._name, self._s3 = name, s3 or client("s3")

    def put(self, key: str, content: bytes, content_type: str) -> None:
        """Raises Unavailable."""
        try:
            self._s3.put_object(Bucket=self._name, Key=key, Body=content, ContentType=content_type)
        except (BotoCoreError, ClientError) as error:
            raise Unavailable("store_silent") from error

    def get(self, key: str) -> bytes:
        """Raises Unavailable, also when there is no such object: whoever asks has read its hash in the table."""
        try:
            return cast(bytes, self._s3.get_object(Bucket=self._name, Key=key)["Body"].read())
        except (BotoCoreError, ClientError) as error:
            raise Unavailable("store_silent") from error
