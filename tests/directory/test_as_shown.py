"""A list is what its spreadsheet shows: the sheet that is seen, what a cell shows, two people of one name."""

import pytest

from giaoban.campaign import Campaign
from tests.directory import bombs
from tests.directory.bombs import sheets_file, workbook
from tests.directory.made import HEAD, ROW, SEN, row, rows_csv
from tests.directory.read import read, rules

WITH_HOURS = [*HEAD, "Không nhắn từ", "Không nhắn đến"]
OLD = ["00001", "", "Người báo cáo", "Trần Văn Cũ", "0987654321", "", "", ""]


class TestSheets:
    """Whoever sends a workbook means what it shows."""

    @pytest.mark.parametrize("state", ["hidden", "veryHidden"])
    @pytest.mark.parametrize("place", [0, 1])
    def test_a_hidden_sheet_is_not_imported(self, campaign: Campaign, state: str, place: int) -> None:
        sheets = [("Danh bạ", [HEAD, ROW], "visible")]
        sheets.insert(place, ("Danh bạ cũ", [HEAD, OLD], state))
        assert read(sheets_file(*sheets), campaign) == [SEN]

    def test_a_cover_before_the_list_is_passed_over(self, campaign: Campaign) -> None:
        cover = ("Bìa", [["Danh sách người báo cáo"], ["Cập nhật 24/7/2025"]], "visible")
        codes = ("Mã", [HEAD[:2], ["00001", "Xã Sen Trắng"]], "visible")
        assert read(sheets_file(cover, codes, ("Danh bạ", [HEAD, ROW], "visible")), campaign) == [SEN]

    def test_of_two_lists_that_are_shown_neither_is_guessed(self, campaign: Campaign) -> None:
        both = sheets_file(("Cũ", [HEAD, OLD], "visible"), ("Mới", [HEAD, ROW], "visible"))
        assert rules(both, campaign) == {"/file": "several_lists"}

    def test_what_is_missing_is_told_of_the_sheet_that_comes_nearest(self, campaign: Campaign) -> None:
        cover = ("Bìa", [["Danh sách"]], "visible")
        half = sheets_file(cover, ("Danh bạ", [HEAD[:3], ROW[:3]], "visible"))
        assert rules(half, campaign) == {"/rows/1/name": "column_missing"}

    def test_rows_that_a_filter_hides_are_in_the_list(self, campaign: Campaign) -> None:
        cells = "".join(f'<c t="inlineStr"><is><t>{each}</t></is></c>' for each in ROW)
        rows = f'{bombs.head_row()}<row r="2" hidden="1">{cells}</row>'
        assert read(bombs.with_part(bombs.SHEET, bombs.sheet(rows)), campaign) == [SEN]

    def test_more_sheets_than_are_looked_at_are_too_many(self, campaign: Campaign) -> None:
        many = sheets_file(*[(f"{n}", [HEAD], "visible") for n in range(11)])
        assert rules(many, campaign) == {"/file": "too_large_workbook"}


class TestACell:
    """A cell is what the spreadsheet shows in it."""

    @pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1e"])
    def test_a_line_end_of_unicode_does_not_cut_the_row(self, campaign: Campaign, sign: str) -> None:
        line = [*row(channels=f"Tin nhắn,{sign}Thư"), "22:00", "06:00"]
        for content in (rows_csv(line, head=WITH_HOURS), rows_csv(line, head=WITH_HOURS, separator="\t")):
            (found,) = read(content, campaign)
            assert [f"{each:%H:%M}" for each in found.quiet or ()] == ["22:00", "06:00"]
        name = rows_csv(row(name=f"Lê{sign}Thị Sen"))
        assert read(name, campaign) == [SEN]

    @pytest.mark.parametrize(
        "half, problem",
        [(",Tiếng Việt,22:00,06:00", "missing"), ("Tin nhắn,Tiếng Việt", "unknown_unit"), (",22:00,06:00", "missing")],
    )
    def test_half_of_a_row_that_was_cut_in_two_is_not_passed_over(
        self, campaign: Campaign, half: str, problem: str
    ) -> None:
        cut = f"{','.join(WITH_HOURS)}\n{','.join(ROW)}\n{half}\n"
        assert rules(cut.encode(), campaign)["/rows/3/unit"] == problem

    @pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u202a", "\u202c", "\u00ad", "\u2060", "_x000D_", "_x200B_"])
    def test_what_nobody_sees_is_not_there(self, campaign: Campaign, sign: str) -> None:
        line, head = [f"{each}{sign}" if each else "" for each in ROW], [f"{sign}{each}" for each in HEAD]
        assert read(workbook(list(line), head=head), campaign) == [SEN]
        if not sign.startswith("_"):
            assert read(rows_csv(line, head=head), campaign) == [SEN]

    def test_full_width_letters_and_digits_are_letters_and_digits(self, campaign: Campaign) -> None:
        line = row(
            unit="００００１", name="Ｌê Thị Sen", phone="０９１２\u3000３４５６７８", email="ｓｅｎ＠giaoban.invalid"
        )
        for content in (rows_csv(line), workbook(list(line))):
            assert read(content, campaign) == [SEN]

    def test_a_formula_behind_something_unseen_is_a_formula(self, campaign: Campaign) -> None:
        assert rules(rows_csv(row(name="\u200b=1+1")), campaign) == {"/rows/2/name": "formula"}

    def test_control_z_of_old_programs_ends_no_list(self, campaign: Campaign) -> None:
        assert read(rows_csv(ROW) + b"\x1a", campaign) == [SEN]


class TestTwoPeople:
    """A name folded for searching is nobody's identity."""

    def people(self, campaign: Campaign, *rows: list[str]) -> list[tuple[str, str | None]]:
        return [(each.name, each.phone) for each in read(rows_csv(*rows), campaign)]

    def test_hoa_and_hoà_with_their_numbers(self, campaign: Campaign) -> None:
        both = [row(name="Nguyễn Thị Hoa"), row(name="Nguyễn Thị Hòa", phone="0987654321")]
        assert len(self.people(campaign, *both)) == 2

    def test_hoa_and_hoà_without_numbers(self, campaign: Campaign) -> None:
        both = [row(name="Nguyễn Thị Hoa", phone=""), row(name="Nguyễn Thị Hòa", phone="")]
        assert len(self.people(campaign, *both)) == 2

    def test_two_of_one_name_with_their_numbers(self, campaign: Campaign) -> None:
        assert len(self.people(campaign, row(), row(phone="0987654321"))) == 2

    @pytest.mark.parametrize("again", [
        row(name="LÊ THỊ SEN"), row(name="Lê Thị Sen", email="khac@giaoban.invalid"), row(phone=""), row(name="Le Thi Sen"),
    ])  # fmt: skip
    def test_one_who_stands_there_twice(self, campaign: Campaign, again: list[str]) -> None:
        assert rules(rows_csv(row(), again), campaign) == {"/rows/3/name": "person_twice"}

    def test_one_name_in_two_ways_of_placing_its_tone(self, campaign: Campaign) -> None:
        both = [row(name="Trần Hoà", phone=""), row(name="Trần Hòa", phone="")]
        assert rules(rows_csv(*both), campaign) == {"/rows/3/name": "person_twice"}
