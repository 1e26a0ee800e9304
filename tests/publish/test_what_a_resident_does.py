"""What a page offers to whoever reads it: the next step of a resident, a citation, names that do not break."""

import copy

import pytest

from giaoban.publish.open_data.daily import target_days
from giaoban.publish.page_data import data_page
from giaoban.publish.page_target import target_pages
from giaoban.publish.page_today import today_page
from giaoban.publish.page_units import commune_pages
from giaoban.publish.story import Story
from tests.publish.demo import Json
from tests.publish.made import ORIGIN, SOURCES, story_of


def test_a_communes_page_ends_with_what_a_resident_can_do(story: Story) -> None:
    body = next(page.body for page in commune_pages(story) if page.title == "Phường Ba Đình")
    last = body.rpartition("<h2")[2]
    assert "Bạn có thể làm gì" in last
    assert "iHanoi" in last
    assert "Ủy ban nhân dân" in last
    assert "gửi báo cáo" not in body


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_citation_stands_alone_and_has_its_button(story: Story, language: str) -> None:
    assert story.today is not None
    body = data_page(story, [], language, ORIGIN).body  # type: ignore[arg-type]
    citation = body.partition('<q id="citation">')[2].partition("</q>")[0]
    assert story.today.sha256[:12] in citation
    assert "tự báo cáo" in citation or "reported by the units" in citation
    assert 'data-copy="citation"' in body


def test_the_name_of_a_file_breaks_at_its_joints_only(story: Story) -> None:
    body = data_page(story, [target_days(story)], "vi", ORIGIN).body
    assert ">target_<wbr>days<wbr>.csv</a>" in body
    style = (SOURCES / "overrides/assets/site.css").read_text("utf-8")
    assert ".files tbody th a { overflow-wrap: normal; word-break: normal" in style


@pytest.mark.parametrize("page", ["docs/vi/huong-dan/index.md", "docs/en/guides/index.md"])
def test_the_guides_begin_with_a_door_and_a_picture_for_each_kind_of_user(page: str) -> None:
    text = (SOURCES / page).read_text("utf-8")
    doors = text.split("\n## ")[1:]
    assert len(doors) == 4
    assert all("![" in door and "](" in door.partition("webp)")[2] for door in doors)
    assert "|---|" not in text


def with_42_missing(edition: Json) -> Json:
    found = copy.deepcopy(edition)
    for target in found["kinds"][0]["targets"]:
        target |= {"change": -100, "compared": 84, "units": 84}
    return found


def test_42_missing_communes_are_left_out_of_a_change_and_named(ten_days: list[Json]) -> None:
    story = story_of([with_42_missing(ten_days[0])])
    today = today_page(story, "vi").body
    assert "(so sánh 84/126 xã, phường có số liệu cả hai ngày)" in today
    assert "42 xã, phường chưa có số liệu của ngày" in today
    online = next(page.body for page in target_pages(story, "vi") if page.path == "tien-do/online/")
    assert "84/126 xã, phường có đủ cả hai số liệu" in online
