"""What the bench changes in a rule, and that each change is one that runs."""

import ast

import pytest

from tools.bench.mutated_rules import RULES
from tools.bench.mutations import mutated, mutations
from tools.bench.trials import ROOT, Trial


@pytest.mark.parametrize("source, becomes", [
    ("a < b", ["a <= b"]), ("a <= b < c", ["a < b < c", "a <= b <= c"]), ("a == b", ["a != b"]), ("a is not None", ["a is None"]),
    ("a and b", ["a or b"]), ("not a", ["a"]), ("a + 1", ["a - 1", "2"]), ("'x' + a", []), ("True", ["False"]),
    ("any(a)", ["all"]), ("b if a else c", ["b if not a else c"]),
])  # fmt: skip
def test_a_small_change_of_what_stands_there(source: str, becomes: list[str]) -> None:
    assert [each.becomes for each in mutations(source)] == becomes


def test_an_answer_is_lost_and_a_condition_turned_round() -> None:
    found = mutations("def f(a):\n    if a:\n        return a\n    return g(a)\n")
    assert [(each.line, each.becomes) for each in found] == [(2, "if not a:"), (3, "return None"), (4, "return None")]


def test_annotations_and_decorators_stay() -> None:
    assert mutations("@d(1)\ndef f(a: C[1]) -> D[2]:\n    x: E[3] = y\n") == []


@pytest.mark.parametrize("module", RULES)
def test_each_change_of_a_rule_makes_another_module(module: str) -> None:
    source = Trial(module).file.read_text(encoding="utf-8")
    found, whole = mutations(source), ast.unparse(ast.parse(source))
    for number in range(0, len(found), 7):
        assert ast.unparse(mutated(source, number)) != whole
        compile(mutated(source, number), module, "exec")


def test_every_rule_is_there_with_the_tests_that_mirror_it() -> None:
    for module, tests in RULES.items():
        assert Trial(module).file.is_file(), module
        assert all((ROOT / each).is_file() for each in tests if each.startswith("tests/")), module
