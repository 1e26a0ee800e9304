"""The apps' own rules, run by Node: unit tests, one sentence in two languages, sizes."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
APP = ROOT / "site" / "app"
FORM = APP / "bao-cao"
APPS = [pytest.param(APP / name, id=name) for name in ("shared", "bao-cao", "dieu-hanh", "danh-ba")]
# Sentences whose keys are put together at run time.
MADE = (
    *("state_", "flag_", "difficultiesHint", "proposalsHint"),
    *("count_", "need_", "sort_", "kind_", "role_", "outcome_", "choice_", "story_"),
    *("channel_", "field_", "language_", "order_", "show_", "what_", "why_"),
)
NODE_TESTS = Path(__file__).parent / "node"
# The wheel's Node stands beside Python; the machine's own serves as well.
NODE = shutil.which("node", path=str(ROOT / ".venv" / "bin")) or shutil.which("node")


def run_node(*arguments: str) -> str:
    assert NODE, "Node is missing: run `make setup`"
    done = subprocess.run([NODE, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("file", sorted(NODE_TESTS.glob("*.test.mjs")), ids=lambda file: file.name)
def test_the_modules_pass_their_own_tests(file: Path) -> None:
    run_node("--test", str(file.relative_to(ROOT)))


@pytest.mark.parametrize("app", APPS)
def test_every_sentence_stands_in_both_languages(app: Path) -> None:
    lines = [line for line in texts_of(app).splitlines() if re.match(r"  \w+: \{", line)]
    assert len(lines) > 5
    assert [line for line in lines if not re.search(r"\bvi: '.+', en: '.+' \},$", line)] == []


@pytest.mark.parametrize("app", APPS)
def test_both_languages_of_a_sentence_hold_the_same_values(app: Path) -> None:
    for line in texts_of(app).splitlines():
        if found := re.match(r"  (\w+): \{ vi: '(.+)', en: '(.+)' \},$", line):
            assert set(re.findall(r"\{\w+\}", found[2])) == set(re.findall(r"\{\w+\}", found[3])), found[1]


def test_every_sentence_of_the_wing_is_used_and_none_is_said_again_by_a_page() -> None:
    said = {key: line for name in ("words.js", "texts.js") for key, line in _lines(APP / "shared" / name).items()}
    assert len(said) > 40
    pages = [
        file for file in APP.rglob("*.js") if file.parent.name != "shared" or file.name not in ("words.js", "texts.js")
    ]
    code = "\n".join(file.read_text(encoding="utf-8") for file in pages if file.name != "texts.js")
    assert [key for key in said if not key.startswith(MADE) and not re.search(rf"\b{key}\b", code)] == []
    own = [file for file in pages if file.name == "texts.js"]
    assert [(file, key) for file in own for key, line in _lines(file).items() if said.get(key) == line] == []


def _lines(file: Path) -> dict[str, str]:
    return dict(re.findall(r"^  (\w+): (\{.+\}),$", file.read_text(encoding="utf-8"), re.M))


@pytest.mark.parametrize("app", APPS[1:])
def test_every_sentence_is_used(app: Path) -> None:
    """By the page, or by the import of a list, which asks its page what the list is called."""
    keys = re.findall(r"^  (\w+): \{", texts_of(app), re.M)
    modules = [*app.glob("*.js"), *(APP / "shared" / "import").glob("*.js")]
    code = "\n".join(file.read_text(encoding="utf-8") for file in modules if file.name != "texts.js")
    assert [key for key in keys if not key.startswith(MADE) and not re.search(rf"\b{key}\b", code)] == []


@pytest.mark.parametrize("app", APPS)
def test_what_opens_a_report_is_called_by_one_word(app: Path) -> None:
    """“liên kết”, neither “link” nor “đường dẫn”."""
    spoken = re.findall(r"vi: '(.+)', en:", texts_of(app))
    assert [each for each in spoken if re.search(r"\blink\b(?!\})|đường dẫn", each, re.I)] == []


@pytest.mark.parametrize("app", APPS)
def test_no_module_has_markup_or_vietnamese_of_its_own(app: Path) -> None:
    vietnamese = re.compile(r"'[^'\n]*[à-ỹđĐ][^'\n]*'")
    comment_or_pattern = re.compile(r"/\*\*.*?\*/|/đ/g", re.S)
    for file in app.glob("*.js"):
        text = file.read_text(encoding="utf-8")
        assert "innerHTML" not in text, file.name
        assert file.name in ("texts.js", "words.js") or not vietnamese.search(comment_or_pattern.sub("", text)), (
            file.name
        )


def texts_of(app: Path) -> str:
    files = [file for name in ("words.js", "texts.js") if (file := app / name).is_file()]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)
