"""How large the artefact and the layers are: as Lambda takes them, unpacked, and what of it."""

from pathlib import Path

from tools.bench.scene import BUILD, SCRATCH
from tools.bench.table import Row, show
from tools.build import zip_artefact

MEBIBYTE = 1024 * 1024
LARGEST = 6


def main() -> None:
    """Prints the table."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    folder = BUILD / "functions"
    packed = zip_artefact(folder, SCRATCH / "functions.zip")
    parts = sorted(((_bytes(part), part.name) for part in folder.iterdir()), reverse=True)
    rows: list[Row] = [("zip", packed / MEBIBYTE), ("unpacked", _bytes(folder) / MEBIBYTE)]
    rows += [(f"  of which {name}", size / MEBIBYTE) for size, name in parts[:LARGEST]]
    rows += [row for layer in sorted((BUILD / "layers").iterdir()) for row in _layer(layer)]
    show("Artefact and layers, MiB (Lambda takes 50 zipped, 250 unpacked with its layers)", ["", "MiB"], rows)


def _layer(folder: Path) -> list[Row]:
    packed = zip_artefact(folder, SCRATCH / f"{folder.name}.zip")
    return [
        (f"layer {folder.name}, zip", packed / MEBIBYTE),
        (f"layer {folder.name}, unpacked", _bytes(folder) / MEBIBYTE),
    ]


def _bytes(path: Path) -> int:
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    return sum(file.stat().st_size for file in files)
