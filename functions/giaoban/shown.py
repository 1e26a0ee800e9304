"""Text as a screen shows it: what programs put between the letters unseen is no part of what somebody typed."""

import unicodedata

_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
# Controls, formats (joiners, marks of direction and of byte order, the soft hyphen) and halves of letters.
_UNSEEN = {"Cc", "Cf", "Cs"}
# Fillers and variation selectors, which Unicode counts among letters and marks and tells programs to show nothing for.
_IGNORED = frozenset("\u034f\u115f\u1160\u3164\uffa0") | {chr(each) for each in range(0xFE00, 0xFE10)}


def as_shown(text: str) -> str:
    """In NFC, in one line with single spaces, full-width letters and digits as plain ones, without unseen letters."""
    seen = "".join(each for each in text if each.isspace() or not _is_unseen(each))
    return unicodedata.normalize("NFC", " ".join(seen.translate(_WIDE).split()))


def _is_unseen(letter: str) -> bool:
    return letter in _IGNORED or unicodedata.category(letter) in _UNSEEN
