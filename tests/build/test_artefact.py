"""What is deployed: it stands alone, compiled for Lambda's folder, with its licences, and with nothing more."""

import importlib.util
import json
import marshal
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tools.build.botocore_data import SERVICES, allowed
from tools.build.bytecode import TASK_ROOT
from tools.template import Function, load

ROOT = Path(__file__).parents[2]
UNCHECKED_HASH = b"\x01\x00\x00\x00"
ENVIRONMENT = {
    "REPORTS_TABLE": "reports", "ACCESS_TABLE": "access", "PUBLIC_ORIGIN": "http://127.0.0.1:8000",
    "DIRECTORY_TABLE": "directory", "REMINDERS_TABLE": "reminders", "SEND_QUEUE": "http://127.0.0.1:8000/0/send",
    "DUTY_QUEUE": "http://127.0.0.1:8000/0/duties",
    "SEND_VISIBILITY_SECONDS": "180", "MAIL_EVENTS": "giaoban-mail-events", "SMS_SENDER": "GiaoBan",
    "EDITIONS_TABLE": "editions", "EDITIONS_BUCKET": "editions", "EDITIONS_QUEUE": "http://127.0.0.1:8000/0/editions",
    "SITE_QUEUE": "http://127.0.0.1:8000/0/site", "SITE_BUCKET": "site", "SITE_CAMPAIGN": "hanoi-45", "SITE_SOURCES": "/opt",
    "SITE_DISTRIBUTION": "E1",
    "MAIL_FROM": "giaoban@giaoban.invalid", "DOCUMENT_FONTS": "/opt/fonts",
    "AWS_REGION": "ap-southeast-1", "AWS_DEFAULT_REGION": "ap-southeast-1",
    "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "PYTHONDONTWRITEBYTECODE": "1", "PATH": os.defpath,
}  # fmt: skip
USED = {
    "cloudfront": {"CreateInvalidation"},
    "dynamodb": {"GetItem", "PutItem", "Query"},
    "s3": {"GetObject", "PutObject", "CopyObject", "DeleteObjects"},
    "sesv2": {"SendEmail"},
    "sqs": {"SendMessage", "SendMessageBatch"},
    "pinpoint-sms-voice-v2": {"SendTextMessage"},
}
# One call of each that the functions make; it ends where nobody listens.
CALLS = """
import sys, botocore.session
from botocore.config import Config
session, once = botocore.session.get_session(), Config(retries={"total_max_attempts": 1})
batch = {"Paths": {"Quantity": 1, "Items": ["/"]}, "CallerReference": "1"}
for service, call, arguments in [
    ("cloudfront", "create_invalidation", {"DistributionId": "E1", "InvalidationBatch": batch}),
    ("dynamodb", "get_item", {"TableName": "table", "Key": {"id": {"S": "1"}}}),
    ("s3", "get_object", {"Bucket": "bucket", "Key": "editions/a.json"}),
    ("s3", "put_object", {"Bucket": "bucket", "Key": "editions/a.json", "Body": b"{}", "IfNoneMatch": "*"}),
    ("s3", "copy_object", {"Bucket": "bucket", "Key": "a", "CopySource": {"Bucket": "bucket", "Key": "b"}}),
    ("s3", "delete_objects", {"Bucket": "bucket", "Delete": {"Objects": [{"Key": "a"}], "Quiet": True}}),
    ("sesv2", "send_email", {"Content": {"Simple": {"Subject": {"Data": "1"}, "Body": {"Text": {"Data": "1"}}}}}),
    ("sqs", "send_message", {"QueueUrl": "http://127.0.0.1:9/0/queue", "MessageBody": "{}"}),
    ("sqs", "send_message_batch", {"QueueUrl": "http://127.0.0.1:9/0/q", "Entries": [{"Id": "0", "MessageBody": "{}"}]}),
    ("pinpoint-sms-voice-v2", "send_text_message", {"DestinationPhoneNumber": "+84000000000"}),
]:
    try:
        getattr(session.create_client(service, endpoint_url="http://127.0.0.1:9", config=once), call)(**arguments)
    except Exception as error:
        print(service, call, type(error).__name__)
"""
# Prints every module that did not come with Python.
LOAD = """
import importlib, json, sys
names = [*sys.argv[1:], "awslambdaric.bootstrap"]
for name in names:
    importlib.import_module(name)
print(json.dumps([str(getattr(module, "__file__", None)) for module in sys.modules.values()]))
"""


def run(built: Path, code: str, *arguments: str, layers: Sequence[str] = ()) -> str:
    """What a Python without any site-packages prints, with the artefact, layers and the runtime client on its path."""
    base = str(getattr(sys, "_base_executable", sys.executable))
    parts = ["functions", *(f"layers/{layer}/python" for layer in layers), "runtime"]
    path = os.pathsep.join(str(built / part) for part in parts)
    command = [base, "-s", "-S", "-c", code, *arguments]
    done = subprocess.run(
        command, cwd=built / "functions", env={**ENVIRONMENT, "PYTHONPATH": path}, check=True, stdout=subprocess.PIPE
    )
    return done.stdout.decode()


def bytecode_of(file: Path) -> bytes:
    return Path(importlib.util.cache_from_source(str(file))).read_bytes()


def sources(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


@pytest.mark.parametrize("function", load().functions, ids=lambda function: function.name)
def test_a_function_starts_with_the_artefact_and_its_layers_alone(built: Path, function: Function):
    layers = [Path(layer).name for layer in function.layers]
    loaded = json.loads(run(built, LOAD, function.handler.split(".")[0], layers=layers))
    standard = str(Path(os.__file__).parent)
    foreign = [file for file in loaded if file != "None" and not file.startswith((str(built), standard))]
    assert foreign == []


def test_every_file_of_a_function_is_named_in_the_template():
    handlers = {function.handler.split(".")[0] for function in load().functions}
    assert handlers == {file.stem for file in (ROOT / "functions").glob("*.py")}


@pytest.mark.parametrize("part", ["functions", "layers/documents", "runtime"])
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
        assert set(model["operations"]) == allowed(ROOT / "template.yaml", prefix) >= USED[service]


def test_with_the_cut_data_every_call_goes_out(built: Path):
    said = run(built, CALLS).splitlines()
    assert {line.split()[0] for line in said} == set(SERVICES)
    assert {line.split()[2] for line in said} == {"EndpointConnectionError"}


@pytest.mark.parametrize("region, ending", [("ap-southeast-1", "amazonaws.com"), ("cn-north-1", "amazonaws.com.cn")])
@pytest.mark.parametrize("service", SERVICES)
def test_the_cut_data_finds_the_same_address_as_the_whole(built: Path, service: str, region: str, ending: str):
    code = f"import botocore.session as s; print(s.Session().create_client('{service}', '{region}').meta.endpoint_url)"
    host = {"sesv2": "email", "pinpoint-sms-voice-v2": "sms-voice"}.get(service, service)
    # CloudFront is one for all regions; China has its own.
    region = (
        {"ap-southeast-1": "", "cn-north-1": ".cn-northwest-1"}[region] if service == "cloudfront" else f".{region}"
    )
    assert run(built, code).strip() == f"https://{host}{region}.{ending}"
