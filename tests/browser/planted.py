"""Hostile words in every free text that a unit's day has, written by the people who may write them."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import uuid4

from tests.browser.hostile import CORPUS
from tests.contract.client import Answer, Client
from tests.contract.system import TODAY, System

UNIT = "00004"
DAY = f"/v1/campaigns/hanoi-45/days/{TODAY}"
REPORT = f"{DAY}/reports/{UNIT}"
AT = f"{TODAY}T16:20:00+07:00"
LONGEST, LONGEST_NAME = 1000, 200
# Doubtful figures, and the rules that say so: each rule's finding shows the unit's explanation.
FIGURES = {"villages": 3, "community_teams": 9, "team_members": 1, "mobile_sessions": 1, "people_served": 0, "officials": 1,
           "it_officials_management": 2, "it_officials_shared": 2, "emergency_team": True, "emergency_members": 0}  # fmt: skip
RULES = ["teams_above_villages", "members_below_teams", "session_without_people", "it_management_above_officials",
         "it_shared_above_officials", "emergency_team_without_members"]  # fmt: skip


@dataclass(frozen=True)
class Planted:
    """The system, and which texts are to be found where."""

    system: System

    @cached_property
    def coordinator(self) -> Client:
        client = self.system.staff("dieu-phoi-1")
        client.at = AT
        return client

    @property
    def notes(self) -> list[str]:
        """Difficulties and proposals."""
        return CORPUS

    @property
    def everything(self) -> list[str]:
        """Notes, told_by, reasons of calls, excuses and returns: all of it on a unit's page."""
        return [*CORPUS, *(name_of(text) for text in CORPUS)]

    @property
    def reasons(self) -> list[str]:
        """The corpus in as few texts as can hold it."""
        return [" ".join(some) for some in together(CORPUS, LONGEST)]

    def move_deadline(self, reason: str) -> None:
        number = self.reasons.index(reason) % 2
        stands = self.coordinator.get(DAY).json["deadline_moved"]
        body = {
            "deadline": f"{TODAY}T16:{30 + number}:00+07:00",
            "reason": reason,
            "base_decision": stands["number"] if stands else 0,
        }
        assert self.coordinator.post(f"{DAY}/deadline", body).status in {200, 201}


def plant(system: System) -> Planted:
    """Raises AssertionError when something was not taken: then nothing would be tested."""
    planted = Planted(system)
    _reports(planted)
    _decisions(planted)
    return planted


def _reports(planted: Planted) -> None:
    """The unit's own report with its explanations, then a revision for each text, as the centre was told it."""
    why = dict(zip(RULES, planted.reasons * 2, strict=False))
    _sent(planted.system.reporter(UNIT, at=AT).put(REPORT, _body(0, explanations=why)))
    for revision, text in enumerate(CORPUS, 1):
        notes = {"difficulties": text, "proposals": text}
        _sent(planted.coordinator.put(REPORT, _body(revision, told_by=name_of(text), notes=notes, explanations=why)))


def _decisions(planted: Planted) -> None:
    figures = [*planted.system.campaign.forms["commune"].figures, "difficulties", "proposals"]
    reasons = together(CORPUS, LONGEST, most=-(-len(CORPUS) // len(figures)))
    fields = dict(zip(figures, ("\n".join(some) for some in reasons), strict=False))
    said: list[tuple[str, dict[str, Any]]] = [("return", {"fields": fields})]
    said += [("calls", {"outcome": "reached", "note": text}) for text in CORPUS[::2]]
    said += [("excuse", {"reason": text, "withdraw": bool(n % 2)}) for n, text in enumerate(CORPUS[1::2])]
    for decided, (what, body) in enumerate(said):
        _sent(planted.coordinator.post(f"{REPORT}/{what}", {**body, "base_decision": decided}))


def together(texts: list[str], longest: int, most: int = 100) -> list[list[str]]:
    """The texts in order, as many together as fit."""
    found: list[list[str]] = [[]]
    for text in texts:
        if len(found[-1]) == most or len(" ".join([*found[-1], text])) > longest:
            found.append([])
        found[-1].append(text)
    return found


def name_of(text: str) -> str:
    """As much of it as a name may have."""
    return text[:LONGEST_NAME].strip()


def _body(revision: int, **said: Any) -> dict[str, Any]:
    return {"submission_id": str(uuid4()), "base_revision": revision, "figures": FIGURES, **said}


def _sent(answer: Answer) -> None:
    assert answer.status == 201, answer.body[:300]
