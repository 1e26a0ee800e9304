"""The same sources make the same bytes, wherever and whenever they are built; and are built once."""

import time
from pathlib import Path

import pytest

from tools.build import PARTS, build_all, digest, refresh, zip_artefact
from tools.build.parts import Part


@pytest.mark.parametrize("part", [part.name for part in PARTS])
def test_two_builds_in_two_folders_are_byte_identical(built: Path, built_elsewhere: Path, part: str):
    assert digest(built / part) == digest(built_elsewhere / part)


def test_two_zips_are_byte_identical(built: Path, built_elsewhere: Path, tmp_path: Path):
    zips = [tmp_path / "here.zip", tmp_path / "elsewhere.zip"]
    sizes = [
        zip_artefact(folder / "functions", file) for folder, file in zip([built, built_elsewhere], zips, strict=True)
    ]
    assert zips[0].read_bytes() == zips[1].read_bytes()
    assert sizes[0] == sizes[1] < 50 * 1024 * 1024  # what Lambda takes


@pytest.mark.parametrize("change", ["content", "mode", "name"])
def test_a_digest_sees_every_change(tmp_path: Path, change: str):
    file = tmp_path / "a"
    file.write_text("1")
    before = digest(tmp_path)
    {
        "content": lambda: file.write_text("2"),
        "mode": lambda: file.chmod(0o600),
        "name": lambda: file.rename(tmp_path / "b"),
    }[change]()
    assert digest(tmp_path) != before


def test_an_unchanged_tree_is_not_built_again(built: Path):
    started = time.process_time()
    assert list(build_all(built)) == []
    assert time.process_time() - started < 1


def test_a_part_is_built_again_when_a_source_changes_and_keeps_nothing_of_before(tmp_path: Path):
    source, built = tmp_path / "source", tmp_path / "build"
    source.mkdir()
    (source / "one").write_text("1")

    def make(root: Path, build: Path, folder: Path) -> None:
        (folder / (root / "source" / "one").read_text()).touch()

    part = Part("part", ("source",), make)
    assert [refresh(part, built, tmp_path), refresh(part, built, tmp_path)] == [True, False]
    (source / "one").write_text("2")
    assert refresh(part, built, tmp_path)
    assert [file.name for file in (built / "part").iterdir()] == ["2"]


def test_a_part_that_cannot_be_made_leaves_the_old_one_standing(tmp_path: Path):
    (tmp_path / "source").write_text("1")
    refresh(Part("part", ("source",), lambda _root, _build, folder: (folder / "old").touch()), tmp_path, tmp_path)
    (tmp_path / "source").write_text("2")

    def fail(_root: Path, _build: Path, _folder: Path) -> None:
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011
        refresh(Part("part", ("source",), fail), tmp_path, tmp_path)
    assert (tmp_path / "part" / "old").exists()
