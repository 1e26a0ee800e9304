"""A unit's own words made public from the board: knowingly, that text alone, and hidden again; pictures to be looked at."""

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import dark, findings
from tests.browser.board.conftest import Open
from tests.browser.board.desk import Day, refresh, row
from tests.browser.board.test_deciding import press
from tests.browser.board.test_everyone import HOSTILE
from tests.browser.screens import LAPTOP, PHONE

TEXT = "Đường truyền tại điểm phục vụ số 2 chập chờn vào buổi chiều."
PERSONAL = "Xin gọi 024 0000 0000 gặp bà Sen để hỗ trợ."
UNIT = "00004"


def mark(page: Page, about: str = "notes/difficulties") -> Locator:
    return page.locator(f'.public:has([data-part="public-{about}"])')


def stands(page: Page, says: str, about: str = "notes/difficulties") -> None:
    """What the page says of the text once it has asked the service again, twice."""
    expect(mark(page, about)).to_contain_text(says, timeout=20_000)


def issue(day: Day) -> int:
    """Another edition of the day, at the moment that the system's own clock shows; its number."""
    staff = day.staff("dieu-phoi-2")
    staff = replace(staff, at=staff.get("/dev/clock").json["at"])
    editions = day.path("").replace("/reports/", "/editions")
    order = {"request_id": str(uuid4()), "base_edition": len(staff.get(editions).json["editions"])}
    answer = staff.post(editions, order)
    assert answer.status == 201, answer.body
    return int(answer.json["edition"])


def test_a_text_is_made_public_waits_for_the_edition_and_is_hidden_again(open_board: Open, day: Day):
    day.send(UNIT, notes={"difficulties": TEXT})
    page = open_board(day=day.date, unit=UNIT)
    stands(page, "Chưa công khai")
    mark(page).get_by_role("button").click()
    expect(page.locator("dialog")).to_contain_text("Ai cũng sẽ đọc được ý kiến này")
    expect(page.locator("dialog blockquote")).to_have_text(TEXT)
    press(page, "Công khai")
    stands(page, "sẽ hiện trong bản phát hành kế tiếp")
    stands(page, "dieu-phoi-1")
    expect(page.locator(".story")).to_contain_text("dieu-phoi-1 cho công khai: Khó khăn, vướng mắc")
    assert [(each["kind"], each["about"]) for each in day.decisions(UNIT)] == [("make_public", "notes/difficulties")]
    number = issue(day)
    page.reload()
    stands(page, f"Đang công khai, trong bản số {number}")
    mark(page).get_by_role("button", name="Rút lại").click()
    expect(page.locator("dialog")).to_contain_text("phát hành bản mới")
    press(page, "Rút lại")
    stands(page, "Đã rút lại. Trang công khai còn hiện đến bản phát hành kế tiếp")
    issue(day)
    page.reload()
    stands(page, "Chưa công khai")


def test_what_looks_like_a_number_or_a_name_has_to_be_looked_at(open_board: Open, day: Day):
    day.send(UNIT, notes={"proposals": PERSONAL})
    page = open_board(day=day.date, unit=UNIT)
    mark(page, "notes/proposals").get_by_role("button").click()
    dialog = page.locator("dialog")
    expect(dialog.locator(".suspicions li")).to_have_text(
        ["024 0000 0000 · giống số điện thoại hoặc số giấy tờ", "bà Sen · giống tên người"]
    )
    press(page, "Công khai")
    expect(dialog.get_by_role("alert")).to_contain_text("Xin xem từng chỗ đáng ngờ")
    assert day.decisions(UNIT) == []
    page.get_by_label("Tôi đã xem từng chỗ").check()
    press(page, "Công khai")
    stands(page, "sẽ hiện trong bản phát hành kế tiếp", "notes/proposals")


def test_words_rewritten_while_the_question_stands_open_are_not_made_public(open_board: Open, day: Day):
    day.send(UNIT, notes={"difficulties": TEXT})
    page = open_board(day=day.date, unit=UNIT)
    mark(page).get_by_role("button").click()
    staff = day.staff("dieu-phoi-2")
    told = {"submission_id": str(uuid4()), "base_revision": 1, "figures": {}, "nothing_to_report": True}
    told |= {"told_by": "Văn phòng", "notes": {"difficulties": PERSONAL}}
    assert staff.put(day.path(UNIT), told).status == 201
    press(page, "Công khai")
    expect(page.locator("dialog [role=alert]")).to_contain_text("Báo cáo hiện tại không còn ý kiến này")
    assert day.decisions(UNIT) == []
    press(page, "Hủy")
    refresh(page)
    expect(page.locator("#panel .note").first).to_contain_text("bà Sen")


def test_the_reason_for_a_doubtful_figure_can_be_made_public_too(open_board: Open, day: Day):
    figures = {"villages": 3, "community_teams": 9}
    day.send(UNIT, figures=figures, explanations={"teams_above_villages": "Có tổ liên thôn"})
    page = open_board(day=day.date, unit=UNIT)
    about = "explanations/teams_above_villages"
    mark(page, about).get_by_role("button").click()
    press(page, "Công khai")
    stands(page, "sẽ hiện trong bản phát hành kế tiếp", about)


def test_whatever_the_text_is_it_stands_as_text_and_never_runs(open_board: Open, day: Day):
    hostile = " ".join(HOSTILE).replace("\u202e", "")
    day.send(UNIT, notes={"difficulties": hostile})
    page = open_board(day=day.date, unit=UNIT)
    mark(page).get_by_role("button").click()
    expect(page.locator("dialog blockquote")).to_have_text(hostile)
    press(page, "Công khai")
    stands(page, "sẽ hiện")
    assert page.evaluate("window.hit") is None
    assert page.locator("dialog img, #panel img, #panel script, #panel svg").count() == 0


def test_a_viewer_sees_what_is_public_and_has_no_button(open_board: Open, day: Day):
    day.send(UNIT, notes={"difficulties": TEXT})
    page = open_board("lanh-dao", day=day.date, unit=UNIT)
    expect(page.locator("#panel .public")).to_have_text("Chưa công khai")
    assert page.locator("#panel .public button").count() == 0


def test_a_colleagues_mark_made_first_is_told(open_board: Open, day: Day):
    day.send(UNIT, notes={"difficulties": TEXT})
    page = open_board(day=day.date, unit=UNIT)
    mark(page).get_by_role("button").click()
    (text,) = day.stored(UNIT)["texts"]
    said = {"about": text["about"], "sha256": text["sha256"], "base_decision": 0}
    assert day.staff("dieu-phoi-2").post(f"{day.path(UNIT)}/public", said).status == 201
    press(page, "Công khai")
    expect(page.locator("dialog [role=alert]")).to_contain_text("dieu-phoi-2 cho công khai")


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["1280", "360"])
def test_it_can_be_seen_and_used_by_everybody(open_board: Open, day: Day, screenshots: Path, size):
    why = {"teams_above_villages": "Có tổ liên thôn"}
    notes = {"difficulties": TEXT, "proposals": PERSONAL}
    day.send(UNIT, figures={"villages": 3, "community_teams": 9}, explanations=why, notes=notes)
    page = open_board(day=day.date, **size)
    page.goto(f"{page.url}&don-vi={UNIT}")
    mark(page).get_by_role("button").click()
    press(page, "Công khai")
    expect(row(page, UNIT)).to_be_attached()
    stands(page, "sẽ hiện")
    width = size["viewport"]["width"]
    mark(page).scroll_into_view_if_needed()
    page.screenshot(path=screenshots / f"dieu-hanh-cong-khai-{width}-light.png")
    with dark(page):
        page.screenshot(path=screenshots / f"dieu-hanh-cong-khai-{width}-dark.png")
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    mark(page, "notes/proposals").get_by_role("button").click()
    page.screenshot(path=screenshots / f"dieu-hanh-cong-khai-hoi-{width}-light.png")
    with dark(page):
        page.screenshot(path=screenshots / f"dieu-hanh-cong-khai-hoi-{width}-dark.png")
    assert findings(page) == []
