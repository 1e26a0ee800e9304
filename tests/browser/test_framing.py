"""Another site's page cannot put ours into a frame and have people press its buttons unseen (clickjacking; ASVS 3.4.6)."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import BrowserContext

from tests.contract.system import System


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """A site of somebody else's; its page puts whatever its query names into a frame."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f"<iframe src='{self.path.partition('?')[2]}'></iframe>".encode())

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def framed(phone: BrowserContext, address: str) -> str:
    """Where the frame ends up."""
    page = phone.new_page()
    page.goto(address)
    (frame,) = page.main_frame.child_frames
    for _ in range(50):
        if frame.url not in {"", "about:blank"}:
            break
        page.wait_for_timeout(100)
    return frame.url


@pytest.mark.parametrize("path", ["/bao-cao", "/dieu-hanh", "/bao-cao/app.js", "/v1/session", "/v1/campaigns/hanoi-45"])
def test_nothing_of_ours_stands_in_a_frame(phone: BrowserContext, built: System, elsewhere: str, path: str) -> None:
    assert framed(phone, f"{elsewhere}/?{built.origin}{path}").startswith("chrome-error:")


def test_what_forbids_nothing_does(phone: BrowserContext, elsewhere: str) -> None:
    """The test would see it."""
    assert framed(phone, f"{elsewhere}/?/other") == f"{elsewhere}/other"
