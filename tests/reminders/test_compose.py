"""Words, letters and the calendar: nothing that a value says becomes markup, a header or another value."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.campaign import Campaign
from giaoban.outbox.calendar import entry
from giaoban.outbox.email import email
from giaoban.outbox.wording import filled
from giaoban.reminders.day_words import day_values, deadline_entry, moment_text
from giaoban.reports.decision import MovedDeadline
from giaoban.reports.report import UnitDay
from giaoban.text import Text
from tests.reports.made import DAY, at

LINK = "https://giaoban.invalid/bao-cao#t=abc"


def values(campaign: Campaign, **more: str) -> dict[str, str]:
    told = day_values(campaign, DAY, campaign.deadline(DAY), "vi")
    return {**told, "unit": "Xã Sen", "link": LINK, **more}


def test_a_letter_has_text_and_html_with_the_same_link(reminding: Campaign) -> None:
    assert reminding.reminders
    written = email(reminding.reminders.messages["not_in"], "vi", values(reminding))
    assert written.subject == "Xã Sen chưa có báo cáo ngày 2/8, hạn 16:00"
    assert f"Gửi báo cáo ngày 2/8:\n{LINK}" in written.text
    assert f'<a href="{LINK}"' in written.html
    assert "<script" not in written.html
    assert "src=" not in written.html


def test_a_name_with_markup_stays_a_name(reminding: Campaign) -> None:
    assert reminding.reminders
    hostile = values(reminding, unit='<img src=x onerror="alert(1)"> & {link}')
    written = email(reminding.reminders.messages["not_in"], "vi", hostile)
    assert "<img" not in written.html
    assert "&lt;img src=x" in written.html
    assert written.text.count(LINK) == 1


@given(st.text(alphabet="{}abclink ", max_size=30))
def test_no_value_is_read_for_names_again(hostile: str) -> None:
    assert filled(Text("{unit} {link}", ""), "vi", {"unit": hostile, "link": "L"}) == f"{hostile} L"


@pytest.mark.parametrize("language, told", [("vi", "16:00 4/8"), ("en", "16:00 4 Aug")])
def test_an_hour_on_another_day_says_so(reminding: Campaign, language: str, told: str) -> None:
    assert moment_text(reminding.corrections_close(DAY), DAY, language) == told


def test_the_deadline_stands_in_the_calendar_in_utc() -> None:
    lines = entry("x-2025-08-02", "Hạn; báo cáo, ngày 2/8", at("16:00"), 2, at("15:20")).split("\r\n")
    assert "DTEND:20250802T090000Z" in lines
    assert "DTSTART:20250802T084500Z" in lines
    assert "SUMMARY:Hạn\\; báo cáo\\, ngày 2/8" in lines
    assert "SEQUENCE:2" in lines
    assert "DTSTAMP:20250802T082000Z" in lines


def test_a_deadline_moved_and_moved_back_is_what_the_calendar_shows_last(reminding: Campaign) -> None:
    """A calendar keeps the highest SEQUENCE, and of one SEQUENCE the latest DTSTAMP (RFC 5546, 3.2.1)."""
    moves = [
        None,
        MovedDeadline(1, at("18:00"), at("15:00"), "a", "b"),
        MovedDeadline(2, at("16:00"), at("15:30"), "a", "b"),
    ]
    unit_day = UnitDay(reminding, reminding.unit("00001"), DAY)
    title = Text("Hạn {unit}", "")
    told = [deadline_entry(replace(unit_day, moved=each), "vi", title, at("15:40")).split("\r\n") for each in moves]
    assert [(each[6], each[7], each[9]) for each in told] == [
        ("DTSTAMP:20250802T084000Z", f"SEQUENCE:{number}", f"DTEND:20250802T{hour}0000Z")
        for number, hour in enumerate(("09", "11", "09"))
    ]
    assert len({each[5] for each in told}) == 1


def test_whoever_reports_for_two_units_has_both_in_the_calendar(reminding: Campaign) -> None:
    days = [UnitDay(reminding, reminding.unit(code), DAY) for code in ("00001", "00002")]
    assert len({deadline_entry(each, "vi", Text("", ""), at("15:00")).split("\r\n")[5] for each in days}) == 2


@given(st.text(max_size=300))
def test_no_title_breaks_out_of_its_line_and_no_line_is_too_long(title: str) -> None:
    text = entry("x", title.replace("\r", "").replace("\x85", ""), at("16:00") + timedelta(days=1), 0, at("15:00"))
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert [line for line in lines if line == "BEGIN:VEVENT"] == ["BEGIN:VEVENT"]
    assert "\n" not in text.replace("\r\n", "")
