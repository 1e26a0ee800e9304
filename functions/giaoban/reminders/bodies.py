"""What a coordinator sends, checked against schemas/reminders.schema.json."""

import json
from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.data_classes.common import BaseProxyEvent

from giaoban.campaign import schemas_folder
from giaoban.campaign.schema_problems import SchemaCheck
from giaoban.problem import Refused
from giaoban.web.request import json_body


def read_body(event: BaseProxyEvent, kind: str) -> dict[str, Any]:
    """Raises Refused with every problem, and what reading JSON raises."""
    body, problems = json_body(event)
    if problems := problems + _check(kind).problems(body):
        raise Refused("decision_refused", problems)
    return body


@cache
def _check(kind: str) -> SchemaCheck:
    schema = json.loads((schemas_folder() / "reminders.schema.json").read_text(encoding="utf-8"))
    return SchemaCheck({"$defs": schema["$defs"], "$ref": f"#/$defs/{kind}"})
