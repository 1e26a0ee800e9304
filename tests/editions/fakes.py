"""Editions, objects and messages in memory; the tests of the real stores hold them to the same behaviour."""

from dataclasses import dataclass, field, replace
from typing import Any

from giaoban.editions.archive import Archive
from giaoban.editions.draft import EditionStores
from giaoban.editions.edition import Remarks
from giaoban.editions.kept import Entry, Kept, Message, Registered
from giaoban.editions.part import Part
from tests.reports.fake_store import FakeReportStore


class FakeEditionStore:
    def __init__(self) -> None:
        self.periods: dict[tuple[str, str], Kept] = {}
        self.reads = 0

    def kept(self, campaign: str, period: str) -> Kept:
        self.reads += 1
        return self.periods.get((campaign, period), Kept(campaign, period))

    def add_edition(self, campaign: str, period: str, entry: Entry) -> bool:
        kept = self.kept(campaign, period)
        is_new = entry.number > kept.number
        if is_new:
            assert entry.number == kept.number + 1
            self._keep(kept, editions=(*kept.editions, entry))
        return is_new

    def add_remarks(self, campaign: str, period: str, remarks: Remarks, at: str) -> bool:  # noqa: ARG002 - as the real one takes it
        kept = self.kept(campaign, period)
        is_new = remarks.number > kept.remark.number
        if is_new:
            self._keep(kept, remarks=(*kept.remarks, remarks))
        return is_new

    def register(self, campaign: str, period: str, edition: int, given: Registered) -> bool:
        kept = self.kept(campaign, period)
        before = kept.registered.get(edition, ())
        is_new = given.order > len(before)
        if is_new:
            self._keep(kept, registered={**kept.registered, edition: [*before, given]})
        return is_new

    def add_part(self, campaign: str, period: str, name: str, part: Part) -> bool:
        kept = self.kept(campaign, period)
        is_new = name not in kept.parts
        if is_new:
            self._keep(kept, parts={**kept.parts, name: part})
        return is_new

    def mark(self, campaign: str, period: str, name: str, at: str) -> bool:
        kept = self.kept(campaign, period)
        is_new = not (kept.alarm_at if name == "alarm" else kept.is_closed)
        if is_new:
            self._keep(kept, **({"alarm_at": at} if name == "alarm" else {"is_closed": True}))
        return is_new

    def deliver(self, campaign: str, period: str, edition: int, *messages: Message) -> None:
        """What the documents' job leaves behind."""
        kept = self.kept(campaign, period)
        made = {form: {"sha256": "0" * 64, "bytes": 1} for form in ("pdf", "docx", "xlsx")}
        documents, mail = {**kept.documents, edition: made}, {**kept.mail, edition: list(messages)}
        self._keep(kept, documents=documents, mail=mail)

    def _keep(self, kept: Kept, **changed: Any) -> None:
        self.periods[(kept.campaign, kept.period)] = replace(kept, **changed)


class FakeBucket:
    """Says nothing of content types."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}

    def put(self, key: str, content: bytes, content_type: str) -> None:  # noqa: ARG002 - as above
        assert self.objects.get(key, content) == content, f"{key} is put with other content"
        self.objects[key] = content

    def get(self, key: str) -> bytes:
        return self.objects[key]


@dataclass
class FakeQueue:
    sent: list[tuple[str, str, int]] = field(default_factory=list)
    is_down: bool = False

    def send(self, campaign: str, period: str, edition: int) -> bool:
        if not self.is_down:
            self.sent.append((campaign, period, edition))
        return not self.is_down


@dataclass
class FakeStores:
    """All of them; `stores` as the code takes them."""

    reports: FakeReportStore = field(default_factory=FakeReportStore)
    editions: FakeEditionStore = field(default_factory=FakeEditionStore)
    bucket: FakeBucket = field(default_factory=FakeBucket)
    queue: FakeQueue = field(default_factory=FakeQueue)
    site: FakeQueue = field(default_factory=FakeQueue)

    @property
    def stores(self) -> EditionStores:
        return EditionStores(self.reports, self.editions, Archive(self.bucket), self.queue, self.site)  # type: ignore[arg-type]
