"""Assets: ours only, named by their content so that a phone keeps them for a year; Material's unused ones go."""

import hashlib
import re
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from giaoban.publish.broken import BrokenSite

# In this order: what names another file comes after it.
HASHED = ("search.vi.json", "search.en.json", "search.js", "site.js", "site.css")


def place_assets(site: Path, sources: Path) -> dict[str, str]:
    """Puts the stylesheet and scripts in place and writes their names into every page; returns old and new names."""
    own = {
        name: (sources / "overrides" / "assets" / name).read_bytes() for name in ("site.js", "search.js", "khue.svg")
    }
    own["site.css"] = _material() + (sources / "overrides" / "assets" / "site.css").read_bytes()
    indexes = {name: (site / "assets" / name).read_bytes() for name in ("search.vi.json", "search.en.json")}
    for folder in (site / "assets", site / "en" / "assets"):
        shutil.rmtree(folder, ignore_errors=True)
    (site / "assets").mkdir()
    (site / "assets" / "khue.svg").write_bytes(own.pop("khue.svg"))
    renamed = dict(_placed(site / "assets", own | indexes))
    for page in site.rglob("*.html"):
        page.write_text(_renamed(page.read_text(encoding="utf-8"), renamed), encoding="utf-8")
    return renamed


def _placed(folder: Path, files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Writes each file under its hashed name, with the names it refers to hashed as well."""
    renamed: dict[str, str] = {}
    for name in HASHED:
        body = _renamed(files[name].decode(), renamed).encode()
        stem, kind = name.rsplit(".", 1)
        renamed[f"/assets/{name}"] = f"/assets/{stem}.{hashlib.sha256(body).hexdigest()[:10]}.{kind}"
        (folder / Path(renamed[f"/assets/{name}"]).name).write_bytes(body)
        yield f"/assets/{name}", renamed[f"/assets/{name}"]


def _renamed(text: str, names: dict[str, str]) -> str:
    for name, hashed in names.items():
        text = text.replace(name, hashed)
    return text


def _material() -> bytes:
    """Material's own stylesheet, without the map that it names; its script is not used."""
    spec = find_spec("material")
    folder = Path(str(spec.origin)).parent if spec and spec.origin else None
    found = sorted((folder / "templates/assets/stylesheets").glob("main.*.min.css")) if folder else []
    if not found:
        raise BrokenSite("Material's stylesheet is not there")
    return re.sub(rb"/\*# sourceMappingURL=.*?\*/\s*", b"", found[0].read_bytes()) + b"\n"
