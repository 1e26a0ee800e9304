"""Days and moments as people of each language write them."""

from datetime import date, datetime

from giaoban.language import Language
from giaoban.numbers import NOTHING

_WEEKDAYS = {
    "vi": ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def long_day(day: date, language: Language) -> str:
    weekday = _WEEKDAYS[language][day.weekday()]
    if language == "vi":
        return f"{weekday}, {day.day}/{day.month}/{day.year}"
    return f"{weekday} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def short_day(day: date, language: Language) -> str:
    return f"{day.day}/{day.month}" if language == "vi" else f"{day.day} {_MONTHS[day.month - 1][:3]}"


def full_day(day: date, language: Language) -> str:
    return f"{day.day}/{day.month}/{day.year}" if language == "vi" else f"{short_day(day, language)} {day.year}"


def clock(moment: str | None) -> str:
    """The campaign's own time of day: moments in editions carry its offset."""
    return datetime.fromisoformat(moment).strftime("%H:%M") if moment else NOTHING


def moment(text: str, language: Language) -> str:
    """16:48, 2/8/2025."""
    at = datetime.fromisoformat(text)
    return f"{at:%H:%M}, {full_day(at.date(), language)}"
