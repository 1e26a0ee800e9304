"""How long a slow phone needs until the officer can type, and what the first visit costs in bytes.

The phone: 4 × slower CPU, 400 kbit/s, 400 ms, in a real Chromium.
"""

from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, Page

KBIT_PER_S = 400
LATENCY_MS = 400
CPU_SLOWDOWN = 4
FIRST_FIELD = "form .field input"
# Longer than the page waits before it fetches itself for offline use.
SETTLE_MS = 12_000


@dataclass(frozen=True)
class Visit:
    """One visit: seconds until the first field can be typed into, and kilobytes over the line."""

    ready_seconds: float
    kilobytes: float


def visits(browser: Browser, link: str) -> tuple[Visit, Visit]:
    """The first visit by the link of a message, and the next one without it."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    page = context.new_page()
    first = _visit(page, link)
    page.wait_for_timeout(SETTLE_MS)
    page.goto("about:blank")
    again = _visit(page, link.split("#")[0])
    context.close()
    return first, again


def _visit(page: Page, address: str) -> Visit:
    session = _slow(page)
    received: list[float] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(address, wait_until="commit")
    page.wait_for_selector(FIRST_FIELD, timeout=60_000)
    page.wait_for_timeout(1000)
    ready = page.evaluate("performance.getEntriesByName('ready')[0].startTime")
    session.detach()
    return Visit(ready_seconds=ready / 1000, kilobytes=sum(received) / 1024)


def _slow(page: Page) -> CDPSession:
    session = page.context.new_cdp_session(page)
    speed = KBIT_PER_S * 1000 / 8
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": LATENCY_MS, "downloadThroughput": speed, "uploadThroughput": speed},
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWDOWN})
    return session
