"""What the build leaves out of the apps' modules: comments, and nothing that runs."""

import json
import subprocess

from tests.browser.test_modules import NODE, ROOT
from tools.phone.lean import lean

TYPESCRIPT = "./tools/node/node_modules/typescript/lib/typescript.js"
# Both printed alike, without any comment.
PRINT = f"""
import ts from '{TYPESCRIPT}';
import {{ readFileSync }} from 'node:fs';
const compilerOptions = {{ target: 'ES2022', module: 'ES2022', removeComments: true, allowJs: true }};
const printed = (text) => ts.transpileModule(text, {{ compilerOptions, fileName: 'module.js' }}).outputText;
const pairs = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(pairs.filter(([, one, other]) => printed(one) !== printed(other)).map(([name]) => name)));
"""


def differing(pairs: list[tuple[str, str, str]]) -> list[str]:
    command = [str(NODE), "--input-type=module", "-e", PRINT]
    done = subprocess.run(command, input=json.dumps(pairs), cwd=ROOT, capture_output=True, text=True, check=True)
    return list(json.loads(done.stdout))


def test_without_its_comments_every_module_is_the_same_program() -> None:
    texts = {file: file.read_text(encoding="utf-8") for file in (ROOT / "site" / "app").rglob("*.js")}
    assert differing([(file.name, text, lean(text)) for file, text in texts.items()]) == []
    sizes = {file: len(lean(text)) for file, text in texts.items()}
    assert sum(sizes.values()) < 0.9 * sum(map(len, texts.values()))


def test_a_module_that_lost_more_than_comments_is_found() -> None:
    assert differing([("a.js", "/** A. */\nlet a = 1;", "let a = 1;"), ("b.js", "let b = 1;", "let b = 2;")]) == [
        "b.js"
    ]


def test_a_comment_at_the_end_of_a_line_and_a_cast_stay() -> None:
    text = "let a = /** @type {any} */ (b); // why\n"
    assert lean(text) == text
    assert lean(f"/**\n * What it is.\n */\n\n{text}") == text
