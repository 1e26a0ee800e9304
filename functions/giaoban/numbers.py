"""Numbers as people of each language write them. What is not known is a dash, never 0.

Without a language they are Vietnamese, as official documents are.
"""

from giaoban.language import Language

NOTHING = "–"
_NO_AND_YES = {"vi": ("không", "có"), "en": ("no", "yes")}


def whole(value: int | None, language: Language = "vi") -> str:
    """1234 as 1.234 or 1,234."""
    if value is None:
        return NOTHING
    text = f"{value:,}"
    return text.replace(",", ".") if language == "vi" else text


def signed(value: int | None, language: Language = "vi") -> str:
    """A change, always with its sign: +12, −3 (a true minus), 0."""
    return whole(value, language) if not value else _sign(value) + whole(abs(value), language)


def percent(hundredths: int | None, language: Language = "vi") -> str:
    """6213 as 62,13% or 62.13%; 10000 as 100%."""
    return NOTHING if hundredths is None else f"{_hundredths(hundredths, language)}%"


def points(hundredths: int | None, language: Language = "vi") -> str:
    """A change of a percentage, in percentage points: +1,5 or +1.5, 0."""
    if not hundredths:
        return whole(hundredths, language)
    return _sign(hundredths) + _hundredths(abs(hundredths), language)


def reported(value: int | bool | None, language: Language = "vi") -> str:
    """A figure as a unit sent it: a number, có or không, or a dash."""
    return _NO_AND_YES[language][value] if isinstance(value, bool) else whole(value, language)


def _sign(value: int) -> str:
    return "+" if value > 0 else "−"


def _hundredths(value: int, language: Language) -> str:
    """Of a number that is not negative; without needless zeros."""
    units, part = divmod(value, 100)
    text = whole(units, language)
    return f"{text}{',' if language == 'vi' else '.'}{part:02}".rstrip("0") if part else text
