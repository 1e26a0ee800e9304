"""Difficulties and proposals by what they are about; every text whole, with its unit."""

import pytest

from giaoban.campaign import Campaign
from giaoban.editions.notes import subject_of
from giaoban.fold import fold_for_search
from tests.editions.made import consolidated, day_of, sent


@pytest.mark.parametrize(
    "text, subject",
    [("Đường truyền chậm", "network"), ("ĐƯỜNG  TRUYỀN, chậm!", "network"), ("Mạng yếu", "network"),
     ("Thiếu máy quét", "equipment"), ("Đường truyền và máy quét", "network"), ("mang-yeu", "network"),
     ("Cán bộ ốm", "other"), ("mangrove", "other"), ("🙂", "other"), ("<b>máy quét</b>", "equipment")],
)  # fmt: skip
def test_the_first_subject_whose_words_stand_in_a_text_takes_it(campaign: Campaign, text: str, subject: str) -> None:
    assert subject_of(text, campaign.edition.subjects).id == subject


def test_folding_takes_marks_and_the_bar_of_the_d() -> None:
    assert fold_for_search("ĐƯỜNG Đặng thuở Ế") == "duong dang thuo e"
    assert fold_for_search("đường".encode().decode()) == "duong"


def test_texts_stand_whole_with_their_unit_in_the_order_of_subjects(campaign: Campaign) -> None:
    long = "x" * 1000
    day = day_of(
        campaign,
        sent(campaign, "00001", notes={"difficulties": "Máy quét hỏng", "proposals": "=1+1"}),
        sent(campaign, "00002", notes={"difficulties": "Đường truyền chậm"}),
        sent(campaign, "SSEN", notes={"difficulties": long, "proposals": ""}),
    )
    notes = consolidated(day)["notes"]
    assert [(each["subject"], each["entries"]) for each in notes["difficulties"]] == [
        ("network", [{"unit": "00002", "text": "Đường truyền chậm"}]),
        ("equipment", [{"unit": "00001", "text": "Máy quét hỏng"}]),
        ("other", [{"unit": "SSEN", "text": long}]),
    ]
    assert [each["entries"] for each in notes["proposals"]] == [[{"unit": "00001", "text": "=1+1"}]]


def test_in_hanois_campaign_what_units_write_in_the_replay_finds_its_subject(hanoi: Campaign) -> None:
    found = {
        "Đường truyền tại điểm phục vụ số 2 chập chờn vào buổi chiều.": "network",
        "Máy quét bị kẹt giấy thường xuyên, việc số hóa hồ sơ giấy còn chậm.": "equipment",
        "Người dân quên mật khẩu VNeID, phải hướng dẫn lấy lại nhiều lần trong ngày.": "accounts",
        "Sinh viên tình nguyện nghỉ thi nên hôm nay vắng.": "people",
        "Phần mềm một cửa tải chậm vào đầu giờ sáng.": "software",
        "Đề nghị mở thêm lớp tập huấn trực tuyến vào buổi tối để cán bộ thôn tham gia.": "training",
    }
    assert {text: subject_of(text, hanoi.edition.subjects).id for text in found} == found
