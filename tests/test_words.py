"""One thing has one word in every Vietnamese text: words that somebody once swept out do not come back.

The table is kept by hand, `words.csv` beside this file: a pattern, the word to write instead, and the files in which the
pattern means something else. A new line is tried on the texts as they stand before anything is renamed.
"""

import csv
import fnmatch
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.test_sentences import homes, is_home, texts
from tools.lint import tracked

ROOT = Path(__file__).parents[1]
MARKED = re.compile("[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]", re.IGNORECASE)
IN_QUOTES = re.compile(r"'((?:[^'\\\n]|\\.)*)'")
CODE = re.compile(r"```.*?```|`[^`]*`|\]\([^)]*\)", re.DOTALL)
FURTHER = ("*/fields.json", "site/mkdocs.yml", "site/docs/vi/*.md", "tools/runner/dev/*.html")


class Swept(NamedTuple):
    """`pattern` is a regular expression over one text in lower case; `elsewhere` are names of files, with a space between."""

    pattern: str
    instead: str
    elsewhere: str

    def is_in(self, name: str, text: str) -> bool:
        return re.search(self.pattern, text) is not None and name not in self.elsewhere.split()


def swept() -> list[Swept]:
    with (Path(__file__).parent / "words.csv").open(encoding="utf-8", newline="") as file:
        return [Swept(*row) for row in csv.reader(file)][1:]


@cache
def vietnamese() -> dict[str, list[str]]:
    """What people read in Vietnamese, by file: each text in lower case and on one line."""
    found = [path.relative_to(ROOT).as_posix() for path in tracked()]
    names = [name for name in texts() if any(is_home(name, each) for each in homes())]
    names += [name for name in found if any(fnmatch.fnmatch(name, each) for each in FURTHER)]
    files = {name: (ROOT / name).read_text("utf-8") for name in names}
    return {name: [plain(each) for each in told(name, text) if MARKED.search(each)] for name, text in files.items()}


def told(name: str, text: str) -> Iterator[str]:
    if name.endswith(".json"):
        yield from strings(json.loads(text))
    elif name.endswith(".js"):
        yield from IN_QUOTES.findall(text)
    elif name.endswith(".md"):
        yield from re.split(r"\n\n|\n(?=[-|#\d])", CODE.sub(" ", text))
    else:
        yield from re.sub(r'<small lang="en">.*?</small>|<[^>]*>', "\n", text, flags=re.DOTALL).splitlines()


def strings(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for each in node.values() if isinstance(node, dict) else node:
            yield from strings(each)


def plain(text: str) -> str:
    """In lower case, on one line, placeholders without their names."""
    return re.sub(r"\{\w+\}", "{}", " ".join(text.replace("\\u00a0", " ").split()).lower())


def test_the_texts_are_found() -> None:
    assert {"functions/giaoban/sentences.json", "site/docs/vi/huong-dan/gui-bao-cao.md", "site/mkdocs.yml"} <= set(
        vietnamese()
    )
    assert sum(map(len, vietnamese().values())) > 1500


@pytest.mark.parametrize("each", swept(), ids=lambda each: each.instead)
def test_one_thing_has_one_word(each: Swept) -> None:
    found = [(name, text) for name, said in vietnamese().items() for text in said if each.is_in(name, text)]
    assert found == []
