"""Python and JavaScript answer every rule alike: the shared vectors, the real forms' rules, and a thousand made up."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.campaign.expression import holds

ROOT = Path(__file__).parents[2]
NODE = shutil.which("node", path=str(ROOT / ".venv" / "bin")) or "node"
HOW_MANY = 1000
JUDGE = """
import { readFileSync } from 'node:fs';
import { holds } from './site/app/shared/rules.js';
const cases = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(cases.map(({ holds: rule, values }) => holds(rule, values))));
"""
NAMES = ["a", "b", "earlier.a", "usual.b"]
FLAGS = ["p", "earlier.p"]
# Products stay where JavaScript's numbers are exact.
numbers = st.recursive(
    st.integers(-1000, 100_000) | st.sampled_from(NAMES).map(lambda name: {"var": name}),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: {"-": list(pair)}),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"+": parts}),
        st.tuples(inner, st.integers(0, 9)).map(lambda pair: {"*": list(pair)}),
    ),
    max_leaves=5,
)
flags = st.booleans() | st.sampled_from(FLAGS).map(lambda name: {"var": name})
compared = st.one_of(
    st.tuples(st.sampled_from(["==", "!=", "<", "<=", ">", ">="]), numbers, numbers),
    st.tuples(st.sampled_from(["==", "!="]), flags, flags),
).map(lambda made: {made[0]: [made[1], made[2]]})
rules = st.recursive(
    compared | flags,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["and", "or"]), st.lists(inner, min_size=1, max_size=3)).map(
            lambda made: {made[0]: made[1]}
        ),
        inner.map(lambda part: {"!": [part]}),
    ),
    max_leaves=4,
)
values = st.fixed_dictionaries(
    {}, optional={**dict.fromkeys(NAMES, st.integers(0, 100_000)), **dict.fromkeys(FLAGS, st.booleans())}
)


SHARES = """
import { readFileSync } from 'node:fs';
import { percentage, writePercent } from './site/app/dieu-hanh/shares.js';
const cases = JSON.parse(readFileSync(0, 'utf8'));
const read = (share) => ({ share, vi: writePercent(share, 'vi'), en: writePercent(share, 'en') });
process.stdout.write(JSON.stringify(cases.map(({ above, below, goal }) => read(percentage(above, below, goal)))));
"""


def in_javascript(cases: list[dict[str, Any]], program: str = JUDGE) -> list[Any]:
    done = subprocess.run(
        [NODE, "--input-type=module", "-e", program],
        input=json.dumps(cases),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    answers: list[Any] = json.loads(done.stdout)
    return answers


def test_both_languages_answer_every_vector_as_it_says() -> None:
    vectors = json.loads((ROOT / "schemas" / "vectors" / "rules.json").read_text(encoding="utf-8"))
    expected = [each["result"] for each in vectors]
    assert in_javascript(vectors) == expected
    assert [holds(each["holds"], each["values"]) for each in vectors] == expected


def test_a_share_that_a_page_works_out_reads_as_in_the_documents() -> None:
    table = json.loads((ROOT / "schemas" / "vectors" / "shares.json").read_text(encoding="utf-8"))
    assert in_javascript(table, SHARES) == [{name: line[name] for name in ("share", "vi", "en")} for line in table]


def test_both_languages_answer_a_thousand_made_up_rules_alike() -> None:
    cases: list[dict[str, Any]] = []

    @settings(max_examples=HOW_MANY)
    @given(rules, values)
    def collect(rule: Any, known: dict[str, int | bool]) -> None:
        cases.append({"holds": rule, "values": known})

    collect()
    assert len(cases) >= HOW_MANY
    in_python = [holds(each["holds"], each["values"]) for each in cases]
    assert {True, False, None} <= set(in_python)
    assert in_javascript(cases) == in_python


def test_both_languages_find_the_same_in_the_real_forms() -> None:
    """Each rule of each form, written out per figure, on figures at and around each other."""
    from giaoban.campaign import load
    from giaoban.schemas import schemas_folder

    forms = load(schemas_folder() / "campaigns" / "hanoi-45").forms
    cases = [
        {"holds": rule.holds, "values": {name: (i * step) % 7 for i, name in enumerate(sorted(rule.variables))}}
        for form in forms.values()
        for rule in form.rules
        for step in range(5)
    ]
    assert in_javascript(cases) == [holds(each["holds"], each["values"]) for each in cases]
