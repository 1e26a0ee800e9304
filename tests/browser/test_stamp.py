"""What the build writes into the pages: files and version for offline use, modules for a fast first visit, the head."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tools.phone.stamp import ENTRIES, SHELL, newest, shell_files, stamp, stamped_page, stamped_worker

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
    asked = modules_asked(app, SHELL)
    assert set(asked) == {f"{SHELL}/{file.name}" for file in (app / SHELL).glob("*.js")}
    assert asked.index("bao-cao/field.js") < asked.index("bao-cao/conflict.js")


def test_the_boards_page_asks_for_its_modules_and_for_those_it_shares(app: Path) -> None:
    asked = modules_asked(app, "dieu-hanh")
    assert {f"dieu-hanh/{file.name}" for file in (app / "dieu-hanh").glob("*.js")} <= set(asked)
    assert "bao-cao/speech.js" in asked
    assert len(asked) == len(set(asked))
    assert "bao-cao/field.js" not in asked


@pytest.mark.parametrize("shell", ENTRIES)
def test_every_page_has_the_shared_head_with_the_campaign_of_the_data(app: Path, shell: str) -> None:
    page = stamped_page(app, shell)
    assert page.count('<meta name="campaign" content="hanoi-45">') == 1
    assert page.count('<meta name="viewport"') == 1
    assert "hanoi-45" not in (app / shell / "index.html").read_text(encoding="utf-8")


def test_of_several_campaigns_the_page_is_for_the_one_that_begins_last(tmp_path: Path) -> None:
    for slug, first_day in (("old-30", "2025-07-24"), ("new-30", "2026-03-01")):
        (tmp_path / slug).mkdir()
        (tmp_path / slug / "campaign.json").write_text(json.dumps({"slug": slug, "first_day": first_day}))
    assert newest(tmp_path) == "new-30"


def modules_asked(app: Path, shell: str) -> list[str]:
    return re.findall(r'(?:href|src)="/([\w-]+/[\w-]+\.js)"', stamped_page(app, shell))


def test_a_page_without_its_place_stops_the_build(app: Path) -> None:
    stamp(app)
    with pytest.raises(ValueError, match="no longer holds the line"):
        stamp(app)
