"""Runs inside a function's process, before AWS's runtime client: notes every call to AWS, one JSON line each.

Started as `hook.py awslambdaric <handler>` instead of `-m awslambdaric <handler>`; the artefact knows nothing of it.
"""

import json
import os
import runpy
import sys

from botocore.client import BaseClient

_call = BaseClient._make_api_call


def _noted(client: BaseClient, operation: str, arguments: dict[str, object]) -> object:
    line = {
        "function": os.environ["AWS_LAMBDA_FUNCTION_NAME"],
        "action": f"{client.meta.service_model.signing_name}:{operation}",
        # What is not a table has no name that any policy here allows.
        "resource": arguments.get("TableName", json.dumps(sorted(arguments))),
    }
    with open(os.environ["NOTED_CALLS"], "a", encoding="utf-8") as notes:
        notes.write(json.dumps(line) + "\n")
    return _call(client, operation, arguments)


if __name__ == "__main__":
    BaseClient._make_api_call = _noted
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
