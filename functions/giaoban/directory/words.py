"""Names and e-mail addresses as somebody typed them: taken, or the reason why not. No value is told again."""

import re
import unicodedata

from giaoban.old_fonts import is_for_an_old_font
from giaoban.problem import Problem, problem

MAX_NAME, MAX_EMAIL = 100, 254
_NAME_SIGNS = frozenset(" .'’-(),/")
# What SMTP carries without quoting, begun by a letter or digit: no header, no second address, no formula fits in it.
_LOCAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_+'-]*(?:\.[A-Za-z0-9_+'-]+)*")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


def full_name(text: str, path: str) -> str | Problem:
    """In NFC with single spaces. It begins with a letter, so that no spreadsheet takes it for a formula."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name:
        return problem(path, "missing")
    if len(name) > MAX_NAME:
        return problem(path, "too_long", limit=MAX_NAME)
    if is_for_an_old_font(name):
        return problem(path, "old_font")
    if not name[0].isalpha() or not all(_may_stand_in_a_name(letter) for letter in name):
        return problem(path, "not_a_name")
    return name


def _may_stand_in_a_name(letter: str) -> bool:
    return letter in _NAME_SIGNS or unicodedata.category(letter)[0] in "LM" or letter in "0123456789"


def email_address(text: str, path: str) -> str | Problem:
    """One plain address, its domain in small letters."""
    local, at, domain = text.strip().rpartition("@")
    labels = domain.lower().split(".")
    is_sound = bool(
        at
        and len(text) <= MAX_EMAIL
        and len(local) <= 64
        and _LOCAL.fullmatch(local)
        and len(labels) > 1
        and all(_LABEL.fullmatch(label) for label in labels)
        and not labels[-1].isdigit()
    )
    return f"{local}@{domain.lower()}" if is_sound else problem(path, "not_an_email")
