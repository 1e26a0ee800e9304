"""Names and e-mail addresses: what people have is taken, what could do harm elsewhere is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.cells import STARTS_A_FORMULA
from giaoban.directory.words import email_address, full_name
from giaoban.problem import Problem


def rule(found: str | Problem) -> str:
    assert isinstance(found, Problem), found
    return found.rule


@pytest.mark.parametrize(
    "text, name",
    [
        ("Nguyễn Thị Ánh Tuyết", "Nguyễn Thị Ánh Tuyết"),
        ("  Đỗ   Văn\u00a0Ê-ban ", "Đỗ Văn Ê-ban"),
        ("Nguye\u0302\u0303n Va\u0306n A", "Nguyễn Văn A"),
        ("H'Hen Niê", "H'Hen Niê"),
        ("Người báo cáo 00004", "Người báo cáo 00004"),
        ("Trần B. (Văn phòng)", "Trần B. (Văn phòng)"),
    ],
)
def test_a_name_is_taken_in_one_spelling(text: str, name: str) -> None:
    assert full_name(text, "") == name


@pytest.mark.parametrize(
    "text, why",
    [
        ("", "missing"),
        ("   ", "missing"),
        ("=1+1", "not_a_name"),
        ("+84912345678", "not_a_name"),
        ("-Nguyễn", "not_a_name"),
        ("@SUM(A1)", "not_a_name"),
        ("'=1", "not_a_name"),
        ("0912345678", "not_a_name"),
        ("<b>Nguyễn</b>", "not_a_name"),
        ("Nguyễn\x00A", "not_a_name"),
        ("Nguyễn\u202eA", "not_a_name"),
        ("Nguyễn {0} A", "not_a_name"),
        ("Nguyễn|A", "not_a_name"),
        ("NguyÔn TuÊn", "old_font"),
        ("Lª ThÞ Hoa", "old_font"),
        ("Leâ Thò Hoa", "old_font"),
        ("A" * 101, "too_long"),
    ],
)
def test_what_is_no_name_is_refused(text: str, why: str) -> None:
    assert rule(full_name(text, "/name")) == why


@pytest.mark.parametrize("text", ["a@b.vn", "Nguyen.A+bao-cao@HaNoi.gov.VN", "a_b@x-y.co", "o'n@b.vn", " a@b.vn "])
def test_an_address_is_taken(text: str) -> None:
    local, _, domain = text.strip().partition("@")
    assert email_address(text, "") == f"{local}@{domain.lower()}"


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "a@b",
        "@b.vn",
        "a@",
        "a@@b.vn",
        "a b@b.vn",
        "a@b.vn, c@d.vn",
        "a@b.vn;c@d.vn",
        "A <a@b.vn>",
        "a@b.vn\r\nBcc: c@d.vn",
        "a@b.vn\nTo: c@d.vn",
        "a\x00@b.vn",
        '"a b"@b.vn',
        "a@[127.0.0.1]",
        "a@127.0.0.1",
        ".a@b.vn",
        "a.@b.vn",
        "a..b@b.vn",
        "a@-b.vn",
        "a@b-.vn",
        "a@b..vn",
        "=a@b.vn",
        "+a@b.vn",
        "-a@b.vn",
        "ả@b.vn",
        "a@bộ.vn",
        "a@b.vn ?subject=x",
        "mailto:a@b.vn",
        "a" * 65 + "@b.vn",
        "a@" + "b" * 64 + ".vn",
        "a@" + "b." * 130 + "vn",
    ],
)
def test_what_is_no_single_address_is_refused(text: str) -> None:
    assert rule(email_address(text, "/email")) == "not_an_email"


@given(st.text(max_size=300))
def test_what_is_taken_can_be_put_into_a_header_and_into_a_spreadsheet(text: str) -> None:
    for found in (full_name(text, ""), email_address(text, "")):
        if isinstance(found, str):
            assert not any(each in found for each in '\r\n\x00<>"=\u202e;')
            assert not found.startswith(STARTS_A_FORMULA)
