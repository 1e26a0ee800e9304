"""What phones open is what is written, without what only the type checker reads."""

from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_form_and_the_board_are_there_and_the_type_checkers_files_are_not(built: Path):
    names = {file.name for file in (built / "app").rglob("*")}
    assert {"bao-cao", "dieu-hanh"} <= names
    assert not [name for name in names if name.endswith(".d.ts") or name.startswith("tsconfig")]


def test_the_forms_worker_knows_its_version_and_lies_where_phones_look_for_it(built: Path):
    assert '"version": "' in (built / "app" / "bao-cao-sw.js").read_text("utf-8")
    assert (built / "app" / "shared" / "worker.js").is_file()


def test_without_any_edition_there_is_a_site_all_the_same(built: Path):
    assert "chưa có bản tổng hợp" in (built / "site" / "index.html").read_text("utf-8")
    assert (built / "site" / "xa-phuong/phuong-ba-dinh/index.html").is_file()
