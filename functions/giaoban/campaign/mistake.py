"""What is wrong with a campaign's folder, said so that somebody can mend it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Mistake:
    """One thing wrong in a campaign's folder: which file, where in it (JSON Pointer or line), and why."""

    file: str
    path: str
    why: str

    def __str__(self) -> str:
        return f"{self.file}{self.path and ' ' + self.path}: {self.why}"


class CampaignRefused(ValueError):
    """A campaign that must not start; `mistakes` names every reason."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes


def repeated(file: str, path: str, entries: Iterable[Mapping[str, Any]]) -> Iterator[Mistake]:
    """Ids that stand more than once in a list of entries."""
    for name, count in Counter(entry["id"] for entry in entries).items():
        if count > 1:
            yield Mistake(file, path, f"“{name}” stands there {count} times")


def plain(error: Exception) -> str:
    """What a failed reading says, without the path of the machine that read."""
    return (error.strerror or "") if isinstance(error, OSError) else str(error)
