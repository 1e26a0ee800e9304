"""Charts: read aloud, without script, with gaps where nothing is known."""

import re

from giaoban.publish.charts import bar, columns, line, mini, shares, spark, squares, strip
from giaoban.publish.charts.line import Drawn


def drawn(values: list[int | None]) -> Drawn:
    words = [str(number) for number in range(len(values))]
    return Drawn(values, words, words, 10_000, "Chỉ tiêu 100%", "60%")


ALL = [
    bar("b", 6213, 10_000, "T", "D"),
    shares("s", [("part-1", 578), ("part-2", 674)], "T", "D"),
    strip("p", [("on_time", "24/7"), ("none", "25/7"), ("missing", "26/7")], "T", "D"),
    columns("c", [{"on_time": 3, "late": 1}, None], "T", "D"),
    squares("q", [("on_time", "A"), ("missing", "B")], "T", "D"),
    line("l", drawn([5000, None, 6000]), "T", "D"),
]


def test_every_picture_has_a_title_and_a_description_that_it_is_labelled_by() -> None:
    for chart in ALL:
        for svg in re.findall(r"<svg.*?</svg>", chart, re.DOTALL):
            (labels,) = re.findall(r'aria-labelledby="(\S+) (\S+)"', svg)
            assert f'<title id="{labels[0]}">T</title>' in svg
            assert f'<desc id="{labels[1]}">D</desc>' in svg


def test_decorations_are_hidden_from_screen_readers() -> None:
    for small in (spark([1, None, 3]), mini([("on_time", "x")])):
        assert small.startswith('<svg aria-hidden="true"') or 'aria-hidden="true"' in small.split(">")[0]


def test_no_chart_needs_a_style_attribute_or_a_script() -> None:
    for chart in [*ALL, spark([1]), mini([("late", "")])]:
        assert not re.search(r"\sstyle=|<script|\son\w+=", chart)


def test_a_day_without_a_value_breaks_the_line() -> None:
    whole, broken = line("a", drawn([1, 2, 3, 4]), "T", "D"), line("a", drawn([1, 2, None, 4]), "T", "D")
    assert whole.count('class="stroke"') == 2
    assert broken.count('class="stroke"') == 4


def test_a_day_alone_between_gaps_is_still_seen() -> None:
    assert "h.1" in spark([None, 5, None])


def test_nothing_known_draws_an_empty_track_and_no_line() -> None:
    assert 'class="value" width="0"' in bar("b", None, 10_000, "T", "D")
    assert 'class="stroke"' not in line("l", drawn([None, None]), "T", "D")


def test_words_in_a_chart_are_escaped() -> None:
    assert "<b>" not in bar("b", 1, 2, "<b>", "</svg><script>")
    assert "<b>" not in squares("q", [("late", "<b>")], "T", "D")


def test_almost_complete_never_fills_the_bar() -> None:
    assert 'width="9999"' in bar("b", 9999, 10_000, "T", "D")
