"""Writes into the web apps' pages what only the build knows: the head that all of them share, with the campaign they are
for; the modules of each page, so that they come at once and not one after another as each import is read; and the workers
of pages that open without a network, with all the page's files and their version, so that a phone fetches one whole."""

import hashlib
import json
import re
from pathlib import Path

from tools.phone.imports import imported

ROOT = Path(__file__).parents[2]
CAMPAIGNS = ROOT / "schemas" / "campaigns"
HEAD = Path(__file__).with_name("head.html")
SHELL = "bao-cao"
# What all pages' workers do; a page that can be installed, by its manifest, has one.
WORKER = "shared/worker.js"
MANIFEST = "manifest.webmanifest"
# What a page names of the apps' files: scripts, styles, pictures.
_NAMED = re.compile(r'(?:href|src)="/([\w./-]+\.\w+)"')
_HEAD = "<!-- the build writes the head that all apps share here: tools/phone/head.html -->"
_MODULES = "<!-- the build names the other modules here, so that they come at once: tools/phone/stamp.py -->"


def stamp(app: Path, campaigns: Path = CAMPAIGNS) -> None:
    """Fills the pages of a built copy in place and writes their workers; call once, after the files are in."""
    for shell in pages(app):
        (app / shell / "index.html").write_text(stamped_page(app, shell, campaigns), encoding="utf-8")
    for shell in pages(app):
        if (app / shell / MANIFEST).is_file():
            (app / f"{shell}-sw.js").write_text(stamped_worker(app, shell), encoding="utf-8")


def stamped_page(app: Path, shell: str = SHELL, campaigns: Path = CAMPAIGNS) -> str:
    """The page with the shared head, and a modulepreload for all that its own modules import, in the order it names them."""
    page = app / shell / "index.html"
    written = page.read_text(encoding="utf-8")
    named = _modules(_NAMED.findall(written))
    names = [name for name in imported(app, *named) if name not in named]
    links = "\n".join(f'<link rel="modulepreload" fetchpriority="low" href="/{name}">' for name in names)
    head = HEAD.read_text(encoding="utf-8").strip().replace("{campaign}", newest(campaigns))
    return _filled(page.name, _filled(page.name, written, _HEAD, head), _MODULES, links)


def stamped_worker(app: Path, shell: str = SHELL) -> str:
    """The page's service worker: its files, the hash of their content and of what the worker does with them."""
    files = shell_files(app, shell)
    digest = hashlib.sha256(b"".join((app / name).read_bytes() for name in [WORKER, *files])).hexdigest()[:16]
    urls = [f"/{shell}", *(f"/{name}" for name in files if name != f"{shell}/index.html")]
    told = json.dumps({"page": shell, "version": digest, "files": urls})
    return f"self.SHELL = {told};\nimportScripts('/{WORKER}');\n"


def newest(campaigns: Path) -> str:
    """The slug of the campaign that begins last: the one whose day a page shows before anybody has signed in."""
    known = [json.loads(file.read_text(encoding="utf-8")) for file in campaigns.glob("*/campaign.json")]
    return str(max(known, key=lambda campaign: str(campaign["first_day"]))["slug"])


def pages(app: Path) -> list[str]:
    """The folders that are pages."""
    return sorted(page.parent.name for page in app.glob("*/index.html"))


def shell_files(app: Path, shell: str = SHELL) -> list[str]:
    """The page and all that it asks for, by their path below `app`, in order."""
    page = f"{shell}/index.html"
    named = _NAMED.findall((app / page).read_text(encoding="utf-8"))
    return sorted({page, *named, *imported(app, *_modules(named))})


def _modules(named: list[str]) -> list[str]:
    return [name for name in named if name.endswith(".js")]


def _filled(name: str, text: str, place: str, content: str) -> str:
    if place not in text:
        raise ValueError(f"{name} no longer holds the line that the build fills: {place}")
    return text.replace(place, content)
