"""What goes into a spreadsheet is shown by it, never run."""

# What a spreadsheet takes for a formula (ASVS 1.2.10).
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def harmless(text: str) -> str:
    """An apostrophe before what would be a formula: shown as text by every spreadsheet."""
    return f"'{text}" if text.lstrip(" \n").startswith(STARTS_A_FORMULA) else text
