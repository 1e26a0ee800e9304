"""The stored days in an engine, and the functions as they are deployed, reading them.

Items in dynalite, which answers a day's Query in a sixth of moto's time; objects and queues in moto.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from itertools import batched
from pathlib import Path
from typing import Any
from unittest.mock import patch

import botocore.session
from moto import mock_aws

from tests.engines.fixtures import CREDENTIALS, REGION, Engine, with_bucket_and_queue, with_tables
from tests.engines.functions import Handler, function
from tests.frozen.packed import unpack

# What one call of DynamoDB takes.
AT_ONCE = 25
FONTS = Path(__file__).parents[2] / "tools/node/node_modules/@expo-google-fonts/tinos"
# Which table a stored one is here.
TABLES = {
    "REPORTS_TABLE": "reports",
    "ACCESS_TABLE": "access",
    "DIRECTORY_TABLE": "directory",
    "REMINDERS_TABLE": "reminders",
    "EDITIONS_TABLE": "editions",
}


@dataclass
class Stored:
    """The days as they were stored, and every function, started when it is first asked."""

    engine: Engine
    items: dict[str, list[dict[str, Any]]]
    objects: dict[str, str]
    started: dict[str, Handler] = field(default_factory=dict)

    def function(self, name: str) -> Handler:
        if name not in self.started:
            with patch.dict(os.environ, {"DOCUMENT_FONTS": str(FONTS), "SITE_CAMPAIGN": "hanoi-45"}):
                self.started[name] = function(name, self.engine)
        return self.started[name]

    @cached_property
    def editions(self) -> dict[tuple[str, int], str]:
        """The hash of each by its period and number."""
        found = {}
        for item in self.items["EDITIONS_TABLE"]:
            name, *number = item["item"]["S"].split("#")
            if name == "edition":
                period = item["period"]["S"].removeprefix("hanoi-45#")
                found[period, int(number[0])] = json.loads(item["data"]["S"])["sha256"]
        return dict(sorted(found.items()))

    def content(self, sha: str) -> Any:
        """An edition's, as it was kept."""
        return json.loads(self.objects[f"editions/{sha}.json"])


@contextmanager
def stored_days(dynalite: str) -> Iterator[Stored]:
    """`dynalite`: where it listens."""
    variables = {**_without_aws(), **CREDENTIALS, "AWS_ENDPOINT_URL_DYNAMODB": dynalite}
    with patch.dict(os.environ, variables, clear=True), mock_aws():
        days = unpack("days.json.xz")
        stored = Stored(with_bucket_and_queue(with_tables("dynalite")), days["tables"], days["objects"])
        dynamodb = Engine.client()
        for table, items in stored.items.items():
            _put(dynamodb, getattr(stored.engine, TABLES[table]), items)
        s3 = botocore.session.Session().create_client("s3", region_name=REGION)
        for key, text in stored.objects.items():
            s3.put_object(Bucket=stored.engine.bucket, Key=key, Body=text.encode())
        yield stored


def _put(dynamodb: Any, table: str, items: list[dict[str, Any]]) -> None:
    for some in batched(items, AT_ONCE, strict=False):
        asked = [{"PutRequest": {"Item": item}} for item in some]
        dynamodb.batch_write_item(RequestItems={table: asked})


def _without_aws() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
