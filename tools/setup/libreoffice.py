"""`python -m tools.setup.libreoffice`: LibreOffice for the tests of DOCX and XLSX, found or installed by the system's packages."""

import os
import shutil
import subprocess
import sys

NAMES = ("soffice", "libreoffice")
PACKAGES = ("libreoffice-writer", "libreoffice-calc")
NEEDED = (
    "setup: the tests of the documents need LibreOffice Writer and Calc. "
    f"On Debian and Ubuntu: apt-get install {' '.join(PACKAGES)}. "
    "Elsewhere: LibreOffice from the system's packages, on the PATH as soffice or libreoffice."
)


def find() -> str | None:
    """Where LibreOffice is on this machine, if it is."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def main() -> int:
    """Succeeds with LibreOffice there; otherwise says what to install."""
    if find() or (_may_install() and _install() and find()):
        return 0
    print(NEEDED, file=sys.stderr)
    return 1


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install() -> bool:
    print("» installing LibreOffice with apt-get", flush=True)
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = (["update", "-qq"], ["install", "-qq", "--yes", "--no-install-recommends", *PACKAGES])
    return all(_apt_get(step, quietly) for step in steps)


def _apt_get(step: list[str], environment: dict[str, str]) -> bool:
    command = ["apt-get", "-o", "Dpkg::Use-Pty=0", *step]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    if done.returncode:
        print(f"setup: {' '.join(command)} failed:\n{done.stdout}{done.stderr}", file=sys.stderr)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
