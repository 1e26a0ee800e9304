"""The artefact as `make build` makes it, and once more elsewhere."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.build import build_all

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def built() -> Path:
    """build/, up to date."""
    list(build_all(ROOT / "build"))
    return ROOT / "build"


@pytest.fixture(scope="session")
def built_elsewhere(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same sources built in another folder, by another user's settings, in another order of Python's sets."""
    folder = tmp_path_factory.mktemp("another folder")
    environment = {**os.environ, "PYTHONHASHSEED": "12345", "TZ": "America/Lima", "LC_ALL": "C"}
    command = [sys.executable, "-m", "tools.build", "--into", str(folder)]
    subprocess.run(command, cwd=ROOT, env=environment, umask=0o077, check=True, capture_output=True)
    return folder
