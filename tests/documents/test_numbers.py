"""Figures, dates and times as an official document writes them."""

import pytest

from giaoban.documents.numbers import change, clock, clock_and_day, day_in_words, day_text, number, percent, points


@pytest.mark.parametrize("value, text", [(0, "0"), (999, "999"), (1234, "1.234"), (1234567, "1.234.567"), (None, "–")])
def test_thousands_are_parted_by_a_dot_and_what_is_not_known_is_not_0(value: int | None, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize("value, text", [(5, "+5"), (-1234, "−1.234"), (0, "0"), (None, "–")])
def test_a_change_has_its_sign(value: int | None, text: str) -> None:
    assert change(value) == text


@pytest.mark.parametrize(
    "value, text",
    [
        (6213, "62,13%"),
        (6210, "62,1%"),
        (6205, "62,05%"),
        (10_000, "100%"),
        (0, "0%"),
        (5, "0,05%"),
        (None, "–"),
        (123_456, "1.234,56%"),
    ],
)
def test_percentages_have_a_comma_and_no_needless_zeros(value: int | None, text: str) -> None:
    assert percent(value) == text


@pytest.mark.parametrize("value, text", [(150, "+1,5"), (-2, "−0,02"), (0, "0"), (None, "–")])
def test_points_have_their_sign(value: int | None, text: str) -> None:
    assert points(value) == text


@pytest.mark.parametrize(
    "day, text",
    [
        ("2025-08-02", "ngày 02 tháng 8 năm 2025"),
        ("2025-01-15", "ngày 15 tháng 01 năm 2025"),
        ("2025-12-31", "ngày 31 tháng 12 năm 2025"),
    ],
)
def test_days_below_10_and_the_first_two_months_have_a_0(day: str, text: str) -> None:
    assert day_in_words(day) == text


def test_times_are_hanois() -> None:
    assert day_text("2025-08-02") == "02/08/2025"
    assert clock("2025-08-02T09:48:12.345+00:00") == "16:48"
    assert clock(None) == "–"
    assert clock_and_day("2025-08-02T17:30:00+00:00") == "00:30 ngày 03/08/2025"
