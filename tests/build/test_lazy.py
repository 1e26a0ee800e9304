"""Packages made lazy export what they exported, and load what is asked for."""

import ast
import json
from pathlib import Path

import aws_lambda_powertools
import pytest

from tests.build.test_artefact import run
from tools.build.lazy import PACKAGES, lazy

ASK = """
import importlib, json, sys
package = importlib.import_module(sys.argv[1])
print(json.dumps([name for name in sys.argv[2:] if not hasattr(package, name)]))
"""


@pytest.mark.parametrize("package", PACKAGES)
def test_every_name_is_still_there(built: Path, package: str):
    source = Path(aws_lambda_powertools.__file__).parents[1] / package / "__init__.py"
    imports = [each for each in ast.parse(source.read_text("utf-8")).body if isinstance(each, ast.ImportFrom)]
    names = [alias.asname or alias.name for each in imports for alias in each.names]
    assert names
    assert json.loads(run(built, ASK, package.replace("/", "."), *names)) == []


def test_the_router_comes_without_what_it_does_not_use(built: Path):
    code = "import sys, aws_lambda_powertools.event_handler as e; e.APIGatewayHttpResolver; print('asyncio' in sys.modules)"
    assert run(built, code).strip() == "False"


def test_a_name_that_was_never_there_is_an_attribute_error(built: Path):
    code = "import aws_lambda_powertools.event_handler as e; print(hasattr(e, 'NoSuchResolver'))"
    assert run(built, code).strip() == "False"


def test_a_package_that_has_come_to_do_more_fails_the_build():
    with pytest.raises(ValueError, match="line 2"):
        lazy("from a import b\nregister(b)\n", "package")
