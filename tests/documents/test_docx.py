"""The DOCX: real styles, heads repeated, the same bytes."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from giaoban.letters.write_docx import write_docx
from tests.documents.scene import Made


@pytest.fixture(scope="module")
def issued(made: dict[str, Made]) -> bytes:
    return write_docx(made["issued"].document)


def test_sections_are_real_headings(issued: bytes) -> None:
    file = docx.Document(io.BytesIO(issued))
    headings = [each.text for each in file.paragraphs if each.style and each.style.name == "Heading 1"]

    assert headings[0] == "I. TÓM TẮT"
    assert headings[-1] == "VIII. NHẬN XÉT CỦA TRUNG TÂM"
    assert len(headings) == 8


def test_no_paragraph_brings_letters_of_its_own(issued: bytes) -> None:
    file = docx.Document(io.BytesIO(issued))
    runs = [run for each in file.paragraphs for run in each.runs]

    assert {run.font.name for run in runs} == {None}
    assert {run.font.size for run in runs} == {None}
    assert {file.styles[name].font.name for name in ("Normal", "Heading 1", "Body Text", "Ô bảng")} == {
        "Times New Roman"
    }


def test_every_table_of_figures_has_the_style_and_repeats_its_head(issued: bytes) -> None:
    tables = [
        each for each in docx.Document(io.BytesIO(issued)).tables if each.style and each.style.name == "Bảng số liệu"
    ]

    assert len(tables) >= 8
    for table in tables:
        assert table.rows[0]._tr.trPr is not None
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_the_page_is_a4_with_the_decrees_margins_and_no_number_on_page_1(issued: bytes) -> None:
    section = docx.Document(io.BytesIO(issued)).sections[0]

    assert [round(each.mm) for each in (section.page_width, section.page_height)] == [210, 297]  # type: ignore[union-attr]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(each.mm) for each in margins] == [20, 20, 30, 15]  # type: ignore[union-attr]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header.paragraphs[0]._p.xml
    assert not section.first_page_header.paragraphs[0]._p.xml.count("PAGE")


def test_the_same_document_gives_the_same_bytes(made: dict[str, Made]) -> None:
    document = made["hostile"].document

    assert write_docx(document) == write_docx(document)


def test_it_says_when_the_edition_was_issued_and_nothing_of_the_machine(issued: bytes) -> None:
    properties = docx.Document(io.BytesIO(issued)).core_properties
    parts = zipfile.ZipFile(io.BytesIO(issued)).infolist()

    assert f"{properties.created:%Y-%m-%d %H:%M:%S}" == "2025-07-25 09:48:12"
    assert properties.author == "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
    assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}
