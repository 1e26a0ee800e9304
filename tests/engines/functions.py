"""The Lambda functions as they are deployed, in this process, on whichever engine the environment names."""

import importlib
import os
import sys
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

from tests.engines.fixtures import Engine
from tests.web.event import ORIGIN

type Handler = Callable[[dict[str, Any], object], dict[str, Any]]


def function(name: str, engine: Engine) -> Handler:
    """The handler of functions/<name>.py, started anew with its environment."""
    variables = {
        "REPORTS_TABLE": engine.reports,
        "ACCESS_TABLE": engine.access,
        "EDITIONS_TABLE": engine.editions,
        "EDITIONS_BUCKET": engine.bucket,
        "EDITIONS_QUEUE": engine.queue,
        "SITE_QUEUE": engine.queue,
        "DIRECTORY_TABLE": engine.directory,
        "REMINDERS_TABLE": engine.reminders,
        "SEND_QUEUE": engine.queue,
        "DUTY_QUEUE": engine.queue,
        "SEND_VISIBILITY_SECONDS": "180",
        "MAIL_FROM": "giaoban@giaoban.invalid",
        "MAIL_EVENTS": "giaoban",
        "SMS_SENDER": "GiaoBan",
        "PUBLIC_ORIGIN": ORIGIN,
        "POWERTOOLS_SERVICE_NAME": name,
        "POWERTOOLS_METRICS_NAMESPACE": "GiaoBan",
    }
    sys.modules.pop(name, None)
    with patch.dict(os.environ, variables):
        handler: Handler = importlib.import_module(name).handler
    return handler
