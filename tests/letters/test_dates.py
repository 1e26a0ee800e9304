"""Dates and times as an official document writes them."""

import pytest

from giaoban.letters.dates import clock, clock_and_day, day_in_words, day_text


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
