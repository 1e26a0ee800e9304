"""The pinned packages, laid in a folder for Lambda's Amazon Linux 2023, without what nothing there reads."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tools.build.botocore_data import cut_services
from tools.build.botocore_handlers import cut_handlers
from tools.build.bytecode import compile_folder
from tools.build.edits import make_edits
from tools.build.late import make_late
from tools.build.lazy import make_lazy

# Of an installed package's own papers these stay: name, version, licence, what plugs into what (MkDocs finds its theme so),
# and the parts list of compiled ones.
KEPT = re.compile(r"(METADATA|entry_points\.txt|(LICEN[CS]E|NOTICE|COPYING|AUTHORS).*)$", re.IGNORECASE)
KEPT_FOLDERS = ("licenses", "sboms")


def make_dependencies(root: Path, _build: Path, folder: Path) -> None:
    """What the functions import and is not ours."""
    install(root, folder, "--requirement", "requirements.lock")
    cut_services(folder / "botocore" / "data")
    cut_handlers(folder / "botocore")
    make_edits(folder)
    make_late(folder)
    make_lazy(folder)
    compile_folder(folder)


def make_runtime(root: Path, _build: Path, folder: Path) -> None:
    """AWS's runtime client and what it needs. In AWS, Lambda brings its own; here it runs the same artefact."""
    locked = (root / "requirements-dev.lock").read_text("utf-8")
    pinned = re.search(r"^awslambdaric==\S+", locked, re.MULTILINE)
    if not pinned:
        raise LookupError("requirements-dev.lock pins no awslambdaric: make lock")
    install(root, folder, "--constraints", "requirements-dev.lock", pinned.group())
    compile_folder(folder)


def install(root: Path, folder: Path, *wanted: str) -> None:
    """Installs what the lock files pin, wheels only, then takes away what only an installer reads."""
    target = ["--target", str(folder), "--python", sys.executable, "--python-version", "3.13"]
    platform = ["--python-platform", "x86_64-manylinux_2_34", "--only-binary", ":all:"]
    manner = ["--require-hashes", "--no-compile", "--link-mode", "copy", "--no-progress"]
    command = [_uv(root), "pip", "install", *target, *platform, *manner, *wanted]
    subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    _without_leftovers(folder)


def _uv(root: Path) -> str:
    return shutil.which("uv") or str(root / ".uv" / "bin" / "uv")


def _without_leftovers(folder: Path) -> None:
    shutil.rmtree(folder / "bin", ignore_errors=True)
    (folder / ".lock").unlink(missing_ok=True)
    for paper in [path for info in folder.glob("*.dist-info") for path in info.iterdir()]:
        if paper.is_file() and not KEPT.match(paper.name):
            paper.unlink()
        elif paper.is_dir() and paper.name not in KEPT_FOLDERS:
            shutil.rmtree(paper)
    for stub in [*folder.rglob("*.pyi"), *folder.rglob("py.typed")]:
        stub.unlink()
