"""The workbook: typed cells, fixed heads, and no text that computes."""

import io

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from giaoban.documents.render import sheets_of
from giaoban.letters.write_xlsx import write_xlsx
from tests.documents.office import Office, pages
from tests.documents.scene import HOSTILE, Made


def written(edition: Made) -> bytes:
    document = edition.document
    found = sheets_of(edition.content, document.title)
    return write_xlsx(found, document.title, document.author, document.made_at, "A & B")


@pytest.fixture(scope="module")
def book(made: dict[str, Made]) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(written(made["issued"])))


@pytest.fixture(scope="module")
def hostile(made: dict[str, Made]) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(written(made["hostile"])))


def test_its_sheets_are_totals_targets_units_findings_and_opinions(book: Workbook) -> None:
    names = ["Tổng hợp", "Chỉ tiêu", "Xã, phường × số liệu", "Sở, ban, ngành × số liệu", "Cảnh báo", "Ý kiến"]

    assert book.sheetnames == names


def test_a_periods_sheets_are_days_totals_targets_order_and_opinions(made: dict[str, Made]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(made["week"])))

    assert book.sheetnames == ["Theo ngày", "Tổng hợp", "Chỉ tiêu", "Thứ tự đơn vị", "Ý kiến"]
    assert f"{book['Theo ngày']['A4'].value:%d/%m/%Y}" == "24/07/2025"
    assert book["Thứ tự đơn vị"].max_row == 143 + 3


def test_figures_are_numbers_percentages_are_percentages_and_times_are_times(
    book: Workbook, made: dict[str, Made]
) -> None:
    content = made["issued"].content
    total = book["Tổng hợp"]["F4"]
    target = book["Chỉ tiêu"]["E4"]
    received = book["Xã, phường × số liệu"]["D5"]

    assert total.value == content["kinds"][0]["groups"][0]["figures"][0]["total"]
    assert (total.data_type, total.number_format) == ("n", "#,##0")
    assert round(target.value * 10_000) == content["kinds"][0]["targets"][0]["value"]
    assert target.number_format == "0.00%"
    assert f"{received.value:%Y-%m-%dT%H:%M}" == content["units"][1]["first_received_at"][:16]


def test_codes_keep_their_zeros_and_yes_or_no_stays_one(book: Workbook) -> None:
    sheet = book["Xã, phường × số liệu"]

    assert sheet["A4"].value == "00004"
    assert {type(cell.value) for row in sheet.iter_rows(min_row=4) for cell in row} >= {bool, int, str}


def test_what_is_not_known_is_empty_never_0(made: dict[str, Made]) -> None:
    first = made["first"]
    state = next(each for each in first.content["units"] if not each["figures"])
    book = openpyxl.load_workbook(io.BytesIO(written(first)))
    sheet = book["Xã, phường × số liệu" if state["unit"]["kind"] == "commune" else "Sở, ban, ngành × số liệu"]
    row = next(row for row in sheet.iter_rows(min_row=4) if row[0].value == state["unit"]["code"])

    assert {cell.value for cell in row[3:]} == {None}


def test_a_carried_stock_is_slanted(book: Workbook, made: dict[str, Made]) -> None:
    slanted = sum(
        bool(cell.font.italic)
        for name in book.sheetnames[2:4]
        for row in book[name].iter_rows(min_row=4)
        for cell in row
    )

    assert slanted == sum(len(each["carried"]) for each in made["issued"].content["units"])


def test_no_text_is_a_formula_or_a_link(hostile: Workbook) -> None:
    cells = [cell for sheet in hostile for row in sheet.iter_rows() for cell in row]
    said = {cell.value for cell in cells if cell.data_type == "s"}

    assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert {text.strip() for text in HOSTILE if "\n" not in text} <= {str(text).strip() for text in said}


def test_heads_stay_on_screen_and_on_paper(book: Workbook) -> None:
    for sheet in book:
        assert sheet.freeze_panes
        assert sheet.print_title_rows == "$2:$3"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr
        assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_it_was_created_when_the_edition_was_issued(book: Workbook) -> None:
    assert f"{book.properties.created:%Y-%m-%d %H:%M:%S}" == "2025-07-25 09:48:12"


def test_the_same_edition_gives_the_same_bytes(made: dict[str, Made]) -> None:
    assert written(made["hostile"]) == written(made["hostile"])


def test_libreoffice_prints_it(made: dict[str, Made], office: Office) -> None:
    said = "".join(pages(office.pdf(written(made["hostile"]), "xlsx")))

    assert "=1+1" in said
    assert "A & B" in said
