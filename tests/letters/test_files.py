"""Any letter through the three writers: not only an edition."""

import io
from dataclasses import replace

import docx
import openpyxl
import pytest

from giaoban.letters.files import files_of, printable
from giaoban.letters.model import Document
from tests.documents.office import fonts, pages, squeezed
from tests.letters.decision import FONTS, LETTERHEAD, TITLE, annex, decision

ALL = (
    "ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI",
    "Số: /QĐ-SKHCN",
    "Hà Nội, ngày 25 tháng 7 năm 2025",
    "Kính gửi: Các đơn vị cử người",
    "GIÁM ĐỐC Nguyễn Văn Sen",
    "Nơi nhận: - Như Điều 2; - Lưu: VT.",
    "Phường Sen 3 Xã Súng 2 Xã =1+1 4 Tổng 9",
)


def said_in(form: str, document: Document) -> str:
    written = files_of(printable(document, FONTS), [annex()], "A & B", FONTS)[form]
    if form == "pdf":
        return squeezed("".join(pages(written)))
    file = docx.Document(io.BytesIO(written))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return squeezed("".join([*(each.text for each in file.paragraphs), *cells]))


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_decision_has_its_head_its_signature_and_its_list(form: str) -> None:
    said = said_in(form, decision())

    assert [each for each in ALL if squeezed(each) not in said] == []


def test_its_annex_begins_a_page_and_one_family_writes_it_all() -> None:
    written = files_of(printable(decision(), FONTS), [annex()], "", FONTS)["pdf"]

    assert squeezed(pages(written)[1]).startswith("2DANHSÁCH")
    assert {font.partition("-")[0] for font in fonts(written)} == {"Tinos"}


def test_its_list_is_a_sheet_with_numbers_and_dates_and_no_formula() -> None:
    written = files_of(printable(decision(), FONTS), [annex()], "", FONTS)["xlsx"]
    book = openpyxl.load_workbook(io.BytesIO(written))
    rows = list(book["Danh sách"].iter_rows(min_row=4))

    assert book.properties.title == TITLE
    assert [row[1].value for row in rows] == [3, 2, 4]
    assert f"{rows[0][2].value:%d/%m/%Y}" == "26/07/2025"
    assert [row[0].data_type for row in rows] == ["s", "s", "s"]


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_what_the_font_lacks_is_explained_also_where_no_closing_line_stands(form: str) -> None:
    said = said_in(form, decision(said="Cảm ơn 😀"))

    assert squeezed("Cảm ơn �") in said
    assert squeezed("Dấu � thay cho ký tự") in said


def test_the_same_letter_gives_the_same_bytes() -> None:
    first, second = (files_of(printable(decision(), FONTS), [annex()], "", FONTS) for _ in range(2))

    assert first == second


def test_nobody_signs_what_a_machine_made() -> None:
    document = replace(decision(), blocks=(LETTERHEAD.signature(is_signed=False),))

    assert "LẬPTỰĐỘNG,KHÔNGKÝ" in said_in("pdf", document)
    assert "NguyễnVănSen" not in said_in("pdf", document)
