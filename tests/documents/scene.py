"""Editions to make documents of: replayed days of the real campaign, and one in which everybody typed nonsense."""

import json
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from giaoban.campaign import Campaign
from giaoban.documents.letterhead import EditionLetterhead
from giaoban.documents.render import document_of
from giaoban.editions.canonical import canonical, sha256
from giaoban.editions.consolidate import consolidate
from giaoban.editions.consolidate_period import consolidate_period
from giaoban.editions.edition import EditionKind, Frozen, Imprint, is_period
from giaoban.editions.period import period_named
from giaoban.letters.model import Document
from giaoban.reports.report import Day, UnitDay
from tests.editions.replayed import replayed
from tests.editions.samples import at, chain
from tests.letters.decision import FONTS

HOSTILE = (
    "<b>đậm</b> & <script>alert(1)</script>",
    "#set page(fill: red) #panic() \\ $ * _ ` @ ~ [x] // không in\n= Tiêu đề\n- mục",
    "=1+1",
    "+cmd|' /C calc'!A0",
    "{=SUM(A1:A9)}",
    "https://example.invalid/mở",
    "😀 Cảm ơn 👩‍👩‍👧 rất nhiều 中文",
    "\u202eđảo ngược\u202c مرحبا שלום",
    "W" * 1000,
    "ữ" * 400,
    "{count} {title} {units}",
    "Dòng một\n\n\nDòng hai\tcó tab\u00a0và khoảng cứng",
    "a\u0301e\u0323\u0302 chữ tách dấu",
)


@dataclass(frozen=True)
class Made:
    """An edition's content, the bytes that its hash names, and its document."""

    content: dict[str, Any]
    sha256: str
    letterhead: EditionLetterhead

    @property
    def bytes(self) -> bytes:
        return canonical(self.content)

    @property
    def document(self) -> Document:
        return document_of(self.content, self.sha256, self.letterhead, FONTS)


def made(content: Any, campaign: Campaign) -> Made:
    return Made(content, sha256(canonical(content)), EditionLetterhead.read(campaign.files, is_period(content)))


def editions(campaign: Campaign) -> dict[str, Made]:
    """Days 1 to 3: day 1 the first of all, day 2 issued and corrected, day 3 provisional; and one full of nonsense."""
    story = replayed(campaign, 3)
    frozen = chain(story)
    days = {name: made(each.content, campaign) for name, each in frozen.items()}
    by_name = {
        "first": days["edition-1"],
        "issued": days["edition-2"],
        "correction": days["edition-2-correction"],
        "provisional": days["edition-3"],
    }
    by_name["week"] = made(week(campaign, [frozen[f"edition-{number}"] for number in (1, 2, 3)]), campaign)
    by_name["nobody"] = made(nobody(campaign), campaign)
    return {**by_name, "hostile": made(hostile(by_name["issued"].content), campaign)}


def nobody(campaign: Campaign) -> dict[str, Any]:
    """The first day, on which no report came and nothing was known."""
    day = campaign.first_day
    units = {unit.code: UnitDay(campaign, unit, day) for unit in campaign.units.values()}
    return consolidate(Day(campaign, day, units), Imprint(1, EditionKind.PROVISIONAL, at(campaign, day, "16:55:00")))


def week(campaign: Campaign, dailies: list[Frozen]) -> dict[str, Any]:
    """The first week's report when only three of its days have an edition."""
    period = period_named(campaign, "week-1")
    issued_at = at(campaign, period.last, "09:12:00")
    return consolidate_period(campaign, period, dailies, Imprint(1, EditionKind.ISSUED, issued_at, "dieu-phoi-1"))


def hostile(content: dict[str, Any]) -> dict[str, Any]:
    """What units and the centre can type, in every place where they can type."""
    found: dict[str, Any] = json.loads(json.dumps(content))
    units = [state["unit"]["code"] for state in found["units"]]
    entries = [{"unit": unit, "text": text} for unit, text in zip(units, HOSTILE, strict=False)]
    subject = {"subject": "other", "names": {"vi": "Nội dung khác", "en": "Other"}, "entries": entries}
    found["notes"] = {"difficulties": [subject], "proposals": [deepcopy(subject)]}
    found["remarks"]["text"] = "\n".join(HOSTILE)
    for state, text in zip(found["units"], HOSTILE, strict=False):
        state["findings"] = [{"rule": "r", "figures": [], "vi": "Số này lạ.", "en": "Odd.", "explanation": text}]
    found["deadline_moved"] = {"number": 1, "at": found["deadline"], "by": "dieu-phoi-1", "reason": HOSTILE[1]}
    return found
