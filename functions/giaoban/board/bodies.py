"""What a coordinator sends, checked against schemas/decisions.schema.json before anything is decided."""

import json
from functools import cache
from typing import Any

from aws_lambda_powertools.utilities.data_classes.common import BaseProxyEvent

from giaoban.campaign import schemas_folder
from giaoban.campaign.schema_problems import SchemaCheck
from giaoban.problem import Refused
from giaoban.web.request import json_body

type Body = dict[str, Any]


def read_body(event: BaseProxyEvent, kind: str) -> Body:
    """The body of a decision of this kind. Raises Refused with every problem, and what reading JSON raises."""
    body, problems = json_body(event)
    if problems := problems + _check(kind).problems(body):
        raise Refused("decision_refused", problems)
    return body


@cache
def _check(kind: str) -> SchemaCheck:
    schema = json.loads((schemas_folder() / "decisions.schema.json").read_text(encoding="utf-8"))
    return SchemaCheck({"$defs": schema["$defs"], "$ref": f"#/$defs/{kind}"})
