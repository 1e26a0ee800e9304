"""The headers that go with the site, computed from what was built: a policy without `unsafe-inline`, caching, types."""

import base64
import hashlib
import json
from pathlib import Path

from giaoban.publish.afterwards.reading import Pages

FILE = "_headers.json"
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
    ".gz": "application/gzip",
    ".txt": "text/plain; charset=utf-8",
}
FOREVER, SHORTLY = "public, max-age=31536000, immutable", "public, max-age=60, stale-while-revalidate=600"


def write_headers(site: Path, pages: Pages) -> None:
    """`_headers.json`: what the CDN and the local runner send with every answer of the site."""
    scripts = sorted({script for page in pages.values() for script in page.scripts})
    headers = {
        "Content-Security-Policy": policy(scripts),
        "Strict-Transport-Security": "max-age=63072000; includeSubDomains; preload",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    (site / FILE).write_text(json.dumps({"headers": headers}, indent=1), encoding="utf-8")


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
