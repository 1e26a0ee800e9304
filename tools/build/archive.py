"""The artefact as one zip, byte for byte the same for the same folder: what Lambda gets, and how large that is."""

import zipfile
from pathlib import Path

from tools.build.folder import FILE_MODE

REGULAR_FILE = 0o100000


def zip_artefact(folder: Path, archive: Path) -> int:
    """Writes `archive` from everything in `folder`; its size in bytes."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(str(file.relative_to(folder)))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (REGULAR_FILE | FILE_MODE) << 16
            packed.writestr(entry, file.read_bytes())
    return archive.stat().st_size
