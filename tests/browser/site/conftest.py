"""The site of all 45 days, built as the job builds it, and served as the CDN serves it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.publish.demo import write
from tests.publish.made import SOURCES
from tools.bench.site_server import serving

# The system's own ru_maxrss would count what this test run held when it started the process.
MEASURED = """
import pathlib, runpy
runpy.run_module("giaoban.publish", run_name="__main__")
pathlib.Path("peak").write_text(pathlib.Path("/proc/self/status").read_text())
"""


@dataclass(frozen=True)
class Built:
    """The folder, the processor's seconds and the peak memory it took to build it, and where it is served."""

    folder: Path
    seconds: float
    megabytes: int
    origin: str


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    folder = tmp_path_factory.mktemp("whole")
    write(folder / "editions")
    told = ["--editions", "editions", "--into", "site", "--work", "work", "--sources", str(SOURCES)]
    process = subprocess.Popen([sys.executable, "-c", MEASURED, *told], cwd=folder)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    peak = int((folder / "peak").read_text().split("VmHWM:")[1].split()[0]) // 1024
    with serving(folder / "site") as origin:
        yield Built(folder / "site", used.ru_utime + used.ru_stime, peak, origin)


@pytest.fixture
def visit(browser: Browser, whole: Built) -> Iterator[Callable[..., Page]]:
    """Opens an address in a fresh browser; a script error, a refused script or a foreign request fails the test."""
    contexts = []
    trouble: list[str] = []

    def opened(path: str, script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": 360, "height": 740}, java_script_enabled=script, locale="vi-VN"
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda said: trouble.append(said.text) if "Content Security" in said.text else None)
        page.on("request", lambda sent: None if sent.url.startswith(whole.origin) else trouble.append(sent.url))
        page.goto(whole.origin + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []
