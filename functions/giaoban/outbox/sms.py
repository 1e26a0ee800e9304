"""What an SMS carries: GSM-7 letters (3GPP TS 23.038), 160 in one message, 153 in each part of a longer one."""

import math
import unicodedata

from giaoban.fold import unaccented

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
# Each takes the room of two.
EXTENDED = frozenset("\f^{}\\[~]|€")
ONE, EACH = 160, 153


def fold_to_gsm(text: str) -> str:
    """Without diacritics and typographic signs: accented Vietnamese has room for 70 letters only."""
    plain = unaccented(text).translate(_PLAIN)
    return unicodedata.normalize("NFC", plain)


_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "\u00a0": " "})


def is_gsm7(text: str) -> bool:
    return all(letter in BASIC or letter in EXTENDED for letter in text)


def septets(text: str) -> int:
    return sum(2 if letter in EXTENDED else 1 for letter in text)


def parts(text: str) -> int:
    """How many messages a carrier bills; what is not GSM-7 has room for 70 (67) letters of UTF-16."""
    if not is_gsm7(text):
        letters = len(text.encode("utf-16-be")) // 2
        return 1 if letters <= 70 else math.ceil(letters / 67)
    length = septets(text)
    return 1 if length <= ONE else math.ceil(length / EACH)
