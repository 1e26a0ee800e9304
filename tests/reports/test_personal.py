"""What looks like somebody's number, address or name in a text: rather too much than too little."""

import time

import pytest

from giaoban.reports.personal import looks_personal
from tests.browser.hostile import CORPUS


@pytest.mark.parametrize(
    "text, kind, found",
    [
        ("Xin gọi 0912345678 gặp trực", "number", "0912345678"),
        ("Liên hệ 0912 345 678.", "number", "0912 345 678"),
        ("ĐT: 091.234.5678", "number", "091.234.5678"),
        ("(024) 0000 0000 hoặc", "number", "(024) 0000 0000"),
        ("số +84 912-345-678", "number", "+84 912-345-678"),
        ("gọi ０９１２３４５６７８", "number", "0912345678"),
        ("09\u200b12\u200d345\u2060678", "number", "0912345678"),
        ("CCCD 001099012345", "number", "001099012345"),
        ("84.912.345.678", "number", "84.912.345.678"),
        ("gửi về canbo.a@giaoban.invalid nhé", "email", "canbo.a@giaoban.invalid"),
        ("canbo (at) giaoban.invalid", "email", "canbo (at) giaoban.invalid"),
        ("Bà Nguyễn Thị Sen chưa nhận", "name", "Bà Nguyễn Thị Sen"),
        ("nhờ anh Tuấn sửa máy", "name", "anh Tuấn"),
        ("đ/c Hoa báo mất điện", "name", "đ/c Hoa"),
        ("đồng chí Lê Đỏ đi vắng", "name", "đồng chí Lê Đỏ"),
        ("ÔNG NGUYỄN VĂN X", "name", "ÔNG NGUYỄN VĂN X"),
    ],
)
def test_what_may_be_somebodys_is_shown(text: str, kind: str, found: str) -> None:
    assert [(each.kind, each.text) for each in looks_personal(text)] == [(kind, found)]


@pytest.mark.parametrize(
    "text",
    [
        "Mạng chậm từ 8 giờ đến 9 giờ 30 ngày 2/8/2025.",
        "Từ 14:30 02/08/2025 đến 2025-08-03 vẫn lỗi 502.",
        "Đã tiếp 1.234 lượt, xử lý 12.345.678 dòng dữ liệu.",
        "Chương trình 2016-2020 và 2021 – 2025",
        "Bà con chưa quen, cô bác lớn tuổi cần giúp",
        "Phường Hai Bà Trưng mất điện",
        "3 máy, 12 người, 126 xã, 45 ngày",
        "",
    ],
)
def test_dates_amounts_and_places_are_nobodys(text: str) -> None:
    assert looks_personal(text) == []


def test_no_text_takes_long_to_look_at() -> None:
    texts = [*CORPUS, "0" * 1000, "0 " * 500, "bà " * 333, "a." * 500, "1.000" * 200, "(" * 1000, "bà Nguyễn " * 100]
    began = time.process_time()
    for text in texts:
        looks_personal(text)
    assert time.process_time() - began < 1
