"""Who does not want to be written to any more says so in many words; who says something else is heard by somebody."""

import pytest

from giaoban.reminders.wish import wants_no_more


@pytest.mark.parametrize("text", [
    "STOP", "stop.", " Dừng ", "DUNG", "dung nhan tin", "Dừng nhắn tin", "Đừng nhắn nữa", "Stop. Thank you", "STOP!!!",
    "Không nhận nữa", "khong nhan tin nhan nua", "Ko nhận tin nữa", "Xin đừng gửi tin nhắn cho tôi nữa ạ", "END", "Quit", "cancel",
    "Unsubscribe", "hủy", "Huỷ", "HUY", "Hủy đăng ký", "từ chối", "TC", "TC GIAOBAN", "Tôi không muốn nhận tin nhắn nữa",
    "Please stop texting me", "No more messages please", "I do not want to receive these texts", "Thôi không nhắn tin nữa nhé",
    "Ngừng gửi tin", "opt out", "Du\u031b\u0300ng",
])  # fmt: skip
def test_a_wish_to_hear_no_more(text: str) -> None:
    assert wants_no_more(text)


@pytest.mark.parametrize("text", [
    "", "?", "Vâng, cảm ơn", "Đúng", "Đúng rồi", "Không", "Dũng", "Dùng", "Không nhận được tin nhắn", "Không gửi được báo cáo",
    "Đã gửi", "Mất điện, dừng đến 17h", "Hủy báo cáo hôm qua", "Stop 16:30", "Ai đấy?", "Nhận", "đã nhận tin", "Tin nhắn này là gì",
    "Cancel the meeting", "Thôi", "Bỏ",
])  # fmt: skip
def test_what_is_no_such_wish(text: str) -> None:
    assert not wants_no_more(text)
