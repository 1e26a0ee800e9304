"""`giaoban units import`: a list goes in whole or not at all, and every problem is told with its row."""

import os
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest

from giaoban.directory.store import DirectoryStore
from tests.cli.conftest import Said
from tests.directory.made import SEN, listed, row, rows_csv
from tests.engines.fixtures import Engine


@pytest.fixture
def file(tmp_path: Path) -> Callable[[bytes], str]:
    def write(content: bytes) -> str:
        (tmp_path / "danh-ba.csv").write_bytes(content)
        return str(tmp_path / "danh-ba.csv")

    return write


HANOI = listed(SEN).replace(b"00001", b"00004")


def names(engine: Engine) -> list[str]:
    return [each.entry.name for each in DirectoryStore(engine.directory).read("hanoi-45").people]


def test_a_list_is_imported_into_the_local_system_and_the_second_time_nothing_changes(
    giaoban: Callable[..., Said], file: Callable[[bytes], str], local: Path, on_dynalite: Engine
) -> None:
    trial = giaoban("units", "import", file(HANOI), "--dry-run", "--run", str(local))
    assert (trial.status, "Trial run for hanoi-45: 1 to add" in trial.err, names(on_dynalite)) == (0, True, [])
    done = giaoban("units", "import", file(HANOI), "--run", str(local))
    assert (done.status, "1 added, 0 changed, 0 deleted" in done.err, names(on_dynalite)) == (0, True, [SEN.name])
    assert "Đơn vị chưa có người báo cáo: 00008" in done.err
    again = giaoban("units", "import", file(HANOI), "--run", str(local))
    assert (again.status, "nothing has changed" in again.err) == (0, True)


def test_the_history_says_that_it_came_by_the_command_line(
    giaoban: Callable[..., Said], file: Callable[[bytes], str], deployed: Engine
) -> None:
    with mock.patch.dict(os.environ, {"AWS_REGION": "ap-southeast-1"}):
        assert giaoban("units", "import", file(HANOI), "--campaign", "hanoi-45").status == 0
    (sen,) = DirectoryStore(deployed.directory).read("hanoi-45").people
    assert [(each.what, each.via) for each in sen.history] == [("imported", "command-line")]


def test_every_problem_is_told_with_its_row_and_column_and_nothing_is_imported(
    giaoban: Callable[..., Said], file: Callable[[bytes], str], local: Path, on_dynalite: Engine
) -> None:
    wrong = rows_csv(row(unit="00004", unit_name="", phone="024 3825 0000"), row(unit="9", name="Ong"))
    said = giaoban("units", "import", file(wrong), "--run", str(local))
    assert (said.status, said.out, names(on_dynalite)) == (1, "", [])
    assert "2 · Điện thoại di động / Mobile phone: " in said.err
    assert "3 · Mã đơn vị / Unit code: " in said.err
    assert "Problems found: 2" in said.err
    assert SEN.name not in said.err


def test_a_file_that_is_not_there_is_said_in_a_sentence(giaoban: Callable[..., Said], bare_local: Path) -> None:
    said = giaoban("units", "import", "none.csv", "--run", str(bare_local))
    assert (said.status, "Cannot read none.csv" in said.err) == (1, True)


def test_a_file_that_is_no_list_is_refused(
    giaoban: Callable[..., Said], file: Callable[[bytes], str], bare_local: Path
) -> None:
    said = giaoban("units", "import", file(b"\xd0\xcf\x11\xe0"), "--run", str(bare_local))
    assert (said.status, ".xlsx" in said.err) == (1, True)
    assert giaoban("units", "import", file(b"x" * 2_000_000), "--run", str(bare_local)).status == 1
