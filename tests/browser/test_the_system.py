"""The form in a real Chromium against the running artefact: what must hold whatever happens on the way."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.closing_phone import PHONE, ClosingPhone
from tests.browser.officer import (
    FIRST,
    SECOND,
    fill_and_send,
    find,
    review,
    send,
    step,
    wait_until_received,
    wait_until_saved,
)
from tests.browser.system import Commune, lose_answers, open_form
from tests.browser.test_never_lost import FORBIDDEN


@pytest.fixture
def form(phone: BrowserContext, commune: Commune) -> Page:
    return open_form(phone.new_page(), commune)


def figures(commune: Commune) -> list[dict[str, object]]:
    return [each["figures"] for each in commune.revisions()]


def test_a_report_is_sent_corrected_and_read_back(form: Page, commune: Commune) -> None:
    fill_and_send(form, "1.234")
    wait_until_received(form)
    expect(form.locator(".code")).to_have_text(commune.revisions()[0]["receipt"])
    form.get_by_role("link", name="Sửa số liệu và gửi lại").click()
    form.locator("a.change").first.click()
    form.fill(FIRST, "1.235")
    send(form, "Gửi bản sửa")
    expect(form.locator(".fate")).to_contain_text("Lần gửi2")
    form.get_by_role("link", name="Các lần gửi trong ngày").click()
    expect(form.locator(".changes")).to_contain_text("1.234 → 1.235")
    assert figures(commune) == [{"dossiers_online": 1234}, {"dossiers_online": 1235}]


def test_offline_closed_reopened_online_makes_exactly_one_revision(
    closing_phone: ClosingPhone, commune: Commune
) -> None:
    page = closing_phone.open(commune.link())
    page.wait_for_selector(FIRST)
    expect(page.locator("html")).to_have_attribute("data-offline", "ready", timeout=10_000)
    page.context.set_offline(True)
    fill_and_send(page, "41")
    expect(page.locator(".fate.waiting")).to_contain_text("an toàn")
    closing_phone.close()
    page = closing_phone.open("about:blank")
    page.context.set_offline(True)
    page.goto(f"{commune.system.origin}/bao-cao")
    expect(page.locator(".fate.waiting")).to_be_visible()
    page.context.set_offline(False)
    wait_until_received(page)
    assert figures(commune) == [{"dossiers_online": 41}]


def test_an_answer_lost_on_the_way_back_makes_exactly_one_revision(form: Page, commune: Commune) -> None:
    lose_answers(form.context)
    fill_and_send(form, "7")
    expect(form.locator(".fate.waiting")).to_contain_text("an toàn")
    form.context.unroute_all()
    form.get_by_role("button", name="Gửi lại ngay").click()
    wait_until_received(form)
    assert figures(commune) == [{"dossiers_online": 7}]


def test_typing_on_after_a_lost_answer_corrects_our_own_revision(form: Page, commune: Commune) -> None:
    lose_answers(form.context)
    fill_and_send(form, "1")
    expect(form.locator(".fate.waiting")).to_contain_text("an toàn")
    form.context.unroute_all()
    form.get_by_role("link", name="Sửa tiếp").click()
    form.fill(FIRST, "2")
    send(form)
    wait_until_received(form)
    assert figures(commune) == [{"dossiers_online": 1}, {"dossiers_online": 2}]


def test_a_conflict_is_settled_field_by_field(form: Page, commune: Commune) -> None:
    form.fill(FIRST, "10")
    form.fill(SECOND, "20")
    theirs = {"submission_id": str(uuid4()), "base_revision": 0, "figures": {"dossiers_online": 11, "dossiers_post": 3}}
    assert commune.colleague().put(commune.path, theirs).status == 201
    send(form)
    expect(form.locator("h1")).to_have_text("Có hai bản khác nhau")
    form.locator("fieldset", has_text="trực tuyến").get_by_label(re.compile("Của tôi")).check()
    form.get_by_role("button", name="Dùng các số đã chọn").click()
    form.get_by_role("button", name="Gửi phần đã có").click()
    wait_until_received(form)
    assert figures(commune)[-1] == {"dossiers_online": 10, "dossiers_counter": 20, "dossiers_post": 3}


def test_a_session_that_ends_in_mid_form_keeps_the_report_until_the_next_link(form: Page, commune: Commune) -> None:
    form.fill(FIRST, "55")
    form.context.clear_cookies()
    send(form)
    expect(form.locator(".fate.waiting")).to_contain_text("mở liên kết mới nhất")
    form.get_by_role("button", name="Gửi lại liên kết cho tôi").click()
    expect(form.locator("#notices [role=status]")).not_to_be_empty()
    form.goto(commune.link())
    wait_until_received(form)
    assert figures(commune) == [{"dossiers_online": 55}]


@pytest.mark.parametrize("script", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_storage_that_is_full_or_forbidden_is_said_and_the_form_still_sends(
    phone: BrowserContext, commune: Commune, script: str
) -> None:
    phone.add_init_script(script)
    page = open_form(phone.new_page(), commune)
    page.fill(FIRST, "6")
    expect(page.locator("#notices")).to_contain_text("xin đừng đóng trang")
    send(page)
    wait_until_received(page)
    assert figures(commune) == [{"dossiers_online": 6}]


@pytest.mark.parametrize("shift", [-86_400_000, 86_400_000], ids=["a day slow", "a day fast"])
def test_a_phone_whose_clock_is_wrong_by_a_day_shows_server_time(
    phone: BrowserContext, commune: Commune, shift: int
) -> None:
    phone.add_init_script(f"const real = Date.now; Date.now = () => real() + {shift};")
    page = open_form(phone.new_page(), commune)
    page.fill(FIRST, "6")
    expect(page.locator("#status")).to_contain_text(re.compile(r"còn [34]\d phút"))
    send(page)
    wait_until_received(page)
    assert commune.revisions()[0]["received_at"].startswith("2025-08-02T15:")


def test_two_quick_taps_make_one_revision(form: Page, commune: Commune) -> None:
    form.fill(FIRST, "5")
    review(form)
    form.get_by_role("button", name="Gửi phần đã có").evaluate("(button) => { button.click(); button.click(); }")
    wait_until_received(form)
    assert len(commune.revisions()) == 1


def test_the_back_button_loses_nothing_and_sends_nothing_twice(form: Page, commune: Commune) -> None:
    form.fill(FIRST, "8")
    form.get_by_role("button", name="Tiếp tục").click()
    form.go_back()
    expect(form.locator(FIRST)).to_have_value("8")
    send(form)
    wait_until_received(form)
    form.go_back()
    form.go_forward()
    wait_until_received(form)
    assert len(commune.revisions()) == 1


def test_without_a_service_worker_what_waited_is_sent_on_the_next_visit(browser: Browser, commune: Commune) -> None:
    context = browser.new_context(
        **PHONE, service_workers="block", user_agent="Mozilla/5.0 (Linux; Android 9; wv) Zalo android"
    )
    page = open_form(context.new_page(), commune)
    expect(page.locator("#notices")).to_contain_text("Mở bằng trình duyệt")
    review(page)  # the form is whole before the network goes
    step(page, 1)
    context.set_offline(True)
    fill_and_send(page, "6")
    expect(page.locator(".fate.waiting")).to_contain_text("an toàn")
    context.set_offline(False)
    page.goto(f"{commune.system.origin}/bao-cao")
    wait_until_received(page)
    assert len(commune.revisions()) == 1
    context.close()


def test_the_keyboard_alone_is_enough(form: Page, commune: Commune) -> None:
    form.focus(FIRST)
    form.keyboard.type("3")
    for wanted in ("Xem lại và gửi", "Gửi phần đã có, phần còn lại gửi sau"):
        for _ in range(60):
            form.keyboard.press("Tab")
            if form.evaluate("document.activeElement.textContent") == wanted:
                break
        form.keyboard.press("Enter")
        expect(form.locator("h1")).to_be_focused()
    wait_until_received(form)
    assert figures(commune) == [{"dossiers_online": 3}]


def test_what_is_impossible_is_said_in_the_services_own_words(form: Page, commune: Commune) -> None:
    find(form, "team_members")
    form.fill("#team_members", "10")
    find(form, "members_trained")
    form.fill("#members_trained", "1.100")
    form.press("#members_trained", "Tab")
    said = form.locator("#members_trained-remarks .error").inner_text()
    body = {"submission_id": str(uuid4()), "base_revision": 0, "figures": {"team_members": 10, "members_trained": 1100}}
    refused = commune.colleague().put(commune.path, body)
    assert refused.status == 422
    assert refused.json["problems"][0]["vi"] in said
    wait_until_saved(form)


def test_a_unit_reads_only_its_own(form: Page, commune: Commune, free_communes: Iterator[str]) -> None:
    other = commune.path.replace(commune.code, next(free_communes))
    assert form.evaluate("(path) => fetch(path).then((answer) => answer.status)", other) == 403
