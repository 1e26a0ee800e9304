"""Dates and times as an official Vietnamese document writes them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from giaoban.numbers import NOTHING

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


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
