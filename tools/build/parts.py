"""What build/ is made of: the parts in their order, what each is made from, and when it has to be made again."""

import fcntl
import hashlib
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.build.code import make_functions
from tools.build.folder import files_of, settle
from tools.build.layers import FONTS, SITE_SOURCES, make_documents_layer, make_sheets_layer, make_site_layer
from tools.build.packages import make_dependencies, make_runtime
from tools.build.pages import make_app, make_site

ROOT = Path(__file__).parents[2]
STAMPS = ".stamps"


@dataclass(frozen=True)
class Part:
    """One folder of build/: the files and folders it is made from, and the function that makes it."""

    name: str
    made_from: tuple[str, ...]
    make: Callable[[Path, Path, Path], None]

    def stamp(self, root: Path) -> str:
        """A hash of everything that the part depends on: its sources, this builder, the Python that compiles."""
        total = hashlib.sha256(sys.version.encode())
        for path in _inputs(root, (*self.made_from, "tools/build")):
            total.update(f"\0{path.relative_to(root)}\0".encode() + path.read_bytes())
        return total.hexdigest()


PARTS = (
    Part("dependencies", ("requirements.lock",), make_dependencies),
    Part("functions", ("requirements.lock", "template.yaml", "functions", "schemas"), make_functions),
    Part("runtime", ("requirements-dev.lock",), make_runtime),
    Part("layers/documents", ("requirements.lock", "requirements-documents.lock", FONTS), make_documents_layer),
    Part("layers/sheets", ("requirements.lock", "requirements-sheets.lock"), make_sheets_layer),
    Part("app", ("site/app", "tools/phone", "schemas/campaigns"), make_app),
    Part("layers/site", ("requirements.lock", "requirements-site.lock", *SITE_SOURCES), make_site_layer),
    Part("site", ("requirements-dev.lock", *SITE_SOURCES, "functions/giaoban", "schemas"), make_site),
)


def build_all(build: Path) -> Iterator[tuple[str, float]]:
    """Makes the parts that are missing or old; yields each one made, with its seconds.

    Two builds at once wait for each other. Raises CalledProcessError when a tool fails.
    """
    build.mkdir(parents=True, exist_ok=True)
    with (build / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for part in PARTS:
            started = time.monotonic()
            if refresh(part, build):
                yield part.name, time.monotonic() - started


def refresh(part: Part, build: Path, root: Path = ROOT) -> bool:
    """Makes build/<part> when it is missing or older than its sources; whether it did.

    Raises CalledProcessError, with what the tool said, when a tool fails.
    """
    target, stamp = build / part.name, build / STAMPS / part.name
    wanted = part.stamp(root)
    if target.is_dir() and stamp.is_file() and stamp.read_text("utf-8") == wanted:
        return False
    new = target.with_name(f".{target.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    part.make(root, build, new)
    settle(new)
    _swap(new, target)
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(wanted, "utf-8")
    return True


def _swap(new: Path, target: Path) -> None:
    """Puts the finished folder in its place at once: nobody who runs the old one sees half of the new one."""
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _inputs(root: Path, names: Iterable[str]) -> list[Path]:
    found = [root / name for name in names]
    return [file for each in found for file in ([each] if each.is_file() else files_of(each))]
