"""Least privilege by record: each call to AWS is allowed by its function's own policy, and nothing allowed is unused."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.contract.system import System, running
from tests.permissions.policies import FEEDING, NARROWED, Permission, allowed, fed, names
from tests.permissions.recording_runner import CALLS
from tests.permissions.scenario import play
from tools.runner.start import OURS
from tools.template import load


@dataclass(frozen=True)
class Played:
    """What was noted while the scenario ran: calls to AWS, and routes taken."""

    calls: frozenset[Permission]
    routes: frozenset[str]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    folder = tmp_path_factory.mktemp("build")
    with running(folder, ("-m", "tests.permissions.recording_runner")) as system:
        play(system)
        yield Played(frozenset(_calls(folder, system)), frozenset(_routes(folder)))


def test_every_call_is_allowed_by_its_functions_policy(played: Played) -> None:
    assert played.calls - set(allowed()) == set()


def test_nothing_that_is_allowed_is_unused(played: Played) -> None:
    assert set(allowed()) - played.calls - fed() == set()


def test_a_function_fed_from_a_queue_may_be_fed_from_it_and_no_other_may() -> None:
    about_feeding = {permission for permission in allowed() if permission[1] in FEEDING}
    assert about_feeding == fed() != set()


def test_the_scenario_takes_every_route_and_calls_every_function(played: Played) -> None:
    template = load()
    assert {route.key for route in template.routes} <= played.routes
    assert {function.name for function in template.functions} == {function for function, _, _ in played.calls}


def test_no_permission_is_given_twice() -> None:
    assert len(set(allowed())) == len(allowed())


ARN = {"Fn::GetAtt": ["ReportsTable", "Arn"]}
QUERY = {"Effect": "Allow", "Action": ["dynamodb:Query"], "Resource": ARN}


def test_a_policy_is_read_as_it_is_written() -> None:
    assert allowed(_template({"Statement": [QUERY]})) == [("F", "dynamodb:Query", "ReportsTable")]


@pytest.mark.parametrize(
    "policy",
    [
        "AmazonDynamoDBFullAccess",
        {"DynamoDBCrudPolicy": {"TableName": {"Ref": "ReportsTable"}}},
        {"Statement": [{**QUERY, "Action": ["dynamodb:*"]}]},
        {"Statement": [{**QUERY, "Action": "*"}]},
        {"Statement": [{**QUERY, "Resource": "*"}]},
        {"Statement": [{**QUERY, "Resource": [ARN]}]},
        {"Statement": [{**QUERY, "Effect": "Deny"}]},
        {"Statement": [{**QUERY, "NotAction": "dynamodb:PutItem"}]},
        {"Statement": [{**QUERY, "Action": ["dynamodb:UpdateItem"]}]},
        {"Statement": [{**QUERY, "Condition": NARROWED}]},
    ],
    ids=str,
)
def test_a_policy_that_is_not_spelt_out_is_refused(policy: Any) -> None:
    with pytest.raises(ValueError, match=r"^F: "):
        allowed(_template(policy))


def _template(policy: Any) -> dict[str, Any]:
    return {"Resources": {"F": {"Type": "AWS::Serverless::Function", "Properties": {"Policies": [policy]}}}}


def _calls(folder: Path, system: System) -> Iterator[Permission]:
    known = {**system.run["environment"], "MAIL_FROM": OURS["MailFrom"], "MAIL_EVENTS": OURS["MailEvents"]}
    known["SMS_SENDER"] = OURS["SmsSender"]
    logical = {known[variable]: target for variable, target in names().items()}
    for line in (folder / CALLS).read_text(encoding="utf-8").splitlines():
        call = json.loads(line)
        yield call["function"], call["action"], logical.get(call["resource"], call["resource"])


def _routes(folder: Path) -> Iterator[str]:
    """Each function writes one line for each answer into its log."""
    for log in (folder / "logs").glob("*Function.log"):
        lines = [line for line in log.read_text(encoding="utf-8").splitlines() if line.startswith("{")]
        yield from (found["route"] for line in lines if "route" in (found := json.loads(line)))
