"""The e-mail: the summary, readable on a phone, with nothing in it that runs."""

from html.parser import HTMLParser

import pytest

from giaoban.documents.mail import Mail
from giaoban.documents.render import mail_of
from tests.documents.scene import Made

ADDRESS = "http://127.0.0.1:8000/dieu-hanh#ngay=2025-07-25"


def mail(edition: Made, is_attached: bool = True) -> Mail:
    return mail_of(edition.content, edition.sha256, edition.letterhead, ADDRESS, is_attached)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:  # type: ignore[override]  # noqa: ARG002
        self.found.add(tag)


@pytest.mark.parametrize(
    "name, subject",
    [
        ("issued", "Báo cáo ngày 25/07/2025 (ngày 2/45): {reported}/143 đơn vị đã báo cáo"),
        ("provisional", "[BẢN TẠM] Báo cáo ngày 26/07/2025 (ngày 3/45): {reported}/143 đơn vị đã báo cáo"),
        ("week", "Tuần 1, bản số 1: {on_time}/{due} lượt báo cáo đúng hạn"),
        ("correction", "Báo cáo ngày 25/07/2025, bản số 2 thay bản số 1: {reported}/143 đơn vị đã báo cáo"),
    ],
)
def test_the_subject_says_what_it_is_and_how_many_reported(name: str, subject: str, made: dict[str, Made]) -> None:
    counts = made[name].content["counts"]

    assert mail(made[name]).subject == subject.format(reported=counts["on_time"] + counts["late"], **counts)


def test_text_and_html_say_the_summary_the_targets_where_to_look_and_the_hash(made: dict[str, Made]) -> None:
    issued = made["issued"]
    found = mail(issued)

    for body in (found.text, found.html):
        assert "1. Gửi báo cáo:" in body
        assert "Hồ sơ tiếp nhận trực tuyến" in body
        assert ADDRESS in body
        assert issued.sha256 in body
        assert "chỉ tiêu 60%" in body


def test_the_address_is_a_link_in_html(made: dict[str, Made]) -> None:
    assert f'<a href="{ADDRESS}">' in mail(made["issued"]).html


def test_a_provisional_edition_says_so_before_all_else(made: dict[str, Made]) -> None:
    text = mail(made["provisional"]).text
    assert text.startswith("[BẢN TẠM] Báo cáo ngày")
    assert text.splitlines()[2] == "BẢN TẠM, CHƯA QUA RÀ SOÁT"


def test_it_begins_with_a_title_that_says_whose_day_it_is(made: dict[str, Made]) -> None:
    found = mail(made["issued"])
    assert f"<title>{found.subject}</title>" in found.html
    assert f">{found.subject}</h1>" in found.html
    assert found.text.startswith(found.subject)


def test_a_targets_value_stands_below_its_name_so_that_a_phone_breaks_neither(made: dict[str, Made]) -> None:
    html = mail(made["issued"]).html
    assert html.count("<tr>") == html.count("<br><b>") > 0
    assert "text-align:right" not in html


def test_what_people_typed_stays_text(made: dict[str, Made]) -> None:
    found, tags = mail(made["hostile"]), Tags()
    tags.feed(found.html)

    assert tags.found <= {"a", "html", "meta", "title", "body", "h1", "div", "p", "b", "br", "hr", "table", "tr", "td"}
    assert "\n" not in found.subject


def test_it_says_when_the_files_were_too_large(made: dict[str, Made]) -> None:
    assert "quá lớn" in mail(made["issued"], is_attached=False).html
    assert "quá lớn" not in mail(made["issued"]).html
