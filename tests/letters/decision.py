"""A decision with the list that it encloses: a letter that is no edition."""

from datetime import UTC, date, datetime
from pathlib import Path

from giaoban.letters.letterhead import Letterhead, addressed_to
from giaoban.letters.model import Column, Document, Heading, PageBreak, Row, Table, Title, plain
from giaoban.letters.write_xlsx import Day, Sheet

FONTS = Path(__file__).parents[2] / "tools/node/node_modules/@expo-google-fonts/tinos"
LETTERHEAD = Letterhead(
    parent="ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI",
    body="SỞ KHOA HỌC VÀ CÔNG NGHỆ",
    symbol="QĐ-SKHCN",
    place="Hà Nội",
    signer_title="GIÁM ĐỐC",
    signer_name="Nguyễn Văn Sen",
    recipients=("Như Điều 2;", "Lưu: VT."),
)
TITLE = "Quyết định cử người hỗ trợ"
PLACED = (("Phường Sen", 3), ("Xã Súng", 2), ("Xã =1+1", 4))


def decision(said: str = "Cử người hỗ trợ đến các xã, phường có tên trong danh sách kèm theo.") -> Document:
    """Signed, with an annex of its own page."""
    columns = (Column("Xã, phường", 70), Column("Số người", 30, "right"))
    rows = (*(Row((name, str(count))) for name, count in PLACED), Row(("Tổng", "9"), "total"))
    return Document(
        TITLE,
        LETTERHEAD.body,
        datetime(2025, 7, 25, 2, 0, tzinfo=UTC),
        (
            LETTERHEAD.head(date(2025, 7, 25)),
            Title("QUYẾT ĐỊNH", "Về việc cử người hỗ trợ"),
            addressed_to("Các đơn vị cử người"),
            Heading("Điều 1"),
            plain(said),
            LETTERHEAD.signature(is_signed=True),
            PageBreak(),
            Title("DANH SÁCH", "Kèm theo Quyết định"),
            Table(columns, rows),
        ),
    )


def annex() -> Sheet:
    """The same list as a sheet."""
    since = Day(datetime(2025, 7, 26))  # noqa: DTZ001 - a sheet's dates have no zone
    rows = [(name, count, since) for name, count in PLACED]
    return Sheet("Danh sách", TITLE, ("Xã, phường", "Số người", "Từ ngày"), (40, 12, 14), rows)
