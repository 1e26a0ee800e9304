"""`python -m tools.setup.chromium`: Chromium for the browser tests, found or installed; the system's own, no download."""

import sys

from tools.setup.program import Program

CHROMIUM = Program(
    title="Chromium",
    names=("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    packages=("chromium",),
    needed=(
        "setup: the browser tests need Chromium. On Debian: apt-get install chromium. "
        "On Ubuntu: snap install chromium. "
        "Elsewhere: Chromium or Chrome from the system's packages, on the PATH as chromium or google-chrome."
    ),
)
# The same engine without the desktop browser around it; Debian packages it. Tests take half the processor's time in it.
HEADLESS_SHELL = Program(
    title="Chromium's headless shell",
    names=("chromium-headless-shell",),
    packages=("chromium-headless-shell",),
    needed="",
)


def for_tests() -> str | None:
    """Where the lighter one of the two is."""
    return HEADLESS_SHELL.find() or CHROMIUM.find()


def main() -> int:
    """Either will do; Chromium is asked for where neither is there."""
    return 0 if HEADLESS_SHELL.is_provided() else CHROMIUM.provide()


if __name__ == "__main__":
    sys.exit(main())
