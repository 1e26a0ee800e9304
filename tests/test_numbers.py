"""Numbers as people of each language write them; what is not known is not 0."""

import pytest

from giaoban.numbers import percent, points, reported, signed, whole


@pytest.mark.parametrize(
    "value, vi, en",
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1234, "1.234", "1,234"),
        (1234567, "1.234.567", "1,234,567"),
        (None, "–", "–"),
    ],
)
def test_thousands_are_parted_as_each_language_does(value: int | None, vi: str, en: str) -> None:
    assert (whole(value), whole(value, "vi"), whole(value, "en")) == (vi, vi, en)


@pytest.mark.parametrize(
    "value, vi, en", [(5, "+5", "+5"), (-1234, "−1.234", "−1,234"), (0, "0", "0"), (None, "–", "–")]
)
def test_a_change_has_its_sign(value: int | None, vi: str, en: str) -> None:
    assert (signed(value), signed(value, "en")) == (vi, en)


@pytest.mark.parametrize(
    "value, vi, en",
    [
        (6213, "62,13%", "62.13%"),
        (6210, "62,1%", "62.1%"),
        (6205, "62,05%", "62.05%"),
        (10_000, "100%", "100%"),
        (0, "0%", "0%"),
        (5, "0,05%", "0.05%"),
        (None, "–", "–"),
        (123_456, "1.234,56%", "1,234.56%"),
    ],
)
def test_percentages_have_no_needless_zeros(value: int | None, vi: str, en: str) -> None:
    assert (percent(value), percent(value, "en")) == (vi, en)


@pytest.mark.parametrize(
    "value, vi, en", [(150, "+1,5", "+1.5"), (-2, "−0,02", "−0.02"), (0, "0", "0"), (None, "–", "–")]
)
def test_points_have_their_sign(value: int | None, vi: str, en: str) -> None:
    assert (points(value), points(value, "en")) == (vi, en)


@pytest.mark.parametrize(
    "value, vi, en",
    [(True, "có", "yes"), (False, "không", "no"), (0, "0", "0"), (1200, "1.200", "1,200"), (None, "–", "–")],
)
def test_a_figure_reads_as_it_was_sent(value: int | bool | None, vi: str, en: str) -> None:
    assert (reported(value), reported(value, "en")) == (vi, en)
