"""The job's stores and its provider in a folder: a write that exists is refused, as a conditional put is.

Each call counts as an edge: before it and after it the process may be killed (`Killer`).
"""

# ruff: noqa: ARG002 - its methods take what the real ones take.

import json
import os
import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from giaoban.documents.letterhead import Addressee
from giaoban.documents.mail import Mail
from giaoban.documents.store import EditionName, Fate, MailOutcome, Stored
from giaoban.editions.canonical import sha256
from giaoban.editions.edition import EditionKind
from giaoban.editions.kept import Entry, Kept, Message
from giaoban.problem import Unavailable

ASKED = EditionName("lang-sen", "2025-07-24", 1)


@dataclass
class Killer:
    """Ends the process without a word at edge `at`; never when it is None."""

    at: int | None = None
    edges: int = 0

    def edge(self) -> None:
        if self.edges == self.at:
            os.kill(os.getpid(), signal.SIGKILL)
        self.edges += 1


class Crashed(BaseException):
    """What a killed process looks like from within the same one: nobody catches it."""


@dataclass
class Crasher(Killer):
    """Ends the run of the job at edge `at`."""

    def edge(self) -> None:
        if self.edges == self.at:
            raise Crashed
        self.edges += 1


@dataclass
class Memory:
    """One edition and all that is written about it."""

    folder: Path
    killer: Killer = field(default_factory=Killer)
    outcomes: list[MailOutcome] = field(default_factory=list)

    def begin(self, edition: bytes, campaign: bytes) -> None:
        for name, content in (("editions", edition), ("campaigns", campaign)):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
            (self.folder / name / f"{sha256(content)}.json").write_bytes(content)
        for name in ("documents", "mail", "sent", "lists"):
            (self.folder / name).mkdir()
        (self.folder / "entry").write_text(sha256(edition), "utf-8")

    # EditionStore
    def kept(self, campaign: str, period: str) -> Kept:
        self.killer.edge()
        entry = Entry(ASKED.edition, EditionKind.ISSUED, (self.folder / "entry").read_text("utf-8"), "", None, "", {})
        lists = {int(path.name): json.loads(path.read_bytes()) for path in _seen(self.folder / "lists")}
        mail = [Message(path.name, *json.loads(path.read_bytes())) for path in _seen(self.folder / "mail")]
        return Kept(campaign, period, editions=(entry,), documents=lists, mail={ASKED.edition: mail})

    # Archive
    def text(self, folder: str, sha: str) -> bytes:
        self.killer.edge()
        return (self.folder / folder / f"{sha}.json").read_bytes()

    def document(self, edition: str, form: str, sha: str) -> bytes:
        self.killer.edge()
        return (self.folder / "documents" / f"{edition}-{sha}.{form}").read_bytes()

    # Bucket
    def put(self, key: str, content: bytes, content_type: str) -> None:
        self.killer.edge()
        _, edition, _, name = key.split("/")
        (self.folder / "documents" / f"{edition}-{name}").write_bytes(content)

    # DocumentStore
    def add_documents(self, asked: EditionName, documents: Mapping[str, Stored]) -> bool:
        said = {form: {"sha256": stored.sha256, "bytes": stored.bytes} for form, stored in documents.items()}
        return self._new(self.folder / "lists" / str(asked.edition), said)

    def claim(self, asked: EditionName, recipient: str, at: str) -> bool:
        return self._new(self.folder / "mail" / recipient, ["CLAIMED", at])

    def settle(self, asked: EditionName, recipient: str, outcome: MailOutcome, at: str) -> bool:
        self.killer.edge()
        path = self.folder / "mail" / recipient
        before = [Fate.CLAIMED, *([] if outcome.fate is Fate.UNKNOWN else [Fate.UNKNOWN])]
        if json.loads(path.read_bytes())[0] not in before:
            return False
        _replace(path, [outcome.fate.value, at, outcome.message_id, outcome.reason])
        self.killer.edge()
        return True

    # Postman
    def send(self, mail: Mail, to: Addressee, name: str, files: Mapping[str, bytes]) -> MailOutcome:
        self.killer.edge()
        outcome = self.outcomes.pop(0) if self.outcomes else MailOutcome(Fate.SENT, message_id="m")
        if outcome.fate is not Fate.FAILED:
            with (self.folder / "sent" / to.id).open("a", encoding="utf-8") as sent:
                sent.write(f"{sorted(files)}\n")
        self.killer.edge()
        return outcome

    def _new(self, path: Path, content: object) -> bool:
        self.killer.edge()
        try:
            os.link(_written(path.with_name(f".{path.name}"), content), path)
        except FileExistsError:
            return False
        finally:
            path.with_name(f".{path.name}").unlink()
        self.killer.edge()
        return True

    @property
    def sent(self) -> dict[str, list[str]]:
        """By recipient: what was attached, once for each e-mail."""
        return {path.name: path.read_text("utf-8").splitlines() for path in _seen(self.folder / "sent")}

    @property
    def files(self) -> list[str]:
        """The documents in the bucket."""
        return sorted(path.name for path in (self.folder / "documents").iterdir())

    @property
    def everything(self) -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in self.folder.rglob("*") if path.is_file()}

    @property
    def states(self) -> dict[str, str]:
        return {path.name: json.loads(path.read_bytes())[0] for path in _seen(self.folder / "mail")}


def _seen(folder: Path) -> list[Path]:
    """What a killed process left half-written is not there."""
    return sorted(path for path in folder.iterdir() if not path.name.startswith(".") and path.suffix != ".new")


def _written(path: Path, content: object) -> Path:
    path.write_text(json.dumps(content), "utf-8")
    return path


def _replace(path: Path, content: object) -> None:
    _written(path.with_suffix(".new"), content).replace(path)


class Silent(Memory):
    """A table that does not answer any write."""

    def _new(self, path: Path, content: object) -> bool:
        raise Unavailable("store_silent")
