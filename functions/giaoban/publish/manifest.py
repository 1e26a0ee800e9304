"""What a build consists of: each file's hash, type and caching; and in which order it may be shown."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from giaoban.publish.afterwards.headers import cache_of, type_of

type Manifest = Mapping[str, str]
HOME = ("index.html", "en/index.html")
# Invalidating everything costs a CDN as much as one path.
MOST_PATHS = 15


@dataclass(frozen=True)
class Sent:
    """How one file travels."""

    path: str
    sha256: str

    @property
    def type(self) -> str:
        return type_of(self.path)

    @property
    def cache(self) -> str:
        return cache_of(self.path)


def manifest_of(site: Path) -> dict[str, str]:
    """Every file of a built site with its SHA-256, by its path."""
    files = sorted(file for file in site.rglob("*") if file.is_file())
    return {file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def build_id(manifest: Manifest) -> str:
    """The same files are the same build, whenever made."""
    return hashlib.sha256(text_of(manifest)).hexdigest()[:32]


def text_of(manifest: Manifest) -> bytes:
    return json.dumps(manifest, sort_keys=True, separators=(",", ":")).encode()


def is_asset(path: str) -> bool:
    """What pages are made with: it comes first, and goes one build later than the last page that names it."""
    return path.startswith(("assets/", "anh/")) or path == "_headers.json"


def rank(path: str) -> int:
    """Assets, data, pages, home: a visitor never sees a page whose parts are missing."""
    if path in HOME:
        return 3
    return 0 if is_asset(path) else 1 if path.startswith("data/") else 2


def in_waves(paths: set[str]) -> list[list[str]]:
    """The paths wave by wave; within a wave any order will do. Of pages the deeper come before those that list them."""
    pages = {path for path in paths if rank(path) == 2}
    depths = sorted({path.count("/") for path in pages}, reverse=True)
    waves = [[path for path in paths if rank(path) == step] for step in (0, 1)]
    waves += [[path for path in pages if path.count("/") == depth] for depth in depths]
    waves.append([path for path in paths if rank(path) == 3])
    return [sorted(wave) for wave in waves if wave]


def invalidated(paths: set[str]) -> list[str]:
    """What a CDN has to forget: addresses as visitors ask for them, and as its own function writes them; assets change
    their names instead."""
    changed = {path for path in paths if not path.startswith("assets/")}
    asked = sorted({f"/{name}" for path in changed for name in (path, path.removesuffix("index.html"))})
    return asked if len(asked) <= MOST_PATHS else ["/*"]
