"""Numbers, days and moments as people of each language write them."""

from datetime import date, datetime

from giaoban.publish.edition import Language

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


def whole(value: int | None, language: Language) -> str:
    """1234 → 1.234 or 1,234; nothing known is a dash, never 0."""
    if value is None:
        return "–"
    text = f"{value:,}"
    return text.replace(",", ".") if language == "vi" else text


def signed(value: int | None, language: Language) -> str:
    """A change: +12, −3 (a true minus), ±0 as 0."""
    if value is None:
        return "–"
    return ("+" if value > 0 else "−" if value < 0 else "") + whole(abs(value), language)


def percent(hundredths: int | None, language: Language) -> str:
    """6213 → 62,13 % or 62.13%; whole percents without decimals."""
    if hundredths is None:
        return "–"
    number = f"{hundredths / 100:.2f}".rstrip("0").rstrip(".")
    return f"{number.replace('.', ',')}%" if language == "vi" else f"{number}%"


def points(hundredths: int | None, language: Language) -> str:
    """A change in percentage points."""
    if hundredths is None:
        return "–"
    sign = "+" if hundredths > 0 else "−" if hundredths < 0 else ""
    return sign + percent(abs(hundredths), language).rstrip("%")


def reported(value: int | bool | None, language: Language) -> str:
    """A figure as a unit sent it: a number, có/không, or a dash."""
    if isinstance(value, bool):
        return {"vi": ("không", "có"), "en": ("no", "yes")}[language][value]
    return whole(value, language)


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
    return datetime.fromisoformat(moment).strftime("%H:%M") if moment else "–"


def moment(text: str, language: Language) -> str:
    """16:48, 2/8/2025."""
    at = datetime.fromisoformat(text)
    return f"{at:%H:%M}, {full_day(at.date(), language)}"
