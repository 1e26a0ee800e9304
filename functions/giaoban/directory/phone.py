"""Vietnamese mobile numbers in any usual notation, as +84 and nine digits; anything else with the reason.

Sources: the national numbering plan (Circular 22/2014/TT-BTTTT and the change of 2018 from 11 to 10 digits).
"""

import re
import unicodedata

from giaoban.problem import Problem, problem

# The two digits after +84 that mobile networks use.
PREFIXES = frozenset(
    f"{first}{second}"
    for first, seconds in {"3": "23456789", "5": "25689", "7": "06789", "8": "123456789", "9": "012346789"}.items()
    for second in seconds
)
# Before September 2018: 0162 345 6789, which rings nowhere any more.
_OLD = re.compile(r"1(?:2\d|6[2-9]|86|88|99)\d{7}")
_LANDLINE = re.compile(r"2\d{8,9}")
# What stands between digits; NFKC has made ASCII of full-width digits and no-break spaces.
_BETWEEN = re.compile(r"[\s().\-\u2010-\u2015\u2212\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
_WRITTEN = re.compile(r"(\+?)([0-9]{1,15})")
MOST = 60


def mobile(text: str, path: str, test_numbers: str | None = None) -> str | Problem:
    """`+84912345678`, or why it is none. `test_numbers`: a prefix that rings nowhere, of the campaign's own data."""
    if len(text) > MOST:
        return problem(path, "not_a_mobile")
    plain = _BETWEEN.sub("", unicodedata.normalize("NFKC", text))
    if re.search(r"[/;,|]", plain):
        return problem(path, "several_numbers")
    found = _WRITTEN.fullmatch(plain)
    if not found:
        return problem(path, "not_a_mobile")
    if test_numbers and len(plain) == 12 and plain.startswith(test_numbers):
        return plain
    number = _national(found[1], found[2])
    return problem(path, "foreign_number") if number is None else _judged(number, path)


def _judged(number: str, path: str) -> str | Problem:
    if len(number) == 9 and number[:2] in PREFIXES:
        return f"+84{number}"
    if _LANDLINE.fullmatch(number):
        return problem(path, "landline")
    if _OLD.fullmatch(number):
        return problem(path, "old_number")
    return problem(path, "not_a_mobile")


def _national(plus: str, digits: str) -> str | None:
    """The digits after the country code or the leading 0; None for a number of another country.

    Spreadsheets take the leading 0 of 0912… away: nine digits are taken as what they were.
    """
    if not plus and digits.startswith("00"):
        plus, digits = "+", digits[2:]
    if plus and not digits.startswith("84"):
        return None
    if plus or (digits.startswith("84") and len(digits) > 10):
        return digits[2:].removeprefix("0")  # +84 (0)912…
    return digits.removeprefix("0")


def as_written_here(number: str) -> str:
    """`0912 345 678`, which no spreadsheet takes for a number or a formula; a test number as `+84 000 000 001`."""
    digits = number.removeprefix("+84")
    return f"{'+84 ' if digits.startswith('0') else '0'}{digits[:3]} {digits[3:6]} {digits[6:]}"
