"""`python -m tools.setup.chromium`: Chromium for the browser tests, found or installed; the system's own, no download."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NEEDED = (
    "setup: the browser tests need Chromium. On Debian: apt-get install chromium. On Ubuntu: snap install chromium. "
    "Elsewhere: Chromium or Chrome from the system's packages, on the PATH as chromium or google-chrome."
)


def find() -> str | None:
    """Where Chromium is on this machine, if it is."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def main() -> int:
    """Succeeds with Chromium there; otherwise says what to install."""
    if find() or (_may_install() and _install() and find()):
        return 0
    print(NEEDED, file=sys.stderr)
    return 1


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install() -> bool:
    print("» installing Chromium with apt-get", flush=True)
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = (["update", "-qq"], ["install", "-qq", "--yes", "--no-install-recommends", "chromium"])
    return all(_apt_get(step, quietly) for step in steps)


def _apt_get(step: list[str], environment: dict[str, str]) -> bool:
    command = ["apt-get", "-o", "Dpkg::Use-Pty=0", *step]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    if done.returncode:
        print(f"setup: {' '.join(command)} failed:\n{done.stdout}{done.stderr}", file=sys.stderr)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
