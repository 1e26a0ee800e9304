"""The linter sees what is wrong, in the template as written or as translated."""

import shutil
from collections.abc import Iterable
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


# What is put in place of what, and what the linter says of it, each once in the template as it is translated.
PLANTED = {
    "a key nobody defined": ("AttributeName: day, KeyType: HASH", "AttributeName: date, KeyType: HASH", "E3039"),
    "a retention that does not exist": ("RetentionInDays: 90", "RetentionInDays: 91", "E3030 91 "),
    "a table misspelled": (
        "REPORTS_TABLE: !Ref ReportsTable",
        "REPORTS_TABLE: !Ref ReportTable",
        "E1020 'ReportTable'",
    ),
    "a setting of the bucket that does not exist": (
        "VersioningConfiguration: { Status: Enabled }",
        "VersioningConfiguration: { Status: On }",
        "E3030 True ",
    ),
    "an alarm about nothing": ("MetricName: ApproximateNumberOfMessagesVisible", "MetricsName: x", "E3014"),
    "a layer misspelled": ("Layers: [!Ref DocumentsLayer]", "Layers: [!Ref DocumentLayer]", "E1020 'DocumentLayer'"),
}


def plant(copied: Path, mistakes: Iterable[tuple[str, str]]) -> list[str]:
    """What the linter finds in a copy with these mistakes."""
    template = copied / "template.yaml"
    text = template.read_text("utf-8")
    for right, wrong in mistakes:
        assert right in text
        text = text.replace(right, wrong)
    template.write_text(text, "utf-8")
    return lint_template(copied)


def test_every_planted_mistake_is_found(copied: Path):
    found = plant(copied, [(right, wrong) for right, wrong, _ in PLANTED.values()])
    translated = [line for line in found if "translated" in line]
    assert [name for name, (_, _, told) in PLANTED.items() if not any(told in line for line in translated)] == []


def test_a_mistake_that_the_translator_refuses_is_found(copied: Path):
    assert plant(copied, [("Authorizer: Staff", "Authorizer: Stuff")])
