"""Text typed for the fonts of before Unicode, TCVN3 (ABC) and VNI, which every other font shows as other letters.

Letters do not tell: “TuÊn” is written with letters of Vietnamese. Syllables do: that is none, and Tuấn is one.
Sources: TCVN 5712:1993, third table, with the capitals of its fonts; the VNI character set for Windows.
"""

import re
import unicodedata

from giaoban.syllables import ACUTE, DOT, GRAVE, HOOK, TILDE, is_syllable, words

_TCVN3 = str.maketrans(
    "¡¢§£¤¥¦¨©®ª«¬\u00adµ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂĐÊÔƠƯăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)
_CIRCUMFLEX, _BREVE = "\u0302", "\u0306"
# A vowel and the sign behind it, which shows over it; two vowels and some others are letters of their own.
_VNI_SIGNS = (
    dict(zip("øùõûï", (GRAVE, ACUTE, TILDE, HOOK, DOT), strict=True))
    | {sign: _CIRCUMFLEX + tone for sign, tone in zip("âàáãåä", ("", GRAVE, ACUTE, TILDE, HOOK, DOT), strict=True)}
    | {sign: _BREVE + tone for sign, tone in zip("êèéüúë", ("", GRAVE, ACUTE, TILDE, HOOK, DOT), strict=True)}
)
_VNI_LETTERS = dict(zip("ñôöæóòî", "đơưỉĩịỵ", strict=True))
_VNI = re.compile(f"([aeouyôö])([{''.join(_VNI_SIGNS)}])|[{''.join(_VNI_LETTERS)}]")


def is_for_an_old_font(text: str) -> bool:
    """Whether a word in it is no syllable as it stands and one in such a font. Names of other languages are neither."""
    return any(_is_odd(word) for word in words(text))


def outreads(text: str, letters: str) -> bool:
    """Whether bytes read as Vietnamese give more syllables than for either font; `letters`: the bytes as Latin-1."""
    return _syllables(text) > max(_syllables(_tcvn3(letters)), _syllables(_vni(letters)))


def _is_odd(word: str) -> bool:
    if word.isascii() or is_syllable(word):
        return False
    return any(is_syllable(read.lower()) for read in (_tcvn3(word), _vni(word)) if read != word)


def _syllables(text: str) -> int:
    return sum(is_syllable(word) for word in words(text) if not word.isascii())


def _tcvn3(text: str) -> str:
    return text.translate(_TCVN3)


def _vni(text: str) -> str:
    return unicodedata.normalize("NFC", _VNI.sub(_vni_letter, text.lower()))


def _vni_letter(found: re.Match[str]) -> str:
    letter, sign = found[1] or found[0], found[2]
    return _VNI_LETTERS.get(letter, letter) + (_VNI_SIGNS[sign] if sign else "")
