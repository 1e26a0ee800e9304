"""A session keeps the handlers of the services used and those of all services; a changed list fails the build."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.build.test_artefact import run
from tools.build.botocore_handlers import without_foreign_handlers, without_foreign_names

LIST = """
BUILTIN_HANDLERS = [
    ('before-call', every),
    ('before-call.s3.DeleteObjects', ours),
    (
        'before-call.glacier',
        theirs,
    ),
    ('docs.*.s3.CopyObject.complete-section', written),
]
_add_parameter_aliases(BUILTIN_HANDLERS)
"""
# Each event with the name of what answers to it.
REGISTERED = """
import json
from botocore.handlers import BUILTIN_HANDLERS
print(json.dumps([[each[0], getattr(each[1], "__qualname__", "")] for each in BUILTIN_HANDLERS]))
"""


def test_other_services_and_documentation_go():
    kept = without_foreign_handlers(LIST)
    assert kept == (
        "\nBUILTIN_HANDLERS = [\n    ('before-call', every),\n    ('before-call.s3.DeleteObjects', ours),\n]\n"
    )


@pytest.mark.parametrize(
    "source, why",
    [
        (LIST.replace("_add_parameter_aliases(BUILTIN_HANDLERS)", ""), "stands in handlers.py 0 times"),
        (LIST.replace("BUILTIN_HANDLERS = [", "HANDLERS = ["), "no list is called BUILTIN_HANDLERS"),
        (LIST.replace("('before-call', every)", "register(every)"), "line 3, a handler does not begin with its event"),
    ],
)
def test_a_list_that_is_written_otherwise_fails_the_build(source: str, why: str):
    with pytest.raises(ValueError, match=why):
        without_foreign_handlers(source)


def test_former_names_of_other_services_go():
    assert without_foreign_names('EVENT_ALIASES = {\n    "a": "s3",\n    "b": "glacier",\n}\n') == (
        'EVENT_ALIASES = {\n    "a": "s3",\n}\n'
    )


def test_every_handler_of_a_service_used_and_of_all_services_is_still_there(built: Path):
    # In a process of its own: a stand-in for AWS adds a handler to this one's.
    as_installed = subprocess.run([sys.executable, "-c", REGISTERED], check=True, capture_output=True).stdout
    whole, kept = json.loads(as_installed), json.loads(run(built, REGISTERED))
    services = ("cloudfront", "dynamodb", "pinpoint-sms-voice-v2", "s3", "sesv2", "sqs")
    wanted = [each for each in whole if "." not in each[0] or each[0].split(".")[1] in services]
    assert kept == [each for each in wanted if not each[0].startswith("docs.")]
    assert len(kept) < len(whole) / 2
