"""Text without its diacritics: for comparing what people type, for searching, and for what an SMS can carry."""

import re
import unicodedata

_APART = re.compile(r"[\W_]+")


def unaccented(text: str) -> str:
    """The same letters without marks; NFD leaves Đ and đ as they are, so they are named."""
    marked = unicodedata.normalize("NFD", text).replace("Đ", "D").replace("đ", "d")
    return "".join(letter for letter in marked if unicodedata.category(letter) != "Mn")


def fold_for_matching(text: str) -> str:
    """For comparing what two people typed: no marks, no capitals, one space between words, nothing else."""
    return _APART.sub(" ", unaccented(unicodedata.normalize("NFKC", text)).casefold()).strip()


def fold_for_search(text: str) -> str:
    """In lower case and without diacritics: “Đường truyền” is “duong truyen”. NFD does not take Đ apart."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
