"""template.yaml as the runner reads it."""

from pathlib import Path

import pytest

from tools.runner.function import program
from tools.template import UnresolvedError, load, read, resolve

KNOWN = {
    "ReportsTable": "reports",
    "AccessTable": "access",
    "PublicOrigin": "http://127.0.0.1:8000",
    "ReportsTable.Arn": "arn:reports",
}


def test_short_tags_are_read_as_cloudformation_means_them(tmp_path: Path):
    path = tmp_path / "t.yaml"
    path.write_text("a: !Ref B\nc: !GetAtt D.E.F\ng: !Sub ${H}-x\ni: !Join [',', [!Ref B, 2]]\nday: 2010-09-09\n")
    assert read(path) == {
        "a": {"Ref": "B"},
        "c": {"Fn::GetAtt": ["D", "E.F"]},
        "g": {"Fn::Sub": "${H}-x"},
        "i": {"Fn::Join": [",", [{"Ref": "B"}, 2]]},
        "day": "2010-09-09",
    }


@pytest.mark.parametrize(
    "node, value",
    [
        ({"Ref": "ReportsTable"}, "reports"),
        ({"Fn::GetAtt": ["ReportsTable", "Arn"]}, "arn:reports"),
        ({"Fn::Sub": "${PublicOrigin}/x/${ReportsTable.Arn}"}, "http://127.0.0.1:8000/x/arn:reports"),
        ({"Fn::Join": ["-", [{"Ref": "ReportsTable"}, "b"]]}, "reports-b"),
        ([{"Ref": "ReportsTable"}, 1], ["reports", 1]),
        ({"a": {"Ref": "ReportsTable"}, "b": True}, {"a": "reports", "b": True}),
    ],
)
def test_references_get_their_values(node: object, value: object):
    assert resolve(node, KNOWN) == value


@pytest.mark.parametrize("node", [{"Ref": "Nobody"}, {"Fn::GetAtt": ["A", "B"]}, {"Fn::Sub": ["${x}", {}]}])
def test_a_name_without_a_value_is_told(node: object):
    with pytest.raises(UnresolvedError):
        resolve(node, KNOWN)


def test_a_function_runs_with_the_templates_environment_and_nothing_of_this_machines(tmp_path: Path):
    (reports,) = [function for function in load().functions if function.name == "ReportsFunction"]
    made = program(reports, KNOWN, {"AWS_ENDPOINT_URL_DYNAMODB": "http://127.0.0.1:1"}, tmp_path)
    assert made.environment["REPORTS_TABLE"] == "reports"
    assert made.environment["PUBLIC_ORIGIN"] == "http://127.0.0.1:8000"
    assert made.environment["POWERTOOLS_METRICS_NAMESPACE"] == "GiaoBan"
    assert made.environment["PYTHONPATH"] == f"{tmp_path}/functions:{tmp_path}/runtime"
    assert made.command[-2:] == ("awslambdaric", "reports.handler")
    assert "VIRTUAL_ENV" not in made.environment
    assert made.timeout == 28
