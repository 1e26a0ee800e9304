"""Files that mean harm, or were only made by odd programs: small to send, large or endless to read."""

import io
import struct
import zipfile
from collections.abc import Callable

from openpyxl import Workbook

from tests.directory.made import HEAD, ROW

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(*rows: list[object], head: list[str] = HEAD) -> bytes:
    book = Workbook()
    for row in [head, *rows]:
        book.worksheets[0].append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def sheets_file(*sheets: tuple[str, list[list[str]], str]) -> bytes:
    """Each with its title, its rows and whether it is shown; the list opens where it is."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows, state in sheets:
        sheet = book.create_sheet(title)
        sheet.sheet_state = state
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    book.active = next(place for place, (_, _, state) in enumerate(sheets) if state == "visible")
    book.save(content)
    return content.getvalue()


def with_part(name: str, text: str | bytes, content: bytes | None = None) -> bytes:
    """The workbook with one part put in the place of its own."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content or workbook(list(ROW)))) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, text)
    return made.getvalue()


def sheet(rows: str, dimension: str = "A1:H2") -> str:
    return f'<worksheet xmlns="{MAIN}"><dimension ref="{dimension}"/><sheetData>{rows}</sheetData></worksheet>'


def head_row() -> str:
    cells = "".join(f'<c t="inlineStr"><is><t>{each}</t></is></c>' for each in HEAD)
    return f'<row r="1">{cells}</row>'


def _entities(kind: str) -> bytes:
    inside = {
        "laughs": "".join(f'<!ENTITY l{n} "{"&l" + str(n - 1) + ";" if n else "ha"}{"x" * 10}">' for n in range(30)),
        "outside": '<!ENTITY x SYSTEM "file:///etc/hostname">',
        "quadratic": f'<!ENTITY x "{"a" * 50_000}">',
    }[kind]
    body = "&x;" * 50 if kind != "laughs" else "&l29;"
    cells = f'<row r="1"><c t="inlineStr"><is><t>{body}</t></is></c></row>'
    return with_part(SHEET, f"<!DOCTYPE worksheet [{inside}]>" + sheet(cells))


def _many_parts() -> bytes:
    made = io.BytesIO(workbook(list(ROW)))
    with zipfile.ZipFile(made, "a") as archive:
        for number in range(5000):
            archive.writestr(f"xl/{number}.xml", "")
    return made.getvalue()


def _lying_size() -> bytes:
    """A part that declares 10 bytes and unpacks to 50 MB."""
    content = bytearray(with_part(SHEET, sheet("<row/>" + " " * 50_000_000)))
    size = struct.pack("<L", len(sheet("<row/>")) + 50_000_000)
    return bytes(content.replace(size, struct.pack("<L", 10)))


def _encrypted() -> bytes:
    content = bytearray(workbook(list(ROW)))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(mark, place + 4)
    return bytes(content)


# Name → the file, and the rule by which it is refused.
WORKBOOKS: dict[str, tuple[Callable[[], bytes], str]] = {
    "100 MB of nothing": (lambda: with_part(SHEET, b"\0" * 100_000_000), "too_large_workbook"),
    "20 MB of spaces": (lambda: with_part(SHEET, sheet(" " * 20_000_000)), "too_large_workbook"),
    "5,000 parts": (_many_parts, "too_large_workbook"),
    "200,000 strings": (
        lambda: with_part("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">' + "<si><t/></si>" * 200_000 + "</sst>"),
        "too_large_workbook",
    ),
    "90,000 styles": (
        lambda: with_part("xl/styles.xml", f'<styleSheet xmlns="{MAIN}"><cellXfs>' + "<xf/>" * 90_000 + "</cellXfs></styleSheet>"),
        "too_large_workbook",
    ),
    "90,000 cells": (lambda: with_part(SHEET, sheet("<row>" + "<c><v>1</v></c>" * 90_000 + "</row>")), "too_large_workbook"),
    "100,000 levels": (lambda: with_part(SHEET, "<a>" * 100_000), "not_a_workbook"),
    "a billion laughs": (lambda: _entities("laughs"), "not_a_workbook"),
    "a file of the machine": (lambda: _entities("outside"), "not_a_workbook"),
    "an entity of 50 KB, 50 times": (lambda: _entities("quadratic"), "not_a_workbook"),
    "a size that lies": (_lying_size, "not_a_workbook"),
    "encrypted": (_encrypted, "not_a_workbook"),
    "cut in half": (lambda: workbook(list(ROW))[:3000], "not_a_workbook"),
    "an empty archive": (lambda: b"PK\x05\x06" + b"\0" * 18, "not_a_table"),
    "an archive of something else": (lambda: with_part("word/document.xml", "<a/>", _bare()), "not_a_workbook"),
    "no XML in it": (lambda: with_part(SHEET, "báo cáo"), "not_a_workbook"),
    "1,200 people": (lambda: workbook(*[list(ROW)] * 1200), "too_many_rows"),
    "a person in row 1,048,576 of 1,200": (
        lambda: with_part(SHEET, sheet(head_row() + "".join(
            f'<row r="{number}"><c t="inlineStr"><is><t>x</t></is></c></row>' for number in range(1_047_377, 1_048_577)))),
        "too_many_rows",
    ),
}  # fmt: skip


def _bare() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("a.txt", "a")
    return content.getvalue()


def _short(name: str) -> bytes:
    """One person under names of columns without accents, in the bytes of an old font."""
    return f"Ma don vi,Vai tro,Ho ten,Dien thoai\n00001,reporter,{name},0912345678".encode("latin-1")


TEXTS: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "no_columns"),
    "line ends": (lambda: b"\r\n" * 100_000, "no_columns"),
    "a byte order mark": (lambda: b"\xef\xbb\xbf", "no_columns"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100, "unknown_encoding"),
    "a PDF": (lambda: b"%PDF-1.7\n" + bytes(range(128, 256)) * 100, "unknown_encoding"),
    "HTML called .xls": (lambda: "<html><table><tr><td>Mã đơn vị</td></tr></table>".encode(), "no_columns"),
    "an old workbook": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5000, "old_workbook"),
    "an open quote": (lambda: (",".join(HEAD) + '\n00001,"' + "x" * 900_000).encode(), "not_a_table"),
    "a megabyte of quotes": (lambda: (",".join(HEAD) + "\n").encode() + b'"' * 900_000, "not_a_table"),
    "a megabyte of commas": (lambda: (",".join(HEAD) + "\n").encode() + b"," * 900_000 + b"x", "too_large_table"),
    "300,000 lines": (lambda: (",".join(HEAD) + "\n").encode() + b"a,b\n" * 220_000, "too_many_rows"),
    "NUL": (lambda: (",".join(HEAD) + "\n00001,\0").encode(), "not_a_table"),
    "UTF-32": (lambda: ",".join(HEAD).encode("utf-32"), "not_a_table"),
    "half a UTF-16 letter": (lambda: ",".join(HEAD).encode("utf-16")[:-1], "unknown_encoding"),
    "a lone surrogate": (lambda: b"\xff\xfe" + ",".join(HEAD).encode("utf-16-le") + b"\x00\xd8", "unknown_encoding"),
    "TCVN3": (lambda: b"M\xb7 \xae\xacn v\xde,Vai tr\xdf,H\xe4 v\xb5 t\xaan\n00001,a,b", "unknown_encoding"),
    "TCVN3 with letters of Vietnamese alone": (lambda: _short("NguyÔn TuÊn"), "unknown_encoding"),
    "TCVN3 that reads as another name": (lambda: _short("HiÒn"), "unknown_encoding"),
    "VNI with letters of Vietnamese alone": (lambda: _short("Leâ Thò Hoa"), "unknown_encoding"),
    "VNI": (lambda: b"Ma\xf5 \xf1\xf4n v\xf2,Vai tro\xf8,Ho\xef va\xf8 te\xe2n\n00001,a,b", "unknown_encoding"),
}
