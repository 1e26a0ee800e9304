"""Runs events through a handler of the artefact, in a process as AWS's: `observed.py HANDLER EVENTS`.

Prints one JSON line per event: status, milliseconds of CPU in all and within the AWS client, operations called,
bytes of the body and its ETag.
"""

import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

import botocore.client

called: list[str] = []
within = 0.0
_call = botocore.client.BaseClient._make_api_call


def _observed_call(self: Any, operation: str, arguments: dict[str, Any]) -> Any:
    """The AWS client's own work, from PynamoDB's arguments to its answer: serialising, signing, sending, parsing."""
    global within
    called.append(operation)
    begun = time.process_time()
    try:
        return _call(self, operation, arguments)
    finally:
        within += time.process_time() - begun


class Context:
    """What awslambdaric passes beside the event, as far as anything reads it."""

    function_name = "bench"
    memory_limit_in_mb = "1024"
    invoked_function_arn = "arn:aws:lambda:local:000000000000:function:bench"
    aws_request_id = "bench"


def main() -> None:
    """The handler's own log lines go to the error output, so that the measures stand alone."""
    global within
    printed, sys.stdout = sys.stdout, sys.stderr
    botocore.client.BaseClient._make_api_call = _observed_call
    module, name = sys.argv[1].split(".")
    handler = getattr(importlib.import_module(module), name)
    for event in json.loads(Path(sys.argv[2]).read_text("utf-8")):
        called.clear()
        within = 0.0
        begun = time.process_time()
        answer = handler(event, Context())
        spent = time.process_time() - begun
        measured = {"status": answer.get("statusCode"), "cpu": spent * 1000, "client": within * 1000, "calls": called}
        body = {"bytes": len((answer.get("body") or "").encode()), "etag": answer.get("headers", {}).get("ETag", "")}
        print(json.dumps(measured | body), file=printed)


if __name__ == "__main__":
    main()
