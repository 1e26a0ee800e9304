"""Figures, dates and times as an official Vietnamese document writes them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOTHING = "–"


def number(value: int | None) -> str:
    """1234 as 1.234; what is not known as a dash, never as 0."""
    return NOTHING if value is None else f"{value:,}".replace(",", ".")


def change(value: int | None) -> str:
    """+12, −3, 0: always with its sign."""
    return number(value) if not value else f"{'+' if value > 0 else '−'}{number(abs(value))}"


def percent(hundredths: int | None) -> str:
    """6213 as 62,13%; 10000 as 100%."""
    return NOTHING if hundredths is None else f"{_hundredths(hundredths)}%"


def points(hundredths: int | None) -> str:
    """A change of a percentage, in percentage points: +1,5."""
    if not hundredths:
        return NOTHING if hundredths is None else "0"
    return f"{'+' if hundredths > 0 else '−'}{_hundredths(abs(hundredths))}"


def day_text(day: date | str) -> str:
    """02/08/2025."""
    return f"{_date(day):%d/%m/%Y}"


def day_in_words(day: date | str) -> str:
    """ngày 02 tháng 8 năm 2025: days below 10, January and February with a 0 (Decree 30/2020, annex I, 4.b)."""
    on = _date(day)
    return (
        f"ngày {on.day:02} tháng {on.month:02} năm {on.year}"
        if on.month < 3
        else f"ngày {on.day:02} tháng {on.month} năm {on.year}"
    )


def moment(at: str | datetime) -> datetime:
    """A time of the edition on the clock of Hanoi."""
    return (datetime.fromisoformat(at) if isinstance(at, str) else at).astimezone(ZONE)


def clock(at: str | datetime | None) -> str:
    """16:48."""
    return NOTHING if at is None else f"{moment(at):%H:%M}"


def clock_and_day(at: str | datetime) -> str:
    """16:48 ngày 02/08/2025."""
    return f"{clock(at)} ngày {day_text(moment(at).date())}"


def _date(day: date | str) -> date:
    return date.fromisoformat(day) if isinstance(day, str) else day


def _hundredths(value: int) -> str:
    whole, part = divmod(value, 100)
    return f"{number(whole)},{part:02}".rstrip("0").rstrip(",") if part else number(whole)
