"""Every SMS is one part of 160 GSM-7 letters: over all units, all messages, both languages, the longest link."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.campaign import Campaign
from giaoban.outbox.email import short_text
from giaoban.outbox.sms import fold_to_gsm, is_gsm7, parts, septets
from giaoban.outbox.wording import said
from giaoban.reminders.day_words import day_values


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_sms_to_every_unit_on_every_day_is_one_part_and_has_its_whole_link(
    hanoi: Campaign, language: str
) -> None:
    rules = hanoi.reminders
    assert rules
    link = "h" * rules.longest_origin + "/bao-cao#t=" + "Ab9-_" * 4 + "xy"
    days = [hanoi.first_day + timedelta(days=number) for number in range(hanoi.days)]
    with_sms = [wording for wording in rules.messages.values() if wording.sms]
    longest = 0
    for day in (days[0], days[7], days[-1]):
        deadline = hanoi.deadline(day) + timedelta(days=1)
        for unit in hanoi.units.values():
            values = {**day_values(hanoi, day, deadline, language), "unit": said(unit.names, language), "link": link}
            for wording in with_sms:
                text = short_text(wording, language, values)
                assert is_gsm7(text), text
                assert parts(text) == 1, (len(text), text)
                assert text.endswith(f" {link}")
                longest = max(longest, septets(text))
    assert len(with_sms) >= 5
    assert longest > 140


@pytest.mark.parametrize(
    "text, plain",
    [
        ("Đường Đê, đã đến", "Duong De, da den"),
        ("Phường Văn Miếu - Quốc Tử Giám", "Phuong Van Mieu - Quoc Tu Giam"),
        ("“Gửi” – ngay…", '"Gui" - ngay...'),
        ("Đ" + "e\u0302\u0323", "De"),
    ],
)
def test_vietnamese_is_folded_đ_too(text: str, plain: str) -> None:
    assert fold_to_gsm(text) == plain
    assert is_gsm7(fold_to_gsm(text))


@pytest.mark.parametrize(
    "text, count", [("a" * 160, 1), ("a" * 161, 2), ("a" * 306, 2), ("a" * 307, 3), ("[" * 80, 1), ("[" * 81, 2), ("ẵ" * 70, 1), ("ẵ" * 71, 2), ("ẵ" * 135, 3)]
)  # fmt: skip
def test_parts_are_counted_as_carriers_do(text: str, count: int) -> None:
    assert parts(text) == count


@given(
    st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ AĐÊ.,:")
)
def test_whatever_is_vietnamese_folds_to_as_many_letters_of_gsm7(text: str) -> None:
    assert is_gsm7(fold_to_gsm(text))
    assert len(fold_to_gsm(text)) == len(text)
