"""Text without its diacritics: for comparing what people type, for searching, and for what an SMS can carry."""

import re
import unicodedata

_APART = re.compile(r"[\W_]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_BETWEEN_SYLLABLES = re.compile(r"[^\w\u0300-\u036f]+")


def unaccented(text: str) -> str:
    """The same letters without marks; NFD leaves Đ and đ as they are, so they are named."""
    marked = unicodedata.normalize("NFD", text).replace("Đ", "D").replace("đ", "d")
    return "".join(letter for letter in marked if unicodedata.category(letter) != "Mn")


def fold_for_matching(text: str) -> str:
    """For comparing what two people typed: no marks, no capitals, one space between words, nothing else."""
    return _APART.sub(" ", unaccented(unicodedata.normalize("NFKC", text)).casefold()).strip()


def spelled(text: str) -> str:
    """For telling apart: “Hoa” and “Hòa” differ, “Hoà” and “Hòa” do not: a syllable's tone stands after its letters."""
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(_tone_last(syllable) for syllable in _BETWEEN_SYLLABLES.split(plain) if syllable)


def _tone_last(syllable: str) -> str:
    letters = "".join(each for each in syllable if each not in _TONES)
    return letters + "".join(each for each in syllable if each in _TONES)


def fold_for_search(text: str) -> str:
    """In lower case and without diacritics: “Đường truyền” is “duong truyen”. NFD does not take Đ apart."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
