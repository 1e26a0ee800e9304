"""What is deployed: it stands alone, compiled for Lambda's folder, with its licences, and with nothing more."""

import importlib.util
import json
import marshal
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools.build.botocore_data import SERVICES, allowed
from tools.build.bytecode import TASK_ROOT

ROOT = Path(__file__).parents[2]
UNCHECKED_HASH = b"\x01\x00\x00\x00"
ENVIRONMENT = {
    "REPORTS_TABLE": "reports", "ACCESS_TABLE": "access", "PUBLIC_ORIGIN": "http://127.0.0.1:8000",
    "AWS_REGION": "ap-southeast-1", "AWS_DEFAULT_REGION": "ap-southeast-1",
    "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "PYTHONDONTWRITEBYTECODE": "1", "PATH": os.defpath,
}  # fmt: skip
# Prints every module that did not come with Python.
LOAD = """
import importlib, json, sys
names = [*sys.argv[1:], "awslambdaric.bootstrap"]
for name in names:
    importlib.import_module(name)
print(json.dumps([str(getattr(module, "__file__", None)) for module in sys.modules.values()]))
"""


def run(built: Path, code: str, *arguments: str) -> str:
    """What a Python without any site-packages prints, with the artefact and the runtime client on its path."""
    base = str(getattr(sys, "_base_executable", sys.executable))
    path = os.pathsep.join([str(built / "functions"), str(built / "runtime")])
    command = [base, "-s", "-S", "-c", code, *arguments]
    done = subprocess.run(
        command, cwd=built / "functions", env={**ENVIRONMENT, "PYTHONPATH": path}, check=True, stdout=subprocess.PIPE
    )
    return done.stdout.decode()


def bytecode_of(file: Path) -> bytes:
    return Path(importlib.util.cache_from_source(str(file))).read_bytes()


def sources(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def test_every_function_starts_with_the_artefact_alone(built: Path):
    functions = [file.stem for file in (ROOT / "functions").glob("*.py")]
    assert len(functions) >= 3
    loaded = json.loads(run(built, LOAD, *functions))
    standard = str(Path(os.__file__).parent)
    foreign = [file for file in loaded if file != "None" and not file.startswith((str(built), standard))]
    assert foreign == []


@pytest.mark.parametrize("part", ["functions", "runtime"])
def test_bytecode_is_there_for_every_source_unchecked_and_true(built: Path, part: str):
    for file in sources(built / part):
        compiled = bytecode_of(file)
        assert compiled[:4] == importlib.util.MAGIC_NUMBER, file
        assert compiled[4:8] == UNCHECKED_HASH, file
        # Nobody checks it in Lambda: it must be of this very source.
        assert compiled[8:16] == importlib.util.source_hash(file.read_bytes()), file


def test_bytecode_names_the_folder_it_runs_in(built: Path):
    for file in sources(built / "functions"):
        code = marshal.loads(bytecode_of(file)[16:])  # noqa: S302 - our own, just built
        assert code.co_filename == f"{TASK_ROOT}/{file.relative_to(built / 'functions')}"


def test_nothing_of_the_building_machine_is_in_it(built: Path):
    here = str(ROOT).encode()
    found = [file for file in (built / "functions").rglob("*") if file.is_file() and here in file.read_bytes()]
    assert found == []


def test_nothing_secret_is_in_it(built: Path):
    secret = re.compile(rb"-----BEGIN [A-Z ]*PRIVATE KEY-----\n|AKIA[0-9A-Z]{16}")
    files = [file for file in (built / "functions").rglob("*") if file.is_file()]
    assert [file for file in files if file.suffix != ".pyc" and secret.search(file.read_bytes())] == []
    assert [file.name for file in files if file.name.startswith(".")] == []
    assert [file.name for file in files if file.suffix in {".pem", ".key", ".p12"}] == ["cacert.pem"]


def test_every_package_brings_its_licence(built: Path):
    packages = list((built / "functions").glob("*.dist-info"))
    assert len(packages) == len(re.findall(r"^\S+==", (ROOT / "requirements.lock").read_text(), re.MULTILINE))
    for package in packages:
        texts = [file for file in package.rglob("*") if re.match(r"LICEN[CS]E|COPYING", file.name, re.IGNORECASE)]
        named = re.search(r"^License(-Expression)?: \S", (package / "METADATA").read_text("utf-8"), re.MULTILINE)
        assert texts or named, package.name


def test_nothing_is_in_it_that_only_tests_and_installers_read(built: Path):
    names = {path.name for path in (built / "functions").rglob("*")}
    assert not names & {"tests", "test", "bin", "RECORD", "INSTALLER", "py.typed", "direct_url.json", ".lock"}


def test_the_schemas_are_in_it_as_they_are(built: Path):
    for file in (path for path in (ROOT / "schemas").rglob("*") if path.is_file()):
        assert (built / "functions" / "schemas" / file.relative_to(ROOT / "schemas")).read_bytes() == file.read_bytes()


def test_the_aws_client_knows_the_services_used_and_what_the_template_allows(built: Path):
    data = built / "functions" / "botocore" / "data"
    assert {path.name for path in data.iterdir() if path.is_dir()} == set(SERVICES)
    for service, prefix in SERVICES.items():
        model = json.loads(next((data / service).rglob("service-2.json")).read_bytes())
        assert set(model["operations"]) == allowed(ROOT / "template.yaml", prefix) >= {"GetItem", "PutItem", "Query"}


@pytest.mark.parametrize("region, host", [
    ("ap-southeast-1", "dynamodb.ap-southeast-1.amazonaws.com"),
    ("cn-north-1", "dynamodb.cn-north-1.amazonaws.com.cn"),
])  # fmt: skip
def test_the_cut_data_finds_the_same_address_as_the_whole(built: Path, region: str, host: str):
    code = f"import botocore.session as s; print(s.Session().create_client('dynamodb', '{region}').meta.endpoint_url)"
    assert run(built, code).strip() == f"https://{host}"
