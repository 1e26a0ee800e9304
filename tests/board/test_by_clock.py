"""What the clock alone changes in a unit's line, by the vectors that the page answers too."""

import json
from datetime import datetime
from typing import Any

import pytest

from giaoban.board.views import standing_view
from giaoban.campaign import Campaign
from giaoban.reports.decision import CallOutcome, Decision, DecisionKind, MovedDeadline
from giaoban.reports.report import UnitDay
from giaoban.schemas import schemas_folder
from tests.reports.made import at, decision, report, unit_day

VECTORS = json.loads((schemas_folder() / "vectors" / "clock.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_the_shared_vectors_are_answered(campaign: Campaign, vector: dict[str, Any]) -> None:
    day = _day(campaign, vector)
    for moment in vector["moments"]:
        line = standing_view(day, _moment(moment["now"]))
        assert {name: line[name] for name in ("state", "was", "calling", "promise_broken")} | {
            "now": moment["now"]
        } == (moment)


def _day(campaign: Campaign, vector: dict[str, Any]) -> UnitDay:
    deadline = _moment(vector["deadline"])
    moved = None if deadline == at("16:00") else MovedDeadline(1, deadline, at("15:00"), "dieu-phoi-1", "…")
    sent = [report(campaign, _moment(vector["received_at"]))] if vector["received_at"] else []
    excuse = [decision(DecisionKind.EXCUSE)] if vector["excused"] else []
    return unit_day(campaign, *sent, decisions=(*excuse, *_call(vector["call"])), moved=moved)


def _call(said: dict[str, Any] | None) -> list[Decision]:
    if said is None:
        return []
    send_by = said["send_by"] and _moment(said["send_by"])
    about: dict[str, Any] = {"revision": said["revision"], "outcome": CallOutcome(said["outcome"]), "send_by": send_by}
    return [Decision(1, DecisionKind.CALL, _moment(said["at"]), said["by"], **about)]


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
