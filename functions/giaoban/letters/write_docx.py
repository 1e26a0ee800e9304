"""A document as DOCX: the PDF's words in the same order, in styles that a clerk can change in one place."""

import io
import zipfile
from datetime import UTC

import docx
from docx.document import Document as Docx
from docx.oxml.text.paragraph import CT_P
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as DocxParagraph

from giaoban.letters.docx_styles import TEXT_WIDTH_MM, add_page_number, add_styles, draw_line
from giaoban.letters.docx_tables import add_plain_table, add_table
from giaoban.letters.model import (
    Block,
    Document,
    Head,
    Heading,
    Notice,
    PageBreak,
    Paragraph,
    Picture,
    Signature,
    Table,
    Title,
)

_STYLES = {
    "addressee": "Kính gửi",
    "body": "Body Text",
    "item": "Gạch đầu dòng",
    "note": "Ghi chú",
    "closing": "Dòng cuối",
}
_HEAD_MM = (0.43 * TEXT_WIDTH_MM, 0.57 * TEXT_WIDTH_MM)
_SIGNATURE_MM = (0.48 * TEXT_WIDTH_MM, 0.52 * TEXT_WIDTH_MM)
_PADDING_MM = 3.8
_MOTTO_MM = 58
_SIGNING_PT = 62


def write_docx(document: Document) -> bytes:
    """The file; the same bytes from the same document."""
    file = docx.Document()
    add_styles(file)
    add_page_number(file, document.mark)
    properties, made_at = file.core_properties, document.made_at.astimezone(UTC).replace(tzinfo=None)
    properties.title, properties.author, properties.last_modified_by = document.title, document.author, document.author
    properties.language, properties.comments = "vi-VN", ""
    properties.created = properties.modified = made_at
    is_new_page = False
    for block in document.blocks:
        written_before = len(file.element.body)
        _write(file, block)
        if is_new_page:
            _begin_page(file, written_before)
        is_new_page = isinstance(block, PageBreak)
    written = io.BytesIO()
    file.save(written)
    return _without_times(written.getvalue())


def _write(file: Docx, block: Block) -> None:
    match block:
        case Head():
            _head(file, block)
        case Title():
            _title(file, block)
        case Notice():
            file.add_paragraph(block.title, "Khung đậm")
            file.add_paragraph(block.text, "Khung")
        case Heading():
            file.add_heading(block.text, block.level)
        case Paragraph():
            _paragraph(file, block)
        case Table():
            add_table(file, block)
        case Picture():
            _picture(file, block)
        case Signature():
            _signature(file, block)
        case PageBreak():
            pass


def _begin_page(file: Docx, place: int) -> None:
    """With the paragraph that was written first: a break of its own would leave an empty line above it."""
    # The last element of a body is its section.
    first = file.element.body[place - 1]
    if isinstance(first, CT_P):
        DocxParagraph(first, file._body).paragraph_format.page_break_before = True


def _head(file: Docx, block: Head) -> None:
    table = add_plain_table(file, 2, _HEAD_MM)
    left, right = table.rows[0].cells
    _lines(left, [(block.parent, "Cơ quan chủ quản"), (block.body, "Cơ quan ban hành")])
    draw_line(left.add_paragraph(style="Đường kẻ"), 22, _HEAD_MM[0] - _PADDING_MM)
    _lines(right, [(block.nation, "Quốc hiệu"), (block.motto, "Tiêu ngữ")])
    draw_line(right.add_paragraph(style="Đường kẻ"), _MOTTO_MM, _HEAD_MM[1] - _PADDING_MM)
    number, date = table.rows[1].cells
    _lines(number, [(block.number, "Số, ký hiệu")])
    _lines(date, [(block.place_and_date, "Địa danh, ngày tháng")])


def _lines(cell: _Cell, lines: list[tuple[str, str]]) -> None:
    """A cell begins with one paragraph."""
    first, style = lines[0]
    cell.paragraphs[0].text, cell.paragraphs[0].style = first, style
    for text, style in lines[1:]:
        cell.add_paragraph(text, style)


def _title(file: Docx, block: Title) -> None:
    file.add_paragraph(block.kind, "Tên loại")
    file.add_paragraph(block.about, "Trích yếu")
    for line in block.lines:
        file.add_paragraph(line, "Dưới trích yếu")
    below = file.add_paragraph(style="Đường kẻ")
    draw_line(below, 32, TEXT_WIDTH_MM)
    below.paragraph_format.space_after = Pt(4)


def _paragraph(file: Docx, block: Paragraph) -> DocxParagraph:
    paragraph = file.add_paragraph(style=_STYLES[block.style])
    for run in block.runs:
        written = paragraph.add_run(run.text)
        # None leaves it to the style.
        written.bold, written.italic = run.bold or None, run.italic or None
    return paragraph


def _picture(file: Docx, block: Picture) -> None:
    shape = file.add_picture(io.BytesIO(block.png), width=Mm(TEXT_WIDTH_MM))
    shape._inline.docPr.set("descr", block.shows)


def _signature(file: Docx, block: Signature) -> None:
    table = add_plain_table(file, 1, _SIGNATURE_MM)
    left, right = table.rows[0].cells
    _lines(left, [(block.recipients_title, "Nơi nhận"), *((each, "Tên nơi nhận") for each in block.recipients)])
    _lines(right, [(block.title, "Người ký"), (block.name, "Người ký")])
    right.paragraphs[0].paragraph_format.space_after = Pt(_SIGNING_PT)


def _without_times(file: bytes) -> bytes:
    """The archive without the moment at which each of its parts was written."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(zipfile.ZipInfo(part.filename), old.read(part), zipfile.ZIP_DEFLATED)
    return written.getvalue()
