"""What the CDN serves: the apps that phones and the centre open, and the site."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.build.folder import EPOCH
from tools.phone.stamp import stamp

# What only the type checker and the tests read.
LEFT_OUT = shutil.ignore_patterns("tsconfig*.json", "*.d.ts", "*.test.js", "tests", "types")


def make_app(root: Path, _build: Path, folder: Path) -> None:
    """The web apps as they are written: nothing is bundled, one file is one file."""
    shutil.copytree(root / "site" / "app", folder, ignore=LEFT_OUT, dirs_exist_ok=True)
    stamp(folder)


def make_site(root: Path, _build: Path, folder: Path) -> None:
    """The MkDocs site, every warning an error; an empty folder while there is no site."""
    config = root / "site" / "mkdocs.yml"
    if not config.is_file():
        return
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--config-file", str(config)]
    # MkDocs writes the day of the build into the sitemap; the same sources make the same site on any day.
    dated = {**os.environ, "SOURCE_DATE_EPOCH": str(EPOCH)}
    command += ["--site-dir", str(folder)]
    subprocess.run(command, cwd=root, env=dated, check=True, capture_output=True, text=True)
