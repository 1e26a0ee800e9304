"""Folders that are the same wherever and whenever they are made: order, modes, times, one digest."""

import hashlib
import os
from pathlib import Path

# The first moment that a zip file can carry.
EPOCH = 315532800
FILE_MODE, FOLDER_MODE = 0o644, 0o755


def files_of(folder: Path) -> list[Path]:
    """Every file below, in order, without what Python left there while running; none where there is no folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts[:-1])


def settle(folder: Path) -> None:
    """Gives everything below the same modes and times: neither umask nor hour makes a difference."""
    for path in sorted(folder.rglob("*"), reverse=True):
        path.chmod(FOLDER_MODE if path.is_dir() else FILE_MODE)
        os.utime(path, (EPOCH, EPOCH))
    folder.chmod(FOLDER_MODE)
    os.utime(folder, (EPOCH, EPOCH))


def digest(folder: Path) -> str:
    """One SHA-256 over paths, modes and contents of everything below: equal digests, equal folders."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        total.update(f"{path.relative_to(folder)}\0{path.stat().st_mode:o}\0{len(content)}\0".encode() + content)
    return total.hexdigest()
