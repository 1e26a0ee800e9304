"""Whether an answer wishes for no more messages, in the words that people use for it; what else it may say is not guessed."""

import json
import re
from functools import cache
from pathlib import Path

from giaoban.fold import fold_for_matching, spelled
from giaoban.shown import as_shown

_WORD = re.compile(r"\w+")


def wants_no_more(text: str) -> bool:
    """“Dừng nhắn tin”, “Stop. Thank you”, “Không nhận nữa”: one of its words says so, and none says anything else.

    With its tone a word is that word alone: “Đúng” is no “Dừng”. Without accents it is any that is spelled so.
    """
    meanings = [_kinds().get(word, frozenset()) for word in _words(text)]
    said = frozenset[str]().union(*meanings)
    return all(meanings) and ("alone" in said or {"not", "receiving"} <= said)


def _words(text: str) -> list[str]:
    return [spelled(word) for word in _WORD.findall(as_shown(text))]


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Each word as it is spelled and without its accents → what it can be."""
    listed = json.loads(Path(__file__).with_name("wishes.json").read_text(encoding="utf-8"))
    found: dict[str, frozenset[str]] = {}
    for kind, words in listed.items():
        for word in words:
            for written in (spelled(word), fold_for_matching(word)):
                found[written] = found.get(written, frozenset()) | {kind}
    return found
