"""The public site's pages and data of the stored editions, as its own command builds them."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.frozen.packed import unpack

ROOT = Path(__file__).parents[2]
ORIGIN = "https://giaoban.invalid"
# What is made of editions, the campaign or the programme; written pages change as they please.
MADE = {
    *("index.html", "tien-do", "xa-phuong", "so-nganh", "ban-tong-hop", "dinh-chinh", "tu-dien", "chuong-trinh"),
    *("progress", "communes", "departments", "editions", "corrections", "dictionary", "programme"),
    *("data", "du-lieu-mo", "open-data"),
}
_ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)
_MARK = re.compile(r"\b[0-9a-f]{8,64}\b")


def site(folder: Path) -> dict[str, list[str]]:
    """Lines by path: of a page what it says, without the frame around it; of data all. Written pages are not in it."""
    (folder / "editions").mkdir()
    for key, text in unpack("days.json.xz")["objects"].items():
        if key.startswith("editions/") and '"urn:giaoban:edition:1"' in text:
            (folder / key).write_text(text, "utf-8")
    _build(folder)
    pages = {path.relative_to(folder / "site").as_posix(): path for path in sorted((folder / "site").rglob("*"))}
    return {name: _lines(name, path) for name, path in pages.items() if path.is_file() and _is_made(name)}


def _build(folder: Path) -> None:
    where = ["--editions", folder / "editions", "--work", folder / "work", "--into", folder / "site"]
    command = [sys.executable, "-m", "giaoban.publish", *where, "--origin", ORIGIN, "--campaign", "hanoi-45"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "functions")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def _is_made(name: str) -> bool:
    return name.removeprefix("en/").split("/")[0] in MADE


def _lines(name: str, path: Path) -> list[str]:
    text = path.read_text("utf-8")
    if name.endswith(".html"):
        # Names of pictures and scripts are hashes.
        text = _MARK.sub("#", "\n".join(_ARTICLE.findall(text)))
    return text.splitlines()
