"""A list in whatever file it comes: read as what it says, or refused with the reason, soon and in little room."""

import random
import resource
import time
import unicodedata

import pytest

from giaoban.campaign import Campaign
from giaoban.contact import Channel, Duty
from giaoban.directory import Entry
from giaoban.directory.list_file import list_file
from giaoban.directory.reading import read_list
from giaoban.lists import workbook as workbook_file
from giaoban.lists.list_file import FORMATS
from giaoban.lists.reading import MAX_FILE
from giaoban.problem import TooLarge
from tests.directory import bombs
from tests.directory.bombs import workbook
from tests.directory.made import HEAD, ROW, SEN, row, rows_csv
from tests.directory.read import read, rules

SECONDS, KIB = 2, 256 * 1024


def windows_1258(text: str) -> bytes:
    """As Windows writes it: the letter with its shape, then its tone."""
    made = []
    for letter in unicodedata.normalize("NFD", text):
        if made and letter in "\u0302\u0306\u031b":
            made[-1] = unicodedata.normalize("NFC", made[-1] + letter)
        else:
            made.append(letter)
    ordered = unicodedata.normalize("NFC", "".join(made))
    found = []
    for letter in ordered:
        parts = unicodedata.normalize("NFD", letter)
        shape = unicodedata.normalize(
            "NFC", "".join(each for each in parts if each not in "\u0300\u0301\u0303\u0309\u0323")
        )
        found.append(shape + "".join(each for each in parts if each in "\u0300\u0301\u0303\u0309\u0323"))
    return "".join(found).encode("cp1258")


TEXT = rows_csv(ROW).decode()
ENCODINGS = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with its mark": TEXT.encode("utf-8-sig"),
    "UTF-8 in two parts a letter": unicodedata.normalize("NFD", TEXT).encode(),
    "UTF-16 of Windows": TEXT.encode("utf-16"),
    "UTF-16 the other way round": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "UTF-16 without its mark": TEXT.encode("utf-16-le"),
    "Windows-1258": windows_1258(TEXT),
    "semicolons": rows_csv(ROW, separator=";"),
    "tabs": rows_csv(ROW, separator="\t"),
    "semicolons, as Excel says it": b"sep=;\r\n" + rows_csv(ROW, separator=";"),
    "tabs in UTF-16": rows_csv(ROW, separator="\t").decode().encode("utf-16"),
    "line ends of Unix": TEXT.replace("\r\n", "\n").encode(),
    "everything in quotes": "\n".join(",".join(f'"{each}"' for each in line) for line in (HEAD, ROW)).encode(),
    "a title above": b"DANH B\xe1\xba\xa0\r\n\r\n" + TEXT.encode(),
    "XLSX": workbook(list(ROW)),
    "XLSX with a title above": workbook(list(HEAD), list(ROW), head=["DANH BẠ"]),
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_the_same_list_is_read_from_any_usual_file(campaign: Campaign, name: str) -> None:
    assert read(ENCODINGS[name], campaign) == [SEN]


@pytest.mark.parametrize("head", [
    ["Unit code", "Unit", "Role", "Full name", "Mobile phone", "E-mail", "Channels", "Language"],
    ["ma don vi", "TEN DON VI", "vai tro", "ho va ten", "so dien thoai", "email", "kenh", "ngon ngu"],
    ["MÃ ĐƠN VỊ", "Tên đơn vị", "Vai trò ", "Họ tên", "SĐT", "Thư điện tử", "Kênh nhận", "Ngôn ngữ"],
])  # fmt: skip
def test_columns_are_found_by_their_names_however_they_are_typed(campaign: Campaign, head: list[str]) -> None:
    assert read(rows_csv(ROW, head=head), campaign) == [SEN]


def test_columns_in_another_order_and_columns_of_their_own(campaign: Campaign) -> None:
    head, line = [*reversed(HEAD), "Ghi chú"], [*reversed(ROW), "=1+1"]
    assert read(rows_csv(line, head=head), campaign) == [SEN]


def test_a_number_and_a_code_that_a_spreadsheet_took_for_numbers(campaign: Campaign) -> None:
    line: list[object] = [1, "", "reporter", "Lê Thị Sen", 912345678, "sen@giaoban.invalid", "", ""]
    assert read(workbook(line), campaign) == [SEN]


def test_what_a_row_says_beside_the_address(campaign: Campaign) -> None:
    head = [*HEAD, "Không nhắn từ", "Không nhắn đến"]
    line = [*row(role="lãnh đạo", channels="Thư > Tin nhắn", language="Tiếng Anh"), "22h", "06:30"]
    (found,) = read(rows_csv(line, head=head), campaign)
    assert (found.role, found.channels, found.language) == (Duty.LEADER, (Channel.EMAIL, Channel.SMS), "en")
    assert [str(each) for each in found.quiet or ()] == ["22:00:00", "06:30:00"]


def test_every_problem_of_every_row_with_the_row_of_the_spreadsheet(campaign: Campaign) -> None:
    wrong = [
        row(),
        row(unit="99999"),
        ["", "", "", "", "", "", "", ""],
        row(name="Ong", phone="024 3825 0000", email="x", language="Klingon"),
        row(unit="00002"),
        row(role="bác sĩ", name="Bướm", phone="", email=""),
        row(name="LE THI SEN"),  # in another spelling, but with the same number
        row(unit="SSEN", unit_name="", channels="fax"),
        row(name="Tằm", email="", channels="Thư"),
        row(unit="", name="Kiến"),
    ]
    expected = {
        "/rows/3/unit": "unknown_unit",
        "/rows/5/phone": "landline",
        "/rows/5/email": "not_an_email",
        "/rows/5/language": "unknown_language",
        "/rows/6/unit_name": "unit_name_differs",
        "/rows/7/role": "unknown_role",
        "/rows/7/phone": "no_address",
        "/rows/8/name": "person_twice",
        "/rows/9/channels": "unknown_channel",
        "/rows/10/channels": "channel_without_address",
        "/rows/11/unit": "missing",
    }
    # openpyxl's rows are the spreadsheet's own; the reader of CSV counts lines, which are the same here.
    unit_name = {6: "/rows/6/unit_name"}
    assert rules(rows_csv(*wrong), campaign) == expected
    assert unit_name[6] in rules(workbook(*[list(each) for each in wrong]), campaign)


@pytest.mark.parametrize("column", ["unit", "role", "name", "phone", "email"])
@pytest.mark.parametrize("formula", ["=1+1", '=HYPERLINK("http://other.invalid")', "=cmd|' /C calc'!A0"])
def test_a_formula_is_refused_at_its_cell_as_a_formula(campaign: Campaign, column: str, formula: str) -> None:
    for content in (rows_csv(row(**{column: formula})), workbook(list(row(**{column: formula})))):
        assert rules(content, campaign) == {f"/rows/2/{column}": "formula"}


@pytest.mark.parametrize("column", ["unit", "role", "name", "phone", "email"])
def test_what_becomes_a_formula_when_its_letters_are_made_narrow_is_refused_too(
    campaign: Campaign, column: str
) -> None:
    for content in (rows_csv(row(**{column: "＝1+1"})), workbook(list(row(**{column: "＝1+1"})))):
        assert list(rules(content, campaign)) == [f"/rows/2/{column}"]


@pytest.mark.parametrize("name", ["+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "＋1"])
def test_what_a_spreadsheet_would_run_is_no_name(campaign: Campaign, name: str) -> None:
    assert rules(rows_csv(row(name=name)), campaign)["/rows/2/name"] in {"not_a_name", "formula"}


def test_columns_that_are_missing_or_stand_twice_are_named(campaign: Campaign) -> None:
    assert rules(rows_csv(ROW[:2], head=HEAD[:2]), campaign) == {
        "/rows/1/name": "column_missing",
        "/rows/1/role": "column_missing",
    }
    assert rules(rows_csv([*ROW, "x"], head=[*HEAD, "Họ tên"]), campaign) == {"/rows/1/name": "column_twice"}


@pytest.mark.parametrize("name", ["NguyÔn TuÊn", "Nguyeãn Tuaán"])
def test_a_name_typed_for_an_old_font_is_told_at_its_cell(campaign: Campaign, name: str) -> None:
    for content in (rows_csv(row(name=name)), workbook(list(row(name=name)))):
        assert rules(content, campaign) == {"/rows/2/name": "old_font"}


@pytest.mark.parametrize("name", ["Lê Thị Sen", "Trần Hiền", "Lò Tó"])
def test_a_short_list_in_windows_1258_is_read(campaign: Campaign, name: str) -> None:
    text = f"Mã đơn vị,Vai trò,Họ và tên,Điện thoại\n00001,Người báo cáo,{name},0912345678"
    assert [each.name for each in read(windows_1258(text), campaign)] == [name]


def test_no_problem_repeats_what_was_sent(campaign: Campaign) -> None:
    line = row(name="Bí mật<>", phone="0999 BÍ MẬT", email="bi-mat@")
    _, problems = read_list(rows_csv(line), campaign)
    assert len(problems) == 3
    assert not [each for each in problems if "mật" in str(each).casefold() or "bi-mat" in str(each)]


@pytest.mark.parametrize("name", [*bombs.WORKBOOKS, *bombs.TEXTS])
def test_a_file_that_means_harm_is_refused_soon_and_in_little_room(campaign: Campaign, name: str) -> None:
    make, rule = {**bombs.WORKBOOKS, **bombs.TEXTS}[name]
    content = make()
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    try:
        people, problems = read_list(content, campaign)
    except TooLarge as refused:
        people, problems, found = [], [], refused.name
    else:
        found = problems[0].rule
    assert time.process_time() - began < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < KIB
    assert not people
    assert found == (rule if len(content) <= MAX_FILE else "file_too_large")


def test_a_document_type_is_refused_before_openpyxl_sees_it() -> None:
    with pytest.raises(ValueError, match="a document type"):
        workbook_file._Count().read(b"<!DOCTYPE a><a/>")


def test_a_cell_far_to_the_right_is_nobodys_column(campaign: Campaign) -> None:
    far = bombs.head_row() + '<row r="2"><c r="XFD2"><v>1</v></c></row>'
    assert read(bombs.with_part(bombs.SHEET, bombs.sheet(far, "A1:XFD1048576")), campaign) == []


def test_rows_beyond_what_a_sheet_says_of_its_size_are_read(campaign: Campaign) -> None:
    cells = "".join(f'<c t="inlineStr"><is><t>{each}</t></is></c>' for each in ROW)
    content = bombs.with_part(bombs.SHEET, bombs.sheet(f'{bombs.head_row()}<row r="4000">{cells}</row>', "A1"))
    assert read(content, campaign) == [SEN]


@pytest.mark.parametrize("last", [5001, 1_048_576])
def test_a_format_in_an_empty_row_far_below_is_no_row(campaign: Campaign, last: int) -> None:
    cells = "".join(f'<c t="inlineStr"><is><t>{each}</t></is></c>' for each in ROW)
    rows = f'{bombs.head_row()}<row r="2">{cells}</row><row r="{last}" s="1" customFormat="1"/>'
    assert read(bombs.with_part(bombs.SHEET, bombs.sheet(rows)), campaign) == [SEN]


def test_a_row_that_no_spreadsheet_has_is_not_waited_for(campaign: Campaign) -> None:
    rows = f'{bombs.head_row()}<row r="2000000000"><c t="inlineStr"><is><t>x</t></is></c></row>'
    assert rules(bombs.with_part(bombs.SHEET, bombs.sheet(rows)), campaign) == {"/file": "too_many_rows"}


def test_the_largest_list_that_is_taken_takes_less_than_two_seconds(hanoi: Campaign) -> None:
    units = list(hanoi.units.values())
    lines = [
        row(unit=units[n % 143].code, unit_name="", name=f"Người {n}", email=f"n{n}@giaoban.invalid")
        for n in range(1000)
    ]
    for content in (rows_csv(*lines), workbook(*[list(each) for each in lines])):
        began = time.process_time()
        assert len(read(content, hanoi)) == 1000
        assert time.process_time() - began < SECONDS


def test_a_workbook_with_bytes_changed_at_random_is_read_or_refused_and_nothing_else(campaign: Campaign) -> None:
    chance, whole = random.Random(45), workbook(list(ROW))
    for _ in range(300):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        read_list(bytes(content), campaign)


def test_a_list_with_bytes_changed_at_random_is_read_or_refused_and_nothing_else(campaign: Campaign) -> None:
    chance, whole = random.Random(45), rows_csv(ROW)
    for _ in range(300):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 10)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        read_list(bytes(content), campaign)


@pytest.mark.parametrize("kind", FORMATS)
class TestTheListToFillIn:
    def test_it_has_a_line_for_every_unit_and_nobody_in_it(self, hanoi: Campaign, kind: str) -> None:
        assert read(list_file(kind, hanoi), hanoi) == []

    def test_what_it_says_of_people_reads_back_as_the_same_people(self, campaign: Campaign, kind: str) -> None:
        people = [
            SEN,
            Entry("SSEN", Duty.LEADER, "Trần Văn Ong", None, "ong@giaoban.invalid", (Channel.EMAIL,), "en"),
            Entry("00002", Duty.DEPUTY, "Đỗ Thị Bướm", "+84399999999", None, (Channel.SMS,)),
        ]
        found = read(list_file(kind, campaign, people), campaign)
        assert sorted(found, key=lambda each: each.name) == sorted(people, key=lambda each: each.name)

    def test_the_same_list_is_the_same_file(self, campaign: Campaign, kind: str) -> None:
        if kind == "csv":
            assert list_file(kind, campaign, [SEN]) == list_file(kind, campaign, [SEN])
