"""LibreOffice without a screen, and what a PDF says."""

import io
import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pypdf

from tests.documents.scene import FONTS
from tools.setup.libreoffice import LIBREOFFICE

# Times New Roman is not free: Tinos has its widths, and nothing else may be mixed in.
_FONTS = f"""<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{FONTS}</dir><cachedir>%s</cachedir>
<alias binding="same"><family>Times New Roman</family><prefer><family>Tinos</family></prefer></alias></fontconfig>"""


@dataclass(frozen=True)
class Office:
    """Converts in a folder of its own."""

    folder: Path

    def pdf(self, content: bytes, form: str) -> bytes:
        """The file as LibreOffice would print it."""
        source, fonts = self.folder / f"file.{form}", self.folder / "fonts.conf"
        source.write_bytes(content)
        fonts.write_text(_FONTS % (self.folder / "cache"), "utf-8")
        program = LIBREOFFICE.find()
        assert program, LIBREOFFICE.needed
        home = f"-env:UserInstallation=file://{self.folder / 'home'}"
        command = [program, home, "--headless", "--convert-to", "pdf", "--outdir", str(self.folder), str(source)]
        subprocess.run(
            command, check=True, timeout=180, capture_output=True, env={**os.environ, "FONTCONFIG_FILE": str(fonts)}
        )
        return source.with_suffix(".pdf").read_bytes()


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def letters(pdf: bytes, heads: list[str], mark: str) -> str:
    """All that is said, without spaces and line breaks, page numbers, the foot, and heads of tables (some are repeated)."""
    said = "".join(_body(squeezed(text), number, mark) for number, text in enumerate(pages(pdf), start=1))
    for head in heads:
        assert head in said
        said = said.replace(head, "")
    return said


def _body(text: str, number: int, mark: str) -> str:
    """The page's number comes first, but not on page 1; its foot comes last."""
    assert text.endswith(squeezed(mark))
    assert number == 1 or text.startswith(str(number))
    return text.removeprefix(str(number) if number > 1 else "").removesuffix(squeezed(mark))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text)


def fonts(pdf: bytes) -> set[str]:
    """The fonts of a PDF without the six letters before a subset's name."""
    found: set[str] = set()
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"].get("/Font", {}).values():  # type: ignore[attr-defined]
            found.add(str(font.get_object()["/BaseFont"]).removeprefix("/").partition("+")[2])
    return found
