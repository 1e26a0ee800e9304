"""Where something broke, told without a word of what was being worked on."""

from pathlib import Path
from traceback import extract_tb


def where(error: BaseException) -> list[str]:
    """File and line of each call, without the exception's words: those may be the sender's."""
    return [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in extract_tb(error.__traceback__)]
