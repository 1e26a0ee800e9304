"""What the publish job brings along fits into AWS Lambda: a function and its layers have 250 MB unpacked."""

import re
from importlib.metadata import distribution
from pathlib import Path

ROOT = Path(__file__).parents[2]
MOST_BYTES = 250 * 1024 * 1024
FUNCTION_BYTES = 30 * 1024 * 1024


def test_the_layer_of_the_site_fits() -> None:
    lock = (ROOT / "requirements-site.lock").read_text("utf-8")
    names = re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE)
    packages = sum(_size(name) for name in names)
    sources = sum(
        file.stat().st_size
        for name in ("docs", "overrides")
        for file in (ROOT / "site" / name).rglob("*")
        if file.is_file()
    )
    print(f"packages {packages / 1e6:.0f} MB, sources {sources / 1e6:.1f} MB")
    assert "mkdocs-material" in names
    assert packages + sources + FUNCTION_BYTES < MOST_BYTES


def _size(name: str) -> int:
    files = [file.locate() for file in distribution(name).files or [] if ".." not in file.parts]
    return sum(Path(str(file)).stat().st_size for file in files if Path(str(file)).is_file())
