"""Every campaign, each read when it is first asked for: reading 34 at once would make a start twice as long.

Whether a folder is sound is asked when the artefact is built, which lays a stamp beside it. What carries no stamp, or has
changed since, is checked when it is read. A broken campaign never starts.
"""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from giaoban.campaign.campaign import Campaign
from giaoban.campaign.read_campaign import read_checked
from giaoban.schemas import schemas_folder


class Campaigns(Mapping[str, Campaign]):
    """The campaigns of a folder by slug, which is the name of each one's own folder. Reading raises CampaignRefused."""

    def __init__(self, folder: Path) -> None:
        self._folders = {file.parent.name: file.parent for file in sorted(folder.glob("*/campaign.json"))}
        self._read: dict[str, Campaign] = {}

    def __getitem__(self, slug: str) -> Campaign:
        if slug not in self._read:
            folder = self._folders[slug]
            self._read[slug] = read_checked(folder) if is_checked(folder) else load(folder)
        return self._read[slug]

    def __contains__(self, slug: object) -> bool:
        return slug in self._folders

    def __iter__(self) -> Iterator[str]:
        return iter(self._folders)

    def __len__(self) -> int:
        return len(self._folders)


def load_all(folder: Path | None = None) -> Campaigns:
    """Every campaign under `schemas/campaigns`."""
    return Campaigns(folder or schemas_folder() / "campaigns")


def load(folder: Path) -> Campaign:
    """The campaign of a folder, checked. Raises CampaignRefused with every mistake found."""
    # A start that trusts the build needs none of the checks.
    from giaoban.campaign.check import check

    return check(folder)


def is_checked(folder: Path) -> bool:
    """Whether a stamp says that the folder was checked as it is now."""
    stamp = _stamp(folder)
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == _digest(folder)


def stamp_as_checked(folder: Path) -> None:
    """Lays the stamp beside a folder that has just been checked."""
    _stamp(folder).write_text(_digest(folder), encoding="utf-8")


def _stamp(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.checked")


def _digest(folder: Path) -> str:
    """A SHA-256 over the names and contents of all its files."""
    total = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = file.read_bytes()
        total.update(f"{file.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return total.hexdigest()
