"""What somebody sends, of whichever slice, checked against its schema before anything is decided."""

import json
from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.data_classes.common import BaseProxyEvent

from giaoban.problem import Refused
from giaoban.schema_problems import SchemaCheck
from giaoban.schemas import schemas_folder
from giaoban.web.body import MAX_BYTES
from giaoban.web.request import json_body

# The file of a body's schema → the sentence above its problems.
REFUSED = {"decisions": "decision_refused", "reminders": "decision_refused", "directory": "directory_refused"}

type Body = dict[str, Any]


def checked_body(event: BaseProxyEvent, takes: str, most: int = MAX_BYTES) -> Body:
    """`takes` is file and name of the schema: `decisions.excuse`."""
    file, _, kind = takes.partition(".")
    body, problems = json_body(event, most)
    if problems := problems + _check(file, kind).problems(body):
        raise Refused(REFUSED[file], problems)
    return body


@cache
def _check(file: str, kind: str) -> SchemaCheck:
    found = json.loads((schemas_folder() / f"{file}.schema.json").read_text(encoding="utf-8"))
    return SchemaCheck({"$defs": found["$defs"], "$ref": f"#/$defs/{kind}"})
