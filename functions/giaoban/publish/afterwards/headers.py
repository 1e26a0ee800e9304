"""The headers that go with the site: a policy without `unsafe-inline`, caching, types.

The policy names our own inline script by its hash, read from the theme and never from the pages: what text of people
might bring into a page is refused by the build, and by every browser. The CDN's copy of these headers stands in
template.yaml (SiteHeaders), so that no page can bring its own; a test holds the two equal.
"""

import base64
import hashlib
import json
from pathlib import Path

from giaoban.publish.afterwards.reading import Pages, Reading
from giaoban.publish.broken import BrokenSite

FILE = "_headers.json"
# The one script that a page holds itself: the chosen scheme has to be there before the first paint.
OWN_SCRIPT = Path("overrides", "partials", "javascripts", "base.html")
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webp": "image/webp",
    ".webmanifest": "application/manifest+json",
    ".gz": "application/gzip",
    ".txt": "text/plain; charset=utf-8",
}
# Beside these, what lies under /data/ may be read by any page of any origin, as open data is meant to be.
DATA = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag"}
FOREVER, SHORTLY = "public, max-age=31536000, immutable", "public, max-age=60, stale-while-revalidate=600"


def write_headers(site: Path, pages: Pages, sources: Path) -> None:
    """`_headers.json`: what the local runner sends with every answer of the site, and with its data. Raises BrokenSite."""
    own = Reading((sources / OWN_SCRIPT).read_text(encoding="utf-8")).scripts
    if foreign := [page for page, read in pages.items() if set(read.scripts) - set(own)]:
        raise BrokenSite(f"{foreign[0].relative_to(site)}: an inline script that is not ours")
    (site / FILE).write_text(json.dumps({"headers": headers_with(own), "data": DATA}, indent=1), encoding="utf-8")


def headers_with(scripts: list[str]) -> dict[str, str]:
    """Every header of the site, where these inline scripts are its own."""
    return {
        "Content-Security-Policy": policy(scripts),
        "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def policy(scripts: list[str]) -> str:
    """Nothing but our own files, and the inline scripts whose very text is known."""
    hashes = " ".join(f"'sha256-{_hash(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src 'self' {hashes}; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def cache_of(path: str) -> str:
    """Assets are named by their content; everything else may change with the next edition."""
    return FOREVER if path.startswith("assets/") and path.count(".") >= 2 else SHORTLY


def type_of(path: str) -> str:
    return TYPES.get(Path(path).suffix, "application/octet-stream")


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
