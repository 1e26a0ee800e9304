"""A unit's own words on the site: those that were made public, where they may stand, as text, and nowhere once hidden."""

import copy
import csv
import io
import json
from html import unescape
from pathlib import Path

import pytest

from giaoban.publish.allowed import NotPublic, public_part
from giaoban.publish.feed import feed
from giaoban.publish.open_data.daily import notes
from giaoban.publish.page_record import corrections_page
from giaoban.publish.page_today import today_page
from giaoban.publish.page_units import commune_pages, departments_page
from giaoban.publish.said import LONGEST, MOST
from giaoban.publish.story import Story
from tests.browser.hostile import CORPUS
from tests.publish.demo import Json
from tests.publish.made import BA_DINH, MARKED, ORIGIN, demo, saying, story_of

# Of two days' editions, in order of issue: the second day's, which no correction has followed.
TODAY = 1
QUOTE = '<blockquote lang="vi" dir="auto"><p>'


@pytest.fixture(scope="module")
def quiet() -> list[Json]:
    """Two days on which nobody says anything in public; the first has been corrected."""
    made = demo(2)
    for row in [row for each in made for row in each["units"]]:
        row.pop("public", None)
    return made


def page_of(story: Story, unit: str = "Phường Ba Đình") -> str:
    return next(page.body for page in commune_pages(story) if page.title == unit)


def test_a_marked_text_appears_where_it_may_and_nowhere_else(site: Path) -> None:
    files = [file for file in site.rglob("*") if file.is_file() and MARKED.encode() in file.read_bytes()]
    assert {file.relative_to(site).as_posix() for file in files} == {
        "index.html",
        "en/index.html",
        "xa-phuong/phuong-ba-dinh/index.html",
        "data/notes.csv",
        "data/today.json",
        "data/editions/2025-08-02/1.json",
    }


def test_the_search_does_not_find_it(site: Path) -> None:
    indexes = list((site / "assets").glob("search.*.json"))
    assert indexes
    assert not any("đường truyền chậm" in each.read_text("utf-8") for each in indexes)


def test_the_english_page_marks_it_as_vietnamese(site: Path) -> None:
    text = (site / "en" / "index.html").read_text("utf-8")
    assert f"{QUOTE}{MARKED}" in text
    assert "written by the unit" in text


def test_the_communes_page_says_which_day_whose_words_and_which_edition(quiet: list[Json]) -> None:
    page = page_of(story_of(saying(quiet, "Mạng yếu", on=TODAY)))
    assert "Mạng yếu" in page
    assert "25/7/2025 · Kiến nghị, đề xuất · do đơn vị viết" in page
    assert '#e2025-07-25-1">bản số 1</a>' in page


def test_nobody_else_is_said_to_have_said_it(quiet: list[Json]) -> None:
    story = story_of(saying(quiet, "Mạng yếu", on=TODAY))
    assert "Mạng yếu" not in page_of(story, "Phường Hoàn Kiếm")
    assert "Mạng yếu" not in departments_page(story, "vi").body


def test_a_department_is_quoted_on_the_page_of_departments(quiet: list[Json]) -> None:
    story = story_of(saying(quiet, "Thiếu người", unit="SNV", on=TODAY))
    assert "Thiếu người" in departments_page(story, "vi").body
    assert '/so-nganh/#words"' in today_page(story, "vi").body


def test_an_explanation_says_what_it_explains_in_both_languages(quiet: list[Json]) -> None:
    story = story_of(saying(quiet, "Chuyển công tác", about="explanations/stock_fell:officials", on=TODAY))
    assert (
        "Giải trình về “Số cán bộ" in today_page(story, "vi").body or "Giải trình về “" in today_page(story, "vi").body
    )
    assert "Explains “" in today_page(story, "en").body


def test_when_nobody_says_anything_there_is_no_heading_for_it(quiet: list[Json]) -> None:
    assert "Ý kiến của các đơn vị" not in today_page(story_of(quiet), "vi").body
    assert "Ý kiến của đơn vị" not in page_of(story_of(quiet))


def test_the_home_page_is_short_and_leads_to_the_rest(quiet: list[Json]) -> None:
    made = copy.deepcopy(quiet)
    for row in made[TODAY]["units"][: MOST + 3]:
        row["public"] = [{"about": "notes/difficulties", "figures": [], "text": "một hai ba " * 60}]
    body = today_page(story_of(made), "vi").body
    assert body.count("<blockquote") == MOST
    assert "Còn 3 ý kiến khác trong ngày." in body
    assert len(body.split("<blockquote")[1].split("</blockquote>")[0]) < LONGEST + 60


@pytest.fixture(scope="module")
def hidden(quiet: list[Json]) -> Story:
    """Made public in the first day's first edition, hidden in its second."""
    made = saying(quiet, "Lời đã rút", on=0)
    day = [each for each in made if each["day"] == made[0]["day"]]
    assert [each["edition"] for each in day] == [1, 2]
    moved = {"about": "notes/proposals", "public": False}
    change = {
        "unit": BA_DINH,
        "state": {"from": "on_time", "to": "on_time"},
        "revision": {"from": 1, "to": 1},
        "why": "decision",
        "names": {"vi": "Trung tâm quyết định", "en": "Decided by the centre"},
        "reason": "",
        "at": "2025-07-24T17:10:00+07:00",
        "by": "dieu-phoi-1",
        "figures": [],
        "texts": [moved],
    }
    day[1]["changes"] = [change]
    return story_of(made)


def test_hidden_again_its_page_no_longer_shows_it(hidden: Story) -> None:
    assert "Lời đã rút" not in page_of(hidden)


def test_nor_does_the_public_copy_of_the_edition_that_showed_it(hidden: Story) -> None:
    assert "Lời đã rút" not in json.dumps([each.edition for each in hidden.issues], ensure_ascii=False)
    assert not notes(hidden).rows


def test_that_it_was_hidden_is_told_and_not_what_it_said(hidden: Story) -> None:
    told = "Ngừng công khai ý kiến của đơn vị: Kiến nghị, đề xuất"
    assert told in corrections_page(hidden, "vi").body
    atom = feed(hidden, "vi", ORIGIN).decode()
    assert told in atom
    assert "Lời đã rút" not in corrections_page(hidden, "vi").body + atom


def test_whatever_a_unit_writes_stands_escaped_in_one_block(quiet: list[Json]) -> None:
    texts = [text[:1000].strip() for text in CORPUS]
    made = saying(quiet, "x", on=TODAY)
    row = next(each for each in made[TODAY]["units"] if each["unit"]["code"] == BA_DINH)
    row["public"] = [{"about": "notes/difficulties", "figures": [], "text": text} for text in texts]
    body = page_of(story_of(made))
    quotes = [each.split("</p></blockquote>")[0] for each in body.split(QUOTE)[1:]]
    assert [unescape(quote).replace("<br>", "\n") for quote in quotes] == texts
    assert not [quote for quote in quotes if "<" in quote.replace("<br>", "")]


def test_open_data_holds_it_whole_and_no_spreadsheet_runs_it(quiet: list[Json]) -> None:
    evil = ['=HYPERLINK("x")', "+1", "-1", "@SUM(1)", "＝1", 'hai\ndòng, "ngoặc"']
    for text in evil:
        (row,) = csv.DictReader(io.StringIO(notes(story_of(saying(quiet, text, on=TODAY))).csv.decode("utf-8-sig")))
        assert row["text"] in {text, f"'{text}"}
        assert row["text"][0] not in "=+-@＝"
        assert (row["unit"], row["about"]) == (BA_DINH, "notes/proposals")
        assert "written" in row["written_by"] or "own words" in row["written_by"]


@pytest.mark.parametrize(
    "said",
    [
        {"about": "told_by", "figures": [], "text": "x"},
        {"about": "notes/difficulties", "figures": ["tên của bà"], "text": "x"},
        {"about": "notes/difficulties", "figures": [], "text": ""},
        {"about": "notes/difficulties", "figures": [], "text": "x" * 1001},
        {"about": "notes/difficulties", "figures": [], "text": "a\x02b"},
        {"about": "notes/difficulties", "figures": [], "text": ["x"]},
        "x",
    ],
)
def test_words_in_another_form_stop_the_whole_edition(quiet: list[Json], said: object) -> None:
    edition = copy.deepcopy(quiet[0])
    edition["units"][0]["public"] = [said]
    with pytest.raises(NotPublic, match="/units/0/public/0"):
        public_part(edition)


def test_an_edition_from_before_there_were_public_words_is_as_it_was(quiet: list[Json]) -> None:
    assert "public" not in public_part(quiet[0])["units"][0]
