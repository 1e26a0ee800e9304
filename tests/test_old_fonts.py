"""Names typed for the fonts of before Unicode are known by their syllables; names of every people stay names."""

import pytest

from giaoban.campaign import Campaign
from giaoban.old_fonts import _TCVN3, is_for_an_old_font
from giaoban.syllables import is_syllable, words

TCVN3 = [
    "NguyÔn TuÊn", "Lª ThÞ Hoa", "TrÇn V¨n Nam", "Ph¹m Quèc §¹t", "Ng« B¶o", "§ç ThÞ H\u00ad¬ng", "NGUYÔN TUÊN", "Hoµng Anh",
    "Vò ThÕ Anh", "Bïi ThÞ TuyÕt", "tuÊn",
]  # fmt: skip
VNI = [
    "Nguyeãn Tuaán", "Leâ Thò Hoa", "Traàn Vaên Nam", "Phaïm Quoác Ñaït", "Ñoã Thò Höông", "NGUYEÃN TUAÁN", "Hoaøng Anh",
    "Vuõ Theá Anh", "Buøi Thò Tuyeát",
]  # fmt: skip
NAMES = [
    "Nguyễn Tuấn", "Lê Thị Hoà", "Lê Thị Hòa", "PHẠM QUỐC ĐẠT", "Huỳnh Thúy Khuê", "Quách Tuyết Yến", "Ngô Khuyến",
    "Giàng A Páo", "Vừ Mí Pó", "Y Ngông Niê Kđăm", "H'Hen Niê", "Ê-ban", "Rơ Châm Bôn", "Siu Krông", "Kpă Mlô", "Êñuôl",
    "Đàng Chamaléa", "José Müller", "Zoë René", "Ô. Lâm", "Ê. Đinh", "Le Thi Sen", "Người báo cáo 00004", "",
]  # fmt: skip


@pytest.mark.parametrize("name", [*TCVN3, *VNI])
def test_a_name_typed_for_an_old_font_is_known(name: str) -> None:
    assert is_for_an_old_font(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_a_name(name: str) -> None:
    assert not is_for_an_old_font(name)


def test_every_letter_of_vietnamese_has_its_place_in_tcvn3() -> None:
    small = {chr(each) for each in _TCVN3.values() if chr(each).islower()}
    assert len(small) == 67


@pytest.mark.parametrize(
    "word", ["Nguyễn", "gì", "giếng", "quốc", "khuỷu", "thuở", "xoong", "nghiêng", "hươu", "uyên", "ý", "oanh"]
)
def test_a_syllable_is_one(word: str) -> None:
    assert all(map(is_syllable, (word, word.upper(), word.title())))


@pytest.mark.parametrize("word", ["tuên", "bàc", "sách\u0301", "nguyôn", "Traàn", "đ", "sEn", "brông", "mãt", "hảp"])
def test_what_no_rule_of_spelling_makes_is_none(word: str) -> None:
    assert not is_syllable(word)


def test_every_accented_word_of_the_citys_units_is_a_syllable(hanoi: Campaign) -> None:
    accented = {each for unit in hanoi.units.values() for each in words(unit.names.vi) if not each.isascii()}
    assert len(accented) > 100
    assert {word for word in accented if not is_syllable(word)} == set()
