"""What the build writes into the pages: files and version for offline use, modules for a fast first visit, the head."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tools.phone.imports import fetched_later, imported
from tools.phone.stamp import SHELL, newest, pages, shell_files, stamp, stamped_page, stamped_worker

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
    assert '"/shared/icon.svg"' in worker


def test_the_worker_holds_what_the_form_imports_of_the_wing_and_no_other_page(app: Path) -> None:
    files = shell_files(app)
    assert {"shared/dom.js", "bao-cao/later.js", "bao-cao/style.css"} <= set(files)
    assert not [name for name in files if name.startswith(("dieu-hanh/", "danh-ba/"))]


@pytest.mark.parametrize("name", ["bao-cao/texts.js", "shared/dom.js", "shared/worker.js", "bao-cao/index.html"])
def test_a_change_in_any_file_is_a_new_version(app: Path, name: str) -> None:
    before = stamped_worker(app)
    with (app / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert stamped_worker(app) != before


def test_every_page_that_can_be_installed_has_the_one_worker_for_its_own_files(app: Path) -> None:
    (app / "dieu-hanh" / "manifest.webmanifest").write_text("{}", encoding="utf-8")
    stamp(app)
    assert sorted(file.name for file in app.glob("*.js")) == ["bao-cao-sw.js", "dieu-hanh-sw.js"]
    worker = (app / "dieu-hanh-sw.js").read_text(encoding="utf-8")
    assert "importScripts('/shared/worker.js');" in worker
    assert '"/dieu-hanh"' in worker
    assert "bao-cao" not in worker


def test_the_form_asks_for_every_module_of_its_own_and_for_the_first_screens_first(app: Path) -> None:
    asked = modules_asked(app, SHELL)
    assert {f"{SHELL}/{file.name}" for file in (app / SHELL).glob("*.js")} <= set(asked)
    assert asked.index("bao-cao/field.js") < asked.index("bao-cao/conflict.js")


@pytest.mark.parametrize("shell", pages(APP))
def test_a_page_asks_at_once_for_all_that_its_entry_imports_and_once_for_each(app: Path, shell: str) -> None:
    asked = modules_asked(app, shell)
    assert set(imported(app, f"{shell}/app.js")) <= set(asked)
    assert len(asked) == len(set(asked))


def test_the_board_does_not_ask_for_the_views_that_are_fetched_later(app: Path) -> None:
    asked = modules_asked(app, "dieu-hanh")
    later = fetched_later(app, asked)
    assert len(later) > 3
    assert not set(later) & set(asked)
    assert "shared/dom.js" in asked
    assert "bao-cao/field.js" not in asked


@pytest.mark.parametrize("shell", pages(APP))
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
    return re.findall(r'(?:href|src)="/([\w/-]+\.js)"', stamped_page(app, shell))


def test_a_page_without_its_place_stops_the_build(app: Path) -> None:
    stamp(app)
    with pytest.raises(ValueError, match="no longer holds the line"):
        stamp(app)
