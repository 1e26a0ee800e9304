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

type Body = dict[str, Any]


def read_body(
    event: BaseProxyEvent,
    kind: str,
    schema: str = "decisions",
    refused: str = "decision_refused",
    most: int = MAX_BYTES,
) -> Body:
    """The body of this `kind`, by its name in schemas/`schema`.schema.json; of at most `most` bytes.

    Raises Refused with every problem, and what reading JSON raises.
    """
    body, problems = json_body(event, most)
    if problems := problems + _check(schema, kind).problems(body):
        raise Refused(refused, problems)
    return body


@cache
def _check(schema: str, kind: str) -> SchemaCheck:
    found = json.loads((schemas_folder() / f"{schema}.schema.json").read_text(encoding="utf-8"))
    return SchemaCheck({"$defs": found["$defs"], "$ref": f"#/$defs/{kind}"})
