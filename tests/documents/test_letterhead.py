"""To whom a report is addressed: a day's to the city, a week's and the final one to who sums the campaign up."""

import io
import json
from collections.abc import Mapping
from dataclasses import replace

import docx
import pytest

from giaoban.campaign import Campaign
from giaoban.documents.letterhead import EditionLetterhead
from giaoban.letters.model import Document
from giaoban.letters.write_docx import write_docx
from giaoban.letters.write_pdf import write_pdf
from tests.documents.office import pages, squeezed
from tests.documents.scene import FONTS, Made

CITY = ("Kính gửi: Ủy ban nhân dân Thành phố", "- Như trên; - Sở Khoa học và Công nghệ; - Sở Nội vụ; - Lưu: VT.")
DEPARTMENT = ("Kính gửi: Sở Khoa học và Công nghệ", "- Như trên; - UBND Thành phố; - Sở Nội vụ; - Lưu: VT.")


def said_in_pdf(document: Document) -> str:
    return squeezed("".join(pages(write_pdf(document, FONTS))))


def said_in_docx(document: Document) -> str:
    file = docx.Document(io.BytesIO(write_docx(document)))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return squeezed("".join([*(each.text for each in file.paragraphs), *cells]))


def before_periods(files: Mapping[str, str]) -> dict[str, str]:
    """The campaign's folder as editions froze it before periods had readers of their own."""
    data = json.loads(files["campaign.json"])
    del data["edition"]["periods"]
    return {**files, "campaign.json": json.dumps(data, ensure_ascii=False)}


@pytest.mark.parametrize(
    "name, own, others",
    [("issued", CITY, DEPARTMENT), ("provisional", CITY, DEPARTMENT), ("week", DEPARTMENT, CITY)],
)
def test_a_day_goes_to_the_city_and_a_week_to_the_department(
    name: str, own: tuple[str, ...], others: tuple[str, ...], made: dict[str, Made]
) -> None:
    for said in (said_in_pdf(made[name].document), said_in_docx(made[name].document)):
        assert all(squeezed(each) in said for each in own)
        assert not any(squeezed(each) in said for each in others)


def test_an_older_campaign_s_week_is_still_a_document_to_the_readers_of_its_days(
    made: dict[str, Made], hanoi: Campaign
) -> None:
    letterhead = EditionLetterhead.read(before_periods(hanoi.files), is_period=True)
    said = said_in_pdf(replace(made["week"], letterhead=letterhead).document)
    assert all(squeezed(each) in said for each in CITY)
