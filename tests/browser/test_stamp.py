"""What the build writes into the form: its files and version for offline use, its modules for a fast first visit."""

import re
import shutil
from pathlib import Path

import pytest

from tools.phone.stamp import SHELL, shell_files, stamp, stamped_page, stamped_worker

APP = Path(__file__).parents[2] / "site" / "app"


@pytest.fixture
def app(tmp_path: Path) -> Path:
    return Path(shutil.copytree(APP, tmp_path / "app"))


def test_the_worker_holds_every_file_of_the_form(app: Path) -> None:
    stamp(app)
    worker = (app / "bao-cao-sw.js").read_text(encoding="utf-8")
    missing = [name for name in shell_files(app) if f'"/{name}"' not in worker and not name.endswith("index.html")]
    assert missing == []
    assert f'"/{SHELL}"' in worker


def test_a_change_in_any_file_is_a_new_version(app: Path) -> None:
    before = stamped_worker(app)
    (app / SHELL / "texts.js").write_text("export const texts = {};", encoding="utf-8")
    assert stamped_worker(app) != before


def test_the_page_asks_for_every_module_at_once_and_for_the_first_screens_first(app: Path) -> None:
    asked = re.findall(r'(?:href|src)="/bao-cao/([\w-]+\.js)"', stamped_page(app))
    assert set(asked) == {file.name for file in (app / SHELL).glob("*.js")}
    assert asked.index("field.js") < asked.index("conflict.js")


def test_a_worker_without_its_place_stops_the_build(app: Path) -> None:
    stamp(app)
    with pytest.raises(ValueError, match="no longer holds the line"):
        stamp(app)
