"""build/layers: what one job alone needs beside the artefact, laid out as Lambda unpacks it at /opt."""

import re
import shutil
from pathlib import Path

from tools.build.bytecode import compile_folder
from tools.build.packages import install

LIES_AT = "/opt/python"
FONTS = "tools/node/node_modules/@expo-google-fonts/tinos"
FONT_LICENCE = "LICENSE_FONT"
SITE_SOURCES = ("site/mkdocs.yml", "site/mkdocs.en.yml", "site/docs", "site/overrides")
# What is there to compile against, or to test with: nothing of it is read when the library is used.
UNREAD = ("*.pxd", "*.pyx", "*.pxi", "*.h", "*.c", "*.rng", "isoschematron", "tests")


def make_documents_layer(root: Path, _build: Path, folder: Path) -> None:
    """What PDF, DOCX and XLSX are made with, and the font that they embed."""
    _packages(root, folder, "requirements-documents.lock")
    fonts = folder / "fonts"
    fonts.mkdir()
    for file in [*(root / FONTS).rglob("*.ttf"), root / FONTS / FONT_LICENCE]:
        shutil.copyfile(file, fonts / file.name)


def make_sheets_layer(root: Path, _build: Path, folder: Path) -> None:
    """What XLSX is read and written with."""
    _packages(root, folder, "requirements-sheets.lock")


def make_site_layer(root: Path, _build: Path, folder: Path) -> None:
    """MkDocs with its theme, and what the site is written from."""
    _packages(root, folder, "requirements-site.lock")
    for name in SITE_SOURCES:
        source, target = root / name, folder / "site-sources" / Path(name).name
        target.parent.mkdir(exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copyfile(source, target)


def _packages(root: Path, folder: Path, lock: str) -> None:
    """The packages of a lock file, without those that the artefact has."""
    wanted = folder / "wanted.txt"
    wanted.write_text(without((root / lock).read_text("utf-8"), (root / "requirements.lock").read_text("utf-8")))
    install(root, folder / "python", "--no-deps", "--requirement", str(wanted))
    wanted.unlink()
    for unread in [path for pattern in UNREAD for path in (folder / "python").rglob(pattern)]:
        shutil.rmtree(unread) if unread.is_dir() else unread.unlink(missing_ok=True)
    compile_folder(folder / "python", LIES_AT)


def without(lock: str, artefact: str) -> str:
    """The lock file's pins but for those of the artefact. Raises LookupError where both pin one differently."""
    there = dict(_pins(artefact))
    kept = []
    for name, pin in _pins(lock):
        if name not in there:
            kept.append(pin)
        elif _version(there[name]) != _version(pin):
            raise LookupError(f"{_version(pin)} in a layer, {_version(there[name])} in the artefact: make lock")
    return "\n".join(kept) + "\n"


def _pins(lock: str) -> list[tuple[str, str]]:
    """Each package's name and its whole entry, hashes and all."""
    return [(found[1], found[0]) for found in re.finditer(r"^([\w.-]+)==(?:.*\\\n)*.*$", lock, re.MULTILINE)]


def _version(pin: str) -> str:
    return pin.split()[0]
