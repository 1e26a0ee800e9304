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

if __name__ == "__main__":
    sys.exit(CHROMIUM.provide())
