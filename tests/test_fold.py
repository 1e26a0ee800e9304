"""Which spellings are one name, and which are two."""

import pytest

from giaoban.fold import spelled


@pytest.mark.parametrize("one, other", [
    ("Hoà", "Hòa"), ("Thuý", "Thúy"), ("Khoẻ", "Khỏe"), ("HOÀ", "hòa"), ("Hoa\u0300", "Hòa"), ("Nguyễn  Thị", "nguyễn thị"),
    ("Ê-ban", "Ê ban"), ("Hường", "Hu\u031bo\u031b\u0300ng"),
])  # fmt: skip
def test_two_ways_of_writing_one_name(one: str, other: str) -> None:
    assert spelled(one) == spelled(other)


@pytest.mark.parametrize("one, other", [
    ("Hoa", "Hòa"), ("Hoa", "Hoá"), ("Sen", "Sên"), ("Đan", "Dan"), ("Tuân", "Tuấn"), ("An Hà", "Àn Ha"), ("Tư", "Tu"),
])  # fmt: skip
def test_two_names(one: str, other: str) -> None:
    assert spelled(one) != spelled(other)
