"""Numbers that differ say why: how many units a change is of, how many a ratio is of, who has no figures."""

import re
from typing import Any

import pytest

from giaoban.documents.compared import in_words, note, sum_moved
from giaoban.documents.figures import targets
from giaoban.documents.summary import summary
from giaoban.letters.model import Paragraph
from tests.documents.scene import Made


def figure(change: int | None, **said: int) -> Any:
    return {"change": change, "units": 84, "blank": 42, **said}


@pytest.mark.parametrize(
    "moved, cell, words",
    [
        (figure(-3, compared=84), "−3 (84)", "−3, 84/126 đơn vị"),
        (figure(-3, compared=126), "−3", "−3"),
        (figure(-3), "−3", "−3"),
        (figure(None, compared=0), "–", "–"),
    ],
)
def test_a_change_says_of_how_many_units_it_is_where_some_are_left_out(moved: Any, cell: str, words: str) -> None:
    assert sum_moved(moved) == cell
    assert in_words(cell.partition(" ")[0], moved, 126) == words


def test_the_table_of_targets_says_of_how_few_units_its_changes_are() -> None:
    assert note([(figure(1, compared=126), 126)]) == []
    (text,) = note([(figure(1, compared=120), 126), (figure(1, compared=84), 126)])
    assert "ít nhất 84/126 đơn vị" in text


def text_of(blocks: Any) -> str:
    return "\n".join("".join(run.text for run in each.runs) for each in blocks if isinstance(each, Paragraph))


def test_units_without_figures_are_told_apart_from_units_without_a_report(made: dict[str, Made]) -> None:
    edition: Any = made["issued"].content
    told = re.search(r"(\d+) đơn vị chưa có số liệu của ngày \((.*?)\)", text_of(summary(edition)))
    assert told
    carried = [row for row in edition["units"] if row["carried"] and not row["figures"]]
    silent = sum(row["revision"] == 0 for row in carried)
    assert int(told[1]) == len(carried)
    assert f"{silent} chưa gửi" in told[2]
    assert ("không kèm số liệu" in told[2]) == (len(carried) > silent)


def test_a_ratio_of_fewer_units_than_the_sums_says_so(made: dict[str, Made]) -> None:
    edition: Any = made["issued"].content
    text = text_of(targets(edition))
    few = [each for each in edition["kinds"][0]["targets"] if each["kind"] == "ratio" and each["units"] < 126]
    assert few
    for each in few:
        assert f"tính trên {each['units']}/126 đơn vị" in text
