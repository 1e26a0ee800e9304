"""Documents of stored editions, made by today's function, and what a reader can read in them."""

import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import botocore.session
import openpyxl
import pypdf

from tests.engines.fixtures import REGION, Engine
from tests.frozen.stored import Stored

# A correction, the last day, a week.
RENDERED = (("2025-07-30", 3), ("2025-08-02", 1), ("week-1", 1))
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def texts(stored: Stored) -> dict[str, list[str]]:
    """Lines by edition and format. Documents that were stored are forgotten first, so that they are made."""
    s3 = botocore.session.Session().create_client("s3", region_name=REGION)
    found = {}
    for period, number in RENDERED:
        key = {"period": {"S": f"hanoi-45#{period}"}, "item": {"S": f"documents#{number:04}"}}
        Engine.client().delete_item(TableName=stored.engine.editions, Key=key)
        stored.function("documents")(_message(period, number), None)
        prefix = f"documents/{stored.editions[period, number]}/"
        for each in s3.list_objects_v2(Bucket=stored.engine.bucket, Prefix=prefix)["Contents"]:
            content = s3.get_object(Bucket=stored.engine.bucket, Key=each["Key"])["Body"].read()
            form = each["Key"].rpartition(".")[2]
            found[f"{period} {number} {form}"] = list(READ[form](content))
    return found


def _message(period: str, number: int) -> dict[str, Any]:
    """As the queue hands it over. All who get the edition by e-mail have it already."""
    body = json.dumps({"campaign": "hanoi-45", "period": period, "edition": number})
    attributes = {"SentTimestamp": "1754186400000", "ApproximateReceiveCount": "1"}
    return {"Records": [{"messageId": "1", "eventSource": "aws:sqs", "body": body, "attributes": attributes}]}


def _pdf(content: bytes) -> Iterator[str]:
    for page in pypdf.PdfReader(io.BytesIO(content)).pages:
        yield from page.extract_text().splitlines()


def _docx(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for part in sorted(name for name in parts.namelist() if name.startswith("word/") and name.endswith(".xml")):
            for paragraph in ElementTree.fromstring(parts.read(part)).iter(f"{_WORD}p"):  # noqa: S314 - made here
                yield "".join(run.text or "" for run in paragraph.iter(f"{_WORD}t"))


def _xlsx(content: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(io.BytesIO(content), read_only=True).worksheets:
        yield sheet.title
        yield from (json.dumps(row, ensure_ascii=False, default=str) for row in sheet.iter_rows(values_only=True))


READ = {"pdf": _pdf, "docx": _docx, "xlsx": _xlsx}
