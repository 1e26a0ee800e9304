"""`make lock`: every lock file anew from pyproject.toml and package.json; names, versions and hashes, no addresses."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
NODE = ROOT / "tools" / "node"
COMPILE = ["pip", "compile", "--quiet", "--universal", "--generate-hashes", "--python-version", "3.13"]
# Each a dependency group of pyproject.toml and a layer of template.yaml.
LAYERS = ("documents", "sheets", "site")
MANNER = ["--custom-compile-command", "make lock"]


def main() -> int:
    """Compiles all of them; `--upgrade` takes the newest versions, otherwise what is pinned stays where it can."""
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv[1:] else []
    _compile(*upgrade, "pyproject.toml", "-o", "requirements.lock")
    _compile(*upgrade, "pyproject.toml", "--group", "dev", "-c", "requirements.lock", "-o", "requirements-dev.lock")
    for layer in LAYERS:
        _compile("--group", layer, "-c", "requirements-dev.lock", "-o", f"requirements-{layer}.lock")
    _compile(*upgrade, "tools/node/requirements.in", "-o", "tools/node/requirements.lock")
    _lock_node()
    return 0


def _compile(*arguments: str) -> None:
    uv = shutil.which("uv") or str(ROOT / ".uv" / "bin" / "uv")
    subprocess.run([uv, *COMPILE, *MANNER, *arguments], cwd=ROOT, check=True)


def _lock_node() -> None:
    tools = ROOT / ".venv" / "bin"
    command = [
        str(tools / "npm"),
        "install",
        "--package-lock-only",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--silent",
    ]
    with_node = {**os.environ, "PATH": os.pathsep.join([str(tools), os.environ["PATH"]])}
    subprocess.run(command, cwd=NODE, env=with_node, check=True)
    _without_addresses(NODE / "package-lock.json")


def _without_addresses(lock: Path) -> None:
    """npm's lock file would name where each package was fetched and where its authors ask for money."""
    content = json.loads(lock.read_text("utf-8"))
    for package in content["packages"].values():
        package.pop("funding", None)
        package.pop("resolved", None)
    lock.write_text(json.dumps(content, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
