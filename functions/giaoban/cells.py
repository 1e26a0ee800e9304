"""What goes into a spreadsheet is shown by it, never run."""

import re

# What a spreadsheet takes for a formula (ASVS 1.2.10).
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
# Where one may split a file, however the file is written: at what its region or its reader's ticks make a separator.
_FORMULA = re.compile(r'(^|[,;|\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029])([ "\u00a0]*)(?=[=+\-@＝＋－＠\t\r])')


def harmless(text: str) -> str:
    """An apostrophe before whatever would be a formula, also behind a separator: shown as text by every spreadsheet."""
    return _FORMULA.sub(r"\1\2'", text)
