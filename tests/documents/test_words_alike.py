"""PDF and DOCX say the same, word for word."""

import pytest

from giaoban.letters.model import Document, Table
from giaoban.letters.write_docx import write_docx
from giaoban.letters.write_pdf import write_pdf
from tests.documents.office import Office, fonts, letters, squeezed
from tests.documents.scene import FONTS, Made


def heads_of(document: Document) -> list[str]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return sorted(
        {squeezed("".join(column.head for column in table.columns)) for table in tables}, key=len, reverse=True
    )


@pytest.mark.parametrize("name", ["first", "issued", "correction", "provisional", "week", "nobody", "hostile"])
def test_the_docx_opens_in_libreoffice_with_the_words_of_the_pdf(
    name: str, made: dict[str, Made], office: Office
) -> None:
    document = made[name].document
    heads = heads_of(document)

    pdf = letters(write_pdf(document, FONTS), heads, document.mark)
    converted = office.pdf(write_docx(document), "docx")

    assert letters(converted, heads, document.mark) == pdf
    assert {font.partition("-")[0] for font in fonts(converted)} == {"Tinos"}
