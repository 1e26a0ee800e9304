"""What was built, byte by byte."""

from pathlib import Path

from tests.publish.made import CANARY


def test_no_mark_planted_in_a_private_field_appears_in_any_built_byte(site: Path) -> None:
    files = [file for file in site.rglob("*") if file.is_file()]
    leaking = [file.relative_to(site).as_posix() for file in files if CANARY.encode() in file.read_bytes()]
    assert len(files) > 200
    assert leaking == []


def test_nobody_who_issued_or_decided_is_named(site: Path) -> None:
    for file in [*site.rglob("*.html"), *site.rglob("*.json"), *site.rglob("*.csv"), *site.rglob("*.atom")]:
        assert "dieu-phoi" not in file.read_text("utf-8"), file
