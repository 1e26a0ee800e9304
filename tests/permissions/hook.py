"""Runs inside a function's process, before AWS's runtime client: notes every call to AWS, one JSON line each.

Started as `hook.py awslambdaric <handler>` instead of `-m awslambdaric <handler>`; the artefact knows nothing of it.
"""

import json
import os
import runpy
import sys
from itertools import product

from botocore.client import BaseClient

NAMES = ("TableName", "Bucket", "QueueUrl", "FromEmailAddress", "OriginationIdentity", "DistributionId")
# Copying within one bucket is reading and writing it.
CHECKED_AS = {
    "CopyObject": ["GetObject", "PutObject"],
    "DeleteObjects": ["DeleteObject"],
    "SendMessageBatch": ["SendMessage"],
}
_call = BaseClient._make_api_call


def _noted(client: BaseClient, operation: str, arguments: dict[str, object]) -> object:
    service, function = client.meta.service_model.signing_name, os.environ["AWS_LAMBDA_FUNCTION_NAME"]
    with open(os.environ["NOTED_CALLS"], "a", encoding="utf-8") as notes:
        for action, resource in product(_actions(operation, arguments), _resources(arguments)):
            line = {"function": function, "action": f"{service}:{action}", "resource": resource}
            notes.write(json.dumps(line) + "\n")
    return _call(client, operation, arguments)


def _resources(arguments: dict[str, object]) -> list[str]:
    """An e-mail's sender, and the configuration set that it goes through."""
    through = [str(arguments["ConfigurationSetName"])] if "ConfigurationSetName" in arguments else []
    return [_resource(arguments), *through]


def _resource(arguments: dict[str, object]) -> str:
    """What is asked of; a batch names its table inside. What has no such name is nothing that any policy here allows."""
    batch = arguments.get("RequestItems")
    if isinstance(batch, dict) and len(batch) == 1:
        return str(next(iter(batch)))
    return next((_name(arguments[name]) for name in NAMES if name in arguments), json.dumps(sorted(arguments)))


def _actions(operation: str, arguments: dict[str, object]) -> list[str]:
    """What AWS checks: an e-mail put together by the caller needs the right to send such a one too."""
    if operation == "SendEmail" and "Raw" in dict(arguments["Content"]):
        return ["SendEmail", "SendRawEmail"]
    return CHECKED_AS.get(operation, [operation])


def _name(value: object) -> str:
    """An address without the name that may stand before it."""
    return str(value).rpartition("<")[2].rstrip(">")


if __name__ == "__main__":
    BaseClient._make_api_call = _noted
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
