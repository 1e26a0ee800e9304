"""The day in three sentences, and what a page says of where its numbers come from."""

import copy
from pathlib import Path

import pytest

from giaoban.publish.page_today import today_page
from giaoban.publish.story import Story
from tests.publish.demo import Json
from tests.publish.made import story_of


def test_before_the_first_edition_the_page_says_so_and_shows_no_number() -> None:
    page = today_page(story_of([]), "vi")
    assert page.title == "Chiến dịch chưa có bản tổng hợp nào"
    assert "0%" not in page.body


def test_the_number_on_time_is_the_editions_own(story: Story) -> None:
    issue = story.today
    assert issue is not None
    on_time = issue.kinds["commune"]["counts"]["on_time"]
    assert f"<strong>{on_time}</strong>" in today_page(story, "vi").body
    assert f"{on_time} of 126 communes reported before 16:00" in today_page(story, "en").body


@pytest.mark.parametrize(
    "kind, words", [("provisional", "Bản tạm"), ("correction", "Bản đính chính"), ("issued", "Đã phát hành")]
)
def test_provisional_and_corrected_are_plainly_marked(ten_days: list[Json], kind: str, words: str) -> None:
    edition = copy.deepcopy(ten_days[0]) | {"kind": kind}
    assert words in today_page(story_of([edition]), "vi").body


def test_the_newest_edition_of_a_day_counts_whatever_the_order_of_the_files(ten_days: list[Json]) -> None:
    there, back = story_of(ten_days), story_of(reversed(ten_days))
    assert {day: issue.sha256 for day, issue in there.latest.items()} == {
        day: i.sha256 for day, i in back.latest.items()
    }
    assert there.latest[there.days[0]].number == 2


def test_a_late_correction_of_an_old_day_does_not_become_today(ten_days: list[Json]) -> None:
    story = story_of(ten_days)
    assert story.today is not None
    assert story.today.day == story.days[9]


def test_nothing_excused_is_not_mentioned(ten_days: list[Json]) -> None:
    edition = copy.deepcopy(ten_days[0])
    edition["kinds"][0]["counts"] |= {"excused": 0, "late": 0, "missing": 0}
    assert "16:00.</p>" in today_page(story_of([edition]), "vi").body


def test_every_number_page_names_its_edition_with_time_and_hash(site: Path, story: Story) -> None:
    for page in ("", "tien-do/", "tien-do/members-trained/", "xa-phuong/phuong-ba-dinh/", "en/", "en/progress/online/"):
        text = (site / page / "index.html").read_text("utf-8")
        assert 'class="stamp"' in text, page
        assert "tự báo cáo" in text or "reported by the units" in text, page


def test_a_day_without_an_edition_has_no_row_and_is_a_gap(site: Path) -> None:
    text = (site / "tien-do/members-trained/index.html").read_text("utf-8")
    assert '<th scope="row">25/7/2025</th>' in text
    assert '<th scope="row">26/7/2025</th>' not in text
