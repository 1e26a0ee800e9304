"""Every sentence that code names exists in both languages, takes the same values in both, and is used."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import giaoban
from giaoban import problem, schema_problems
from giaoban.problem import GiaobanError
from giaoban.text import Text

CODE = Path(giaoban.__file__).parent
SENTENCES: dict[str, dict[str, str]] = json.loads((CODE / "sentences.json").read_text(encoding="utf-8"))
TREES = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(CODE.rglob("*.py"))]

# Where the name stands among the arguments of what speaks.
SPEAKERS = {"sentence": 0, "problem": 1, "_conflict": 0, "Broken": 0} | {
    name: 0 for name, each in vars(problem).items() if isinstance(each, type) and issubclass(each, GiaobanError)
}


def calls() -> Iterator[tuple[str, set[str]]]:
    """The names that code speaks by, each with the values it gives."""
    for node in (node for tree in TREES for node in ast.walk(tree)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPEAKERS:
            place = SPEAKERS[node.func.id]
            if len(node.args) > place and isinstance(node.args[place], ast.Constant):
                yield node.args[place].value, {word.arg for word in node.keywords if word.arg}  # type: ignore[attr-defined]


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{([^}]*)\}", text))


CALLS = list(calls())
# Violations of a schema find theirs in a table; what is not in it is “invalid”.
BY_TABLE = {*schema_problems._SENTENCES.values(), *schema_problems._TYPES.values(), "invalid"}
# A list's rules say how somebody is refused who stands in it twice.
BY_TABLE |= {
    word.value.value
    for tree in TREES
    for word in ast.walk(tree)
    if isinstance(word, ast.keyword) and word.arg == "twice" and isinstance(word.value, ast.Constant)
}


def test_the_search_finds_what_it_should() -> None:
    assert {"refused", "no_session", "says_nothing", "corrections_closed", "link_asked_for"} <= {
        name for name, _ in CALLS
    }


@pytest.mark.parametrize("name", sorted({name for name, _ in CALLS} | BY_TABLE))
def test_what_code_says_has_a_sentence(name: str) -> None:
    assert name in SENTENCES


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_stands_in_both_languages_and_takes_the_same_values(name: str) -> None:
    assert set(SENTENCES[name]) == {"vi", "en"}
    assert all(text.strip() == text and text[-1] in ".!?…" for text in SENTENCES[name].values())
    assert placeholders(SENTENCES[name]["vi"]) == placeholders(SENTENCES[name]["en"])


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_is_used(name: str) -> None:
    assert name in {name for name, _ in CALLS} | BY_TABLE


@pytest.mark.parametrize("name, given", CALLS)
def test_a_sentence_gets_every_value_it_needs(name: str, given: set[str]) -> None:
    needed = placeholders(SENTENCES[name]["vi"])
    # `_conflict` gives its revision itself.
    assert needed <= given | ({"revision"} if name == "another_came_first" else set())


@pytest.mark.parametrize(
    "value, vi, en",
    [(0, "0", "0"), (999, "999", "999"), (1234567, "1.234.567", "1,234,567"), (-1000, "-1.000", "-1,000"),
     (True, "có", "yes"), (False, "không", "no"), ("024 0000 0000", "024 0000 0000", "024 0000 0000")],
)  # fmt: skip
def test_a_value_reads_as_each_language_writes_it(value: int | bool | str, vi: str, en: str) -> None:
    assert Text("{x}", "{x}").fill({"x": value}) == Text(vi, en)
