"""The styles of the DOCX: letters, indents and lines as Decree 30/2020 (annex I) asks, each in one place."""

from collections.abc import Mapping
from dataclasses import dataclass

from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

# Decree 30/2020 names it; where it is missing, Tinos and Liberation Serif have the same widths.
FAMILY = "Times New Roman"
TOP_MM, BOTTOM_MM, LEFT_MM, RIGHT_MM = 20, 20, 30, 15
TEXT_WIDTH_MM = 210 - LEFT_MM - RIGHT_MM

_LEFT, _CENTER, _JUSTIFY = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


@dataclass(frozen=True)
class Look:
    """Sizes and spaces in points, the first line's indent in millimetres."""

    size: float = 13
    bold: bool = False
    italic: bool = False
    align: WD_ALIGN_PARAGRAPH = _LEFT
    before: float = 0
    after: float = 3
    first_line: float = 0
    keep_with_next: bool = False


LOOKS: Mapping[str, Look] = {
    "Normal": Look(),
    "Heading 1": Look(bold=True, before=6, after=2, keep_with_next=True),
    "Heading 2": Look(bold=True, before=5, after=3, keep_with_next=True),
    "Body Text": Look(align=_JUSTIFY, first_line=10, after=0),
    "Gạch đầu dòng": Look(align=_JUSTIFY, first_line=8, after=0),
    "Ghi chú": Look(size=11, italic=True, after=4),
    "Kính gửi": Look(align=_CENTER, before=0, after=2),
    "Dòng cuối": Look(size=10, before=14),
    "Cơ quan chủ quản": Look(size=12, align=_CENTER, after=2),
    "Cơ quan ban hành": Look(size=12, bold=True, align=_CENTER, after=0),
    "Quốc hiệu": Look(size=12, bold=True, align=_CENTER, after=2),
    "Tiêu ngữ": Look(bold=True, align=_CENTER, after=0),
    "Số, ký hiệu": Look(align=_CENTER, before=3, after=0),
    "Địa danh, ngày tháng": Look(italic=True, align=_CENTER, before=3, after=0),
    "Tên loại": Look(size=14, bold=True, align=_CENTER, before=3, after=1),
    "Trích yếu": Look(bold=True, align=_CENTER, after=1),
    "Dưới trích yếu": Look(italic=True, align=_CENTER, after=0),
    "Đường kẻ": Look(size=2, align=_CENTER, after=0),
    "Khung đậm": Look(bold=True, align=_CENTER, before=4, after=0),
    "Khung": Look(size=12, align=_CENTER, after=3),
    "Ô bảng": Look(size=11.5, after=0),
    "Ô bảng nhỏ": Look(size=10.5, after=0),
    "Nơi nhận": Look(size=12, bold=True, italic=True, after=0),
    "Tên nơi nhận": Look(size=11, after=0),
    "Người ký": Look(bold=True, align=_CENTER, after=0),
    "Số trang": Look(align=_CENTER, after=0),
    "Chân trang": Look(size=10, bold=True, align=_CENTER, after=0),
}


def add_styles(file: Docx) -> None:
    """Every style of LOOKS, and the page."""
    for name, look in LOOKS.items():
        known = name in [style.name for style in file.styles]
        style = file.styles[name] if known else file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if isinstance(style, ParagraphStyle):
            _dress(style, look)
    for name in ("Khung đậm", "Khung"):
        file.styles[name].element.get_or_add_pPr().append(_border("top", "left", "bottom", "right", size=10, space=4))
    file.styles["Dòng cuối"].element.get_or_add_pPr().append(_border("top", size=4, space=4))
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(TOP_MM), Mm(BOTTOM_MM)
    section.left_margin, section.right_margin = Mm(LEFT_MM), Mm(RIGHT_MM)
    section.header_distance, section.footer_distance = Mm(9), Mm(9)
    _speak_vietnamese(file)


def _dress(style: ParagraphStyle, look: Look) -> None:
    font, shape = style.font, style.paragraph_format
    font.name, font.size, font.bold, font.italic = FAMILY, Pt(look.size), look.bold, look.italic
    font.color.rgb = RGBColor(0, 0, 0)
    shape.alignment, shape.keep_with_next = look.align, look.keep_with_next
    shape.space_before, shape.space_after, shape.line_spacing = Pt(look.before), Pt(look.after), 1.0
    shape.first_line_indent = Mm(look.first_line)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    # The template's styles name fonts by the theme, and that would win.
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.attrib.pop(qn(f"w:{kind}Theme"), None)
        fonts.set(qn(f"w:{kind}"), FAMILY)


def _speak_vietnamese(file: Docx) -> None:
    for language in file.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")


def _border(*sides: str, size: int, space: int = 0) -> BaseOxmlElement:
    """`size` in eighths of a point."""
    border = OxmlElement("w:pBdr")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", str(size)), ("space", str(space)), ("color", "000000")):
            line.set(qn(f"w:{name}"), value)
        border.append(line)
    return border


def draw_line(paragraph: Paragraph, width_mm: float, of_mm: float) -> None:
    """Makes an empty paragraph a thin line in the middle of a space `of_mm` wide."""
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = Mm(max(0.0, (of_mm - width_mm) / 2))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        _border("bottom", size=5), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def add_page_number(file: Docx, mark: str) -> None:
    """In the middle of the top margin, not on page 1 (Decree 30/2020, annex I, I.7); `mark` at the foot of all."""
    section = file.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.style = "Số trang"
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(OxmlElement("w:r"))
    paragraph._p.append(field)
    for footer in (section.footer, section.first_page_footer):
        footer.paragraphs[0].style = "Chân trang"
        footer.paragraphs[0].text = mark
