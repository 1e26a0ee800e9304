"""What the CDN serves: the apps that phones and the centre open, and the site."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.phone.lean import make_lean
from tools.phone.stamp import stamp

# What only the type checker and the tests read.
LEFT_OUT = shutil.ignore_patterns("tsconfig*.json", "*.d.ts", "*.test.js", "tests", "types")


def make_app(root: Path, _build: Path, folder: Path) -> None:
    """The web apps: nothing is bundled, one file is one file, but for comments as it was written."""
    shutil.copytree(root / "site" / "app", folder, ignore=LEFT_OUT, dirs_exist_ok=True)
    make_lean(folder)
    stamp(folder)


def make_site(root: Path, _build: Path, folder: Path) -> None:
    """The site of a campaign without editions: what stands at `/` until the first is published."""
    with tempfile.TemporaryDirectory() as work:
        command = [sys.executable, "-m", "giaoban.publish", "--sources", str(root / "site")]
        command += ["--into", str(folder), "--work", work]
        subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
