"""Serves a built site as the CDN does: its headers, types and caching, and gzip. For measuring and for tests."""

import gzip
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import override
from urllib.parse import unquote, urlsplit

from giaoban.publish.afterwards.headers import FILE, cache_of, type_of

SQUEEZED = (".html", ".css", ".js", ".json", ".csv", ".svg", ".xml", ".atom")


@contextmanager
def serving(site: Path, port: int = 0) -> Iterator[str]:
    """The site's origin, on a free port of this machine; ends with the block."""
    headers: dict[str, str] = json.loads((site / FILE).read_text(encoding="utf-8"))["headers"]
    server = ThreadingHTTPServer(("127.0.0.1", port), _handler(site, headers))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def _handler(site: Path, headers: dict[str, str]) -> type[BaseHTTPRequestHandler]:
    squeezed = cache(lambda file: gzip.compress(file.read_bytes(), 9, mtime=0))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path).lstrip("/")
            file = site / path / "index.html" if path.endswith("/") or not path else site / path
            if file.is_dir():
                self._answer(308, b"", {"Location": f"/{path}/"})
                return
            status, file = (200, file) if file.is_file() else (404, site / "404.html")
            name = file.relative_to(site).as_posix()
            small = file.suffix in SQUEEZED
            sent = {"Content-Type": type_of(name), "Cache-Control": cache_of(name)}
            self._answer(
                status,
                squeezed(file) if small else file.read_bytes(),
                sent | ({"Content-Encoding": "gzip"} if small else {}),
            )

        def _answer(self, status: int, body: bytes, own: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in {**headers, **own, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        @override
        def log_message(self, format: str, *args: object) -> None:
            """Quiet: what is measured is printed elsewhere."""

    return Handler
