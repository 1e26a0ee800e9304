"""The linter sees what is wrong, in the template as written or as translated."""

import shutil
from pathlib import Path

import pytest

from tools.template.lint import lint_template

ROOT = Path(__file__).parents[2]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "template.yaml", tmp_path)
    shutil.copytree(ROOT / "iac", tmp_path / "iac")
    return tmp_path


def test_nothing_is_wrong_with_the_templates():
    assert lint_template() == []


@pytest.mark.parametrize(
    "right, wrong",
    [
        pytest.param(
            "AttributeName: day, KeyType: HASH", "AttributeName: date, KeyType: HASH", id="a key nobody defined"
        ),
        pytest.param("RetentionInDays: 90", "RetentionInDays: 91", id="a retention that does not exist"),
        pytest.param("REPORTS_TABLE: !Ref ReportsTable", "REPORTS_TABLE: !Ref ReportTable", id="a table misspelled"),
        pytest.param(
            "VersioningConfiguration: { Status: Enabled }",
            "VersioningConfiguration: { Status: On }",
            id="a setting of the bucket that does not exist",
        ),
        pytest.param("MetricName: ApproximateNumberOfMessagesVisible", "MetricsName: x", id="an alarm about nothing"),
        pytest.param("Layers: [!Ref DocumentsLayer]", "Layers: [!Ref DocumentLayer]", id="a layer misspelled"),
        pytest.param("Authorizer: Staff", "Authorizer: Stuff", id="an authorizer misspelled"),
    ],
)
def test_a_planted_mistake_is_found(copied: Path, right: str, wrong: str):
    template = copied / "template.yaml"
    text = template.read_text("utf-8")
    assert right in text
    template.write_text(text.replace(right, wrong), "utf-8")
    assert lint_template(copied)
