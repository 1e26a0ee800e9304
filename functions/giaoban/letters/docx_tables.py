"""Tables of the DOCX, row by row in XML: python-docx looks every cell up anew, which takes minutes for 3,321 units."""

from collections.abc import Sequence

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from docx.table import Table as DocxTable

from giaoban.letters.docx_styles import TEXT_WIDTH_MM
from giaoban.letters.model import Align, Column, Row, Table

STYLE = "Bảng số liệu"
_HEAD_FILL, _GROUP_FILL = "E1E1E1", "F0F0F0"
# In twentieths of a point, as all widths here.
_CELL_MARGIN = 80


def add_table(file: Docx, block: Table) -> None:
    """A table as wide as the text; its heads are repeated on every page."""
    table = file.add_table(rows=0, cols=0, style=_style(file))
    widths = _widths(block.columns)
    _set_grid(table, widths)
    cell_style = file.styles["Ô bảng nhỏ" if block.small else "Ô bảng"].style_id
    head = [
        _cell(column.head, width, cell_style, "center", True, _HEAD_FILL)
        for column, width in zip(block.columns, widths, strict=True)
    ]
    table._tbl.append(_row(head, is_head=True))
    for row in block.rows:
        table._tbl.append(_row(_cells(row, block.columns, widths, cell_style)))
    _keep_together(table, block)
    # Two tables that touch become one in a word processor.
    file.add_paragraph(style="Đường kẻ")


def add_plain_table(file: Docx, rows: int, widths: Sequence[float]) -> DocxTable:
    """A table without lines, for columns of text; a row stays on one page. Widths in millimetres."""
    table: DocxTable = file.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    for row in table.rows:
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def _style(file: Docx) -> str:
    if STYLE not in [style.name for style in file.styles]:
        style = file.styles.add_style(STYLE, WD_STYLE_TYPE.TABLE)
        style.base_style = file.styles["Table Grid"]
    return STYLE


def _widths(columns: Sequence[Column]) -> list[int]:
    """In twentieths of a point, by the columns' shares."""
    whole, shares = round(TEXT_WIDTH_MM / 25.4 * 1440), sum(column.share for column in columns)
    return [whole * column.share // shares for column in columns]


def _set_grid(table: DocxTable, widths: Sequence[int]) -> None:
    properties, grid = table._tbl.tblPr, table._tbl.tblGrid
    properties.append(_element("w:tblW", type="dxa", w=str(sum(widths))))
    properties.append(_element("w:tblInd", w=str(_CELL_MARGIN), type="dxa"))
    properties.append(_element("w:tblLayout", type="fixed"))
    margins = _element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(_element(f"w:{side}", w=str(_CELL_MARGIN), type="dxa"))
    properties.append(margins)
    for width in widths:
        grid.append(_element("w:gridCol", w=str(width)))


def _keep_together(table: DocxTable, block: Table) -> None:
    """A short table stays whole, a group's row stays with the one below."""
    for number, row in enumerate(table._tbl.tr_lst[:-1]):
        is_group = number > 0 and block.rows[number - 1].kind == "group"
        for properties in row.iter(qn("w:pPr")) if block.is_short or is_group else ():
            properties.insert(1, _element("w:keepNext"))


def _cells(row: Row, columns: Sequence[Column], widths: Sequence[int], style: str) -> list[BaseOxmlElement]:
    if row.kind == "group":
        return [_cell(row.cells[0], sum(widths), style, "left", True, _GROUP_FILL, span=len(columns))]
    is_bold = row.kind == "total"
    cells = zip(row.cells, columns, widths, strict=True)
    return [_cell(text, width, style, column.align, is_bold) for text, column, width in cells]


def _row(cells: Sequence[BaseOxmlElement], is_head: bool = False) -> BaseOxmlElement:
    row, properties = _element("w:tr"), _element("w:trPr")
    properties.extend([_element("w:cantSplit"), *([_element("w:tblHeader")] if is_head else [])])
    row.extend([properties, *cells])
    return row


def _cell(
    text: str, width: int, style: str, align: Align, is_bold: bool, fill: str = "", span: int = 1
) -> BaseOxmlElement:
    cell, properties = _element("w:tc"), _element("w:tcPr")
    properties.append(_element("w:tcW", w=str(width), type="dxa"))
    if span > 1:
        properties.append(_element("w:gridSpan", val=str(span)))
    if fill:
        properties.append(_element("w:shd", val="clear", color="auto", fill=fill))
    properties.append(_element("w:vAlign", val="center"))
    cell.extend([properties, _paragraph(text, style, align, is_bold)])
    return cell


def _paragraph(text: str, style: str, align: Align, is_bold: bool) -> BaseOxmlElement:
    paragraph, properties, run = _element("w:p"), _element("w:pPr"), _element("w:r")
    properties.extend([_element("w:pStyle", val=style), _element("w:jc", val=align)])
    if is_bold:
        look = _element("w:rPr")
        look.append(_element("w:b"))
        run.append(look)
    for number, line in enumerate(text.split("\n")):
        run.extend([_element("w:br")] if number else [])
        written = _element("w:t")
        written.text = line
        written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(written)
    paragraph.extend([properties, run])
    return paragraph


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    element: BaseOxmlElement = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
