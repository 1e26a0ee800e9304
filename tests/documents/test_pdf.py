"""The PDF: its one font, its pages, and what cannot harm it."""

import io
from dataclasses import replace

import pypdf
import pytest

from giaoban.letters.model import Document, plain
from giaoban.letters.write_pdf import write_pdf
from tests.documents.office import fonts, pages, squeezed
from tests.documents.scene import FONTS, Made

ALL = ["first", "issued", "correction", "provisional", "week", "nobody", "hostile"]
# Every letter with which Vietnamese is written, in both cases, and signs of official documents.
ALPHABET = (
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
    "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆGHIÌÍỈĨỊKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVXYỲÝỶỸỴ"
    "0123456789–“”…−→×%₫"
)


@pytest.mark.parametrize("name", ALL)
def test_one_font_family_is_embedded_whatever_people_typed(name: str, made: dict[str, Made]) -> None:
    found = fonts(write_pdf(made[name].document, FONTS))

    assert found == {"Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"}


def test_every_vietnamese_letter_is_read_back_from_the_pdf(made: dict[str, Made]) -> None:
    document = replace(made["first"].document, blocks=(plain(" ".join(ALPHABET)),))

    assert squeezed("".join(pages(write_pdf(document, FONTS)))) == ALPHABET


@pytest.mark.parametrize("name", ALL)
def test_the_summary_is_one_page(name: str, made: dict[str, Made]) -> None:
    found = [squeezed(text) for text in pages(write_pdf(made[name].document, FONTS))]
    begins = next(number for number, text in enumerate(found) if "I.TÓMTẮT" in text)

    assert begins == (1 if name == "correction" else 0)
    if name != "hostile":
        assert ("4.Chấphànhchếđộbáocáo" if name == "week" else "4.Đơnvịcầnđônđốc") in found[begins]
        assert found[begins + 1].startswith(f"{begins + 2}II.")


def test_a_page_of_a4_says_its_number_at_the_top_but_not_the_first(made: dict[str, Made]) -> None:
    pdf = pypdf.PdfReader(io.BytesIO(write_pdf(made["issued"].document, FONTS)))
    text = [page.extract_text() for page in pdf.pages]

    assert text[0].startswith("ỦY BAN NHÂN DÂN")
    assert [each.split("\n")[0] for each in text[1:]] == [str(number) for number in range(2, len(text) + 1)]
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pdf.pages} == {(595, 842)}


def test_the_same_document_gives_the_same_bytes(made: dict[str, Made]) -> None:
    document = made["hostile"].document

    assert write_pdf(document, FONTS) == write_pdf(document, FONTS)


def test_a_word_of_a_thousand_letters_is_broken_within_its_cell(made: dict[str, Made]) -> None:
    text = write_pdf(made["hostile"].document, FONTS)
    longest = max((line for page in pages(text) for line in page.split("\n")), key=len)

    assert "W" * 50 not in "".join(pages(text)).replace("\u200b", "")
    assert len(longest) < 140


def test_what_looks_like_markup_is_shown_as_it_was_typed(made: dict[str, Made]) -> None:
    said = squeezed("".join(pages(write_pdf(made["hostile"].document, FONTS))))

    assert squeezed("#set page(fill: red) #panic() \\ $ * _ ` @ ~ [x] // không in = Tiêu đề") in said
    assert "<b>đậm</b>&<script>alert(1)</script>" in said
    assert "{count}{title}{units}" in said


def test_what_the_font_lacks_is_marked_and_explained(made: dict[str, Made]) -> None:
    said = "".join(pages(write_pdf(made["hostile"].document, FONTS)))

    assert "� Cảm ơn � rất nhiều �" in said.replace("\n", " ")
    assert squeezed("Dấu � thay cho ký tự mà phông chữ của văn bản không có") in squeezed(said)


def test_it_is_tagged_titled_and_says_its_language(made: dict[str, Made]) -> None:
    pdf = pypdf.PdfReader(io.BytesIO(write_pdf(made["issued"].document, FONTS)))

    assert pdf.metadata
    assert "Báo cáo ngày 25/07/2025, bản số 1" in str(pdf.metadata.title)
    assert pdf.root_object["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert str(pdf.root_object["/Lang"]).startswith("vi")


def test_the_last_line_names_the_edition_its_time_and_its_hash(made: dict[str, Made]) -> None:
    issued = made["issued"]
    said = squeezed(pages(write_pdf(issued.document, FONTS))[-1])

    assert squeezed("Bản tổng hợp số 1 ngày 25/07/2025, phát hành lúc 16:48 ngày 25/07/2025") in said
    assert said.endswith(issued.sha256)


def test_a_day_without_a_report_has_dashes_not_zeros(made: dict[str, Made]) -> None:
    said = squeezed("".join(pages(write_pdf(made["nobody"].document, FONTS))))

    assert squeezed("Chưa nhận được báo cáo nào của ngày. Tổng số liệu trong ngày để trống, không tính là 0.") in said
    assert squeezed("Hồ sơ tiếp nhận trực tuyến hồ sơ phát sinh – – 0 0 126") in said


def test_an_empty_document_is_still_a_page(made: dict[str, Made]) -> None:
    empty = Document("t", "a", made["first"].document.made_at, ())

    assert len(pages(write_pdf(empty, FONTS))) == 1
