"""AWS clients other than the tables': made once while a function starts, with the same patience as the tables'."""

import botocore.session
from botocore.client import BaseClient
from botocore.config import Config

from giaoban.dynamodb import CONNECT_SECONDS, READ_SECONDS, RETRIES


def client(service: str) -> BaseClient:
    """A client of this service where the environment says it is (design decision 5)."""
    patience = Config(
        connect_timeout=CONNECT_SECONDS,
        read_timeout=READ_SECONDS,
        retries={"mode": "standard", "total_max_attempts": RETRIES + 1},
        # Objects are named by their own hash; stores that only speak S3 do not all know the newer checksums.
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )
    return botocore.session.get_session().create_client(service, config=patience)
