"""`python -m tools.lint`: format, style, types, templates, campaign data, lock files, paths; all of them, each timed."""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from giaoban.campaign import CampaignRefused, load
from tools.template.lint import lint_template

ROOT = Path(__file__).parents[1]
BIN = ROOT / ".venv" / "bin"
TSC = str(ROOT / "tools" / "node" / "node_modules" / "typescript" / "bin" / "tsc")
LOCK_FILES = ("*.lock", "package-lock.json")
# A folder that only one machine has: whoever reads the file elsewhere is led astray.
HERE_ONLY = re.compile(r"(?<![\w.$}])/(?:root|home/\w+|Users/\w+|work)/[\w.]|" + re.escape(str(ROOT)))
MOST_LINES = 300
type Check = Callable[[], list[str]]


def main() -> int:
    """Runs every check; shows what those that fail say."""
    failed = [name for name, check in CHECKS.items() if not _passes(name, check)]
    print(f"lint: {', '.join(failed)} failed" if failed else "lint: all is well")
    return 1 if failed else 0


def _passes(name: str, check: Check) -> bool:
    started = time.monotonic()
    problems = check()
    print(f"{'✗' if problems else '✓'} {name:<34}{time.monotonic() - started:6.1f} s", flush=True)
    for problem in problems:
        print(f"    {problem}", flush=True)
    return not problems


def _says(*command: str) -> list[str]:
    """The lines of a tool that fails; nothing when it is content."""
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    said = (done.stdout + done.stderr).splitlines()
    return (said or [f"{Path(command[0]).name} failed without a word"]) if done.returncode else []


def _formatted() -> list[str]:
    return _says(str(BIN / "ruff"), "format", "--check", "--quiet", "--output-format", "concise", ".")


def _styled() -> list[str]:
    return _says(str(BIN / "ruff"), "check", "--quiet", "--output-format", "concise", ".")


def _typed() -> list[str]:
    return _says(str(BIN / "mypy"), "--no-error-summary")


def _typed_apps() -> list[str]:
    projects = sorted((ROOT / "site" / "app").glob("tsconfig*.json"))
    return [line for project in projects for line in _says(str(BIN / "node"), TSC, "--noEmit", "-p", str(project))]


def _campaigns() -> list[str]:
    folders = sorted(path for path in (ROOT / "schemas" / "campaigns").iterdir() if path.is_dir())
    return [problem for folder in folders for problem in _campaign(folder)]


def _campaign(folder: Path) -> list[str]:
    try:
        load(folder)
    except CampaignRefused as refused:
        return [f"{folder.name}: {mistake}" for mistake in refused.mistakes]
    return []


def _locks() -> list[str]:
    locks = [path for path in tracked() if any(path.match(name) for name in LOCK_FILES)]
    return [f"{path.relative_to(ROOT)} carries an address: make lock" for path in locks if "://" in _text(path)]


def _paths() -> list[str]:
    found = [(path, number, line) for path in tracked() for number, line in enumerate(_text(path).splitlines(), 1)]
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}" for path, number, line in found if names_here(line)
    ]


def names_here(line: str) -> bool:
    """Whether a line names a folder of one engineer's machine."""
    return HERE_ONLY.search(line) is not None


def _long() -> list[str]:
    lines = {path: _text(path).count("\n") for path in tracked() if path.suffix in {".py", ".js"}}
    return [f"{path.relative_to(ROOT)}: {count} lines" for path, count in lines.items() if count > MOST_LINES]


def tracked() -> list[Path]:
    """Every file that git has or would take."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


CHECKS: dict[str, Check] = {
    "format (ruff)": _formatted,
    "style (ruff)": _styled,
    "types of Python (mypy)": _typed,
    "types of the apps (tsc)": _typed_apps,
    "templates, written and translated": lambda: lint_template(ROOT),
    "campaigns": _campaigns,
    "lock files carry no address": _locks,
    "no path of one machine": _paths,
    f"no file over {MOST_LINES} lines": _long,
}

if __name__ == "__main__":
    sys.exit(main())
