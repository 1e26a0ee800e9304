"""Names the phone form's files where the browser must know them: all of them with their version in the service worker,
so that a phone fetches them as one whole; the modules in the page's head, so that they come at once and not one after
another as each import is read."""

import hashlib
import json
import re
from pathlib import Path

WORKER = "bao-cao-sw.js"
SHELL = "bao-cao"
PAGE = f"{SHELL}/index.html"
_IMPORT = re.compile(r"^(?:import|export) .*?from '\./([\w-]+\.js)'", re.MULTILINE)
_VERSION = "const SHELL = { version: 'unbuilt', files: [] };"
_MODULES = "<!-- the build names the other modules here, so that they come at once: tools/phone/stamp.py -->"


def stamp(app: Path) -> None:
    """Fills the page and the worker of a built copy in place; call once, after the files are in."""
    (app / PAGE).write_text(stamped_page(app), encoding="utf-8")
    (app / WORKER).write_text(stamped_worker(app), encoding="utf-8")


def stamped_page(app: Path) -> str:
    """The page, with a modulepreload for each module: those of the first screen, then those that follow it."""
    written = (app / PAGE).read_text(encoding="utf-8")
    names = [name for name in _imported(app, f"{SHELL}/app.js", f"{SHELL}/later.js") if f'"/{name}"' not in written]
    links = "\n".join(f'<link rel="modulepreload" fetchpriority="low" href="/{name}">' for name in names)
    return _filled(app / PAGE, _MODULES, links)


def stamped_worker(app: Path) -> str:
    """The service worker, with the form's files and the hash of their content."""
    files = shell_files(app)
    digest = hashlib.sha256(b"".join((app / name).read_bytes() for name in files)).hexdigest()[:16]
    urls = [f"/{SHELL}", *(f"/{name}" for name in files if name != PAGE)]
    return _filled(app / WORKER, _VERSION, f"const SHELL = {json.dumps({'version': digest, 'files': urls})};")


def _imported(app: Path, *modules: str) -> list[str]:
    """Each module with all that it imports, nearest first."""
    found: list[str] = []
    for module in modules:
        queue = [module]
        for name in queue:
            if name not in found:
                found.append(name)
                text = (app / name).read_text(encoding="utf-8")
                queue += [f"{SHELL}/{imported}" for imported in _IMPORT.findall(text)]
    return found


def shell_files(app: Path) -> list[str]:
    """The form's files by their path below `app`, in order."""
    return sorted(str(file.relative_to(app)) for file in (app / SHELL).rglob("*") if file.is_file())


def _filled(file: Path, place: str, content: str) -> str:
    text = file.read_text(encoding="utf-8")
    if place not in text:
        raise ValueError(f"{file.name} no longer holds the line that the build fills: {place}")
    return text.replace(place, content)
