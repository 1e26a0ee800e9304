"""What a function does not load when it starts: the modules that the build has taken out of its way."""

from pathlib import Path

import pytest

from tests.build.test_artefact import run
from tools.template import Function, load

# What weighs most of what libraries import and no start needs.
LATER = [
    "aws_lambda_powertools.shared.user_agent",
    "aws_lambda_powertools.tracing",
    "aws_lambda_powertools.utilities.jmespath_utils",
    "botocore.docs",
    "dateutil",
    "importlib.metadata",
    "jmespath",
    "tempfile",
    "typing_extensions",
    "urllib.request",
]
# Nobody waits for those that make documents and the site, nor for a tick's duties, whose library of batches loads more.
NOT_WAITED_FOR = {"DocumentsFunction", "DutiesFunction", "PublishFunction"}
WAITED_FOR = [each for each in load().functions if each.name not in NOT_WAITED_FOR]
START = """
import importlib, sys
importlib.import_module(sys.argv[1])
print(*[name for name in sys.argv[2:] if name in sys.modules])
"""


@pytest.mark.parametrize("function", WAITED_FOR, ids=lambda function: function.name)
def test_a_start_loads_nothing_that_only_some_calls_need(built: Path, function: Function):
    handler = function.handler.split(".")[0]
    assert run(built, START, handler, *LATER, layers=["sheets"]).split() == []
