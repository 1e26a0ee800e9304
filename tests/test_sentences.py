"""Sentences that people read: where they may stand, as CONTRIBUTING says, and that somebody says each."""

import fnmatch
import json
import re
from functools import cache
from pathlib import Path

import pytest

from tools.lint import tracked

ROOT = Path(__file__).parents[1]
HOMES = "**Every sentence that a person reads**"
IN_SCRIPT = re.compile(r"""\bvi['"]?: ?['"`]""")
# A name put together as it is asked for: say(f"state_{state}"), t("status_" ~ line.status).
COMPOSED = re.compile(r"""["'`](\w+[_ ])(?:\$?\{|["'] ?(?:~|\+))|\}([_ ]\w+)["'`]""")


@cache
def texts() -> dict[str, str]:
    """What is ours to read, by path: neither tests nor what is written by a tool."""
    found = [path.relative_to(ROOT).as_posix() for path in tracked()]
    return {
        name: (ROOT / name).read_text("utf-8")
        for name in found
        if name.endswith((".json", ".js", ".py", ".html"))
        and not name.startswith(("tests/", "tools/node/"))
        and not name.endswith((".schema.json", "openapi.json"))
    }


def homes() -> list[str]:
    """The patterns that CONTRIBUTING names in the bullet about sentences."""
    (bullet,) = re.findall(
        rf"^- {re.escape(HOMES)}.*?(?=^- )", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M | re.S
    )
    return re.findall(r"`([^`]+)`", bullet)


def is_home(name: str, pattern: str) -> bool:
    return fnmatch.fnmatch(name, f"{pattern}*" if pattern.endswith("/") else f"*/{pattern}")


def has_sentences(name: str) -> bool:
    if name.endswith(".json"):
        return has_both(json.loads(texts()[name]))
    return name.endswith(".js") and IN_SCRIPT.search(texts()[name]) is not None


def has_both(node: object) -> bool:
    if isinstance(node, dict):
        return all(isinstance(node.get(language), str) for language in ("vi", "en")) or any(
            map(has_both, node.values())
        )
    return isinstance(node, list) and any(map(has_both, node))


def test_sentences_stand_where_contributing_says_and_nowhere_else() -> None:
    told = [name for name in texts() if has_sentences(name)]
    assert len(told) > 10
    assert [name for name in told if not any(is_home(name, pattern) for pattern in homes())] == []


@pytest.mark.parametrize("pattern", homes())
def test_every_home_that_contributing_names_is_lived_in(pattern: str) -> None:
    assert any(is_home(name, pattern) and has_sentences(name) for name in texts())


WORDS = [name for name in texts() if name.endswith(("/words.json", "/sentences.json"))]


@pytest.mark.parametrize("name", WORDS)
def test_every_word_is_said_somewhere(name: str) -> None:
    literal, begun, ended = said()
    words = set(json.loads(texts()[name])) - literal
    assert [each for each in words if not each.startswith(begun) and not each.endswith(ended)] == []


@cache
def said() -> tuple[set[str], tuple[str, ...], tuple[str, ...]]:
    """The names that code and templates ask for: whole, by their beginning, by their end."""
    source = "\n".join(text for each, text in texts().items() if each.endswith((".py", ".html")))
    composed = COMPOSED.findall(source)
    return (
        set(re.findall(r"""(?<=["'`])[\w ]+(?=["'`])""", source)),
        tuple({begun for begun, _ in composed if begun}),
        tuple({ended for _, ended in composed if ended}),
    )
