"""`python -m tests.frozen.record` records again what today's code answers and makes of the stored days.

Only when a behaviour is meant to change, in the commit that changes it, whose body names what changed and why: look at
`git diff --stat` and at what the tests said before. Never to make a red test green. The stored days stay as they are.
"""

import json
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.frozen.answered import answers
from tests.frozen.packed import pack
from tests.frozen.rendered import texts
from tests.frozen.shown import site
from tests.frozen.stored import stored_days

ROOT = Path(__file__).parents[2]


@contextmanager
def _dynalite() -> Iterator[str]:
    command = [ROOT / ".venv/bin/node", ROOT / "tests/engines/dynalite.js"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdin
        assert running.stdout
        yield f"http://127.0.0.1:{int(running.stdout.readline())}"
        running.stdin.close()


def main() -> None:
    pack("openapi.json.xz", json.loads((ROOT / "schemas/openapi.json").read_text("utf-8")))
    with _dynalite() as engine, stored_days(engine) as stored:
        pack("answers.json.xz", dict(answers(stored)))
        pack("documents.json.xz", texts(stored))
    with tempfile.TemporaryDirectory() as folder:
        pack("site.json.xz", site(Path(folder)))


if __name__ == "__main__":
    main()
