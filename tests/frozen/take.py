"""`python -m tests.frozen.take RUN.JSON FILE` packs what a running system has stored: its tables and editions.

This is how the stored days came to be: ten days of `make run`, the tenth played to its end with every kind of decision.
For days of another release, beside these; what is packed here stays as it is.
"""

import json
import sys
from pathlib import Path
from typing import Any

import botocore.session

from tests.frozen.packed import pack

type Items = list[dict[str, Any]]
TABLES = ("REPORTS_TABLE", "ACCESS_TABLE", "DIRECTORY_TABLE", "REMINDERS_TABLE", "EDITIONS_TABLE")
# Documents are packed files already, and made again by the tests.
TAKEN = ("editions/", "campaigns/")


def stored(run: Any) -> dict[str, Any]:
    """`tables` by the variable that names them, items as DynamoDB writes them; `objects` by their key."""
    names = run["environment"]
    return {
        "tables": {table: _items(_client("dynamodb", run), names[table]) for table in TABLES},
        "objects": dict(_objects(_client("s3", run), names["EDITIONS_BUCKET"])),
    }


def _client(service: str, run: Any) -> Any:
    session = botocore.session.Session()
    session.set_credentials("local", "local")
    return session.create_client(service, region_name=run["region"], endpoint_url=run["endpoints"][service])


def _items(dynamodb: Any, table: str) -> Items:
    pages = dynamodb.get_paginator("scan").paginate(TableName=table)
    return sorted((item for page in pages for item in page["Items"]), key=lambda item: json.dumps(item, sort_keys=True))


def _objects(s3: Any, bucket: str) -> Any:
    for page in s3.get_paginator("list_objects_v2").paginate(Bucket=bucket):
        for key in (each["Key"] for each in page["Contents"] if each["Key"].startswith(TAKEN)):
            yield key, s3.get_object(Bucket=bucket, Key=key)["Body"].read().decode()


if __name__ == "__main__":
    pack(sys.argv[2], stored(json.loads(Path(sys.argv[1]).read_text("utf-8"))))
