"""What the CDN serves: the web apps of build/app and the site, published or of build/site, with its security headers."""

import os
import re
from pathlib import Path
from urllib.parse import unquote

from starlette.responses import FileResponse, RedirectResponse, Response

from tools.runner.published import HEADERS, PublishedSite, secure

APP_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
SECURE = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
APP = {**SECURE, "Content-Security-Policy": APP_POLICY, "Cache-Control": "no-cache"}

# A link whose # a mail filter has encoded, once or twice; as AppAddresses of template.yaml reads it.
_LINK = re.compile(r"/([^/.%#]+)/?(?:#|%(?:25)*23)([!-~]*)")


def find_file(root: Path, path: str) -> Path | None:
    """The file that a URL path names below `root`, a folder's index.html for the folder; None outside or absent."""
    name = unquote(path)
    if "\0" in name or "\\" in name or any(part.startswith(".") for part in name.split("/")):
        return None
    target = root.joinpath(*[part for part in name.split("/") if part])
    # os.path rather than pathlib: a name that is too long is no file, and no error.
    if os.path.isdir(target):
        target /= "index.html"
    # A link that leads out of the folder is outside, wherever it stands.
    return target if os.path.isfile(target) and target.resolve().is_relative_to(root.resolve()) else None


def serve(build: Path, path: str, published: PublishedSite | None = None) -> Response:
    """An app's file if there is one, else the published site's, else (nothing is published yet) the built one's."""
    if app := find_file(build / "app", path):
        return FileResponse(app, headers=APP)
    if (link := _LINK.fullmatch(path)) and find_file(build / "app", f"/{link[1]}"):
        return RedirectResponse(f"/{link[1]}#{link[2]}", 302, {**APP, "Cache-Control": "no-store"})
    if published and (answer := published.answer(path)):
        return answer
    return _built(build / "site", path)


def _built(site: Path, path: str) -> Response:
    page, own = find_file(site, path), site / HEADERS
    headers = secure(own.read_bytes(), path) if own.is_file() else SECURE
    if page and page.name == "index.html" and not path.endswith(("/", ".html")):
        return RedirectResponse(f"/{path.strip('/')}/", 308, headers)  # a page's relative links count from its folder
    if page and page != own:
        return FileResponse(page, headers=headers)
    return _not_found(site / "404.html", headers)


def _not_found(page: Path, headers: dict[str, str]) -> Response:
    if page.is_file():
        return FileResponse(page, 404, headers)
    return Response("Không có trang này. / There is no such page.\n", 404, APP, "text/plain; charset=utf-8")
