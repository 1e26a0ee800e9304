"""Whether one text of a report may be made public, or be hidden again: that very text, letter by letter."""

from collections.abc import Mapping
from typing import Any

from giaoban.problem import Problem, Refused, problem
from giaoban.reports.decision import Decision, DecisionKind, made_public
from giaoban.reports.free_text import FreeText, texts_of
from giaoban.reports.personal import looks_personal
from giaoban.reports.report import UnitDay
from giaoban.reports.views import findings_of

type Body = Mapping[str, Any]


def require_looked_at(unit_day: UnitDay, body: Body) -> None:
    """Raises Refused where something looks like a name, a number or an address and `looked_at` is not said."""
    found = _text(unit_day, body["about"], body["sha256"])
    if found and looks_personal(found.text) and not body.get("looked_at", False):
        raise Refused("decision_refused", [problem("/looked_at", "looks_personal")])


def public_problems(unit_day: UnitDay, decision: Decision) -> list[Problem]:
    """Of words that the report does not say (any more), and of what is so already."""
    stands = made_public(unit_day.decisions, decision.about, decision.sha256)
    if decision.kind is DecisionKind.WITHDRAW_PUBLIC:
        return [] if stands else [problem("/withdraw", "nothing_public_to_withdraw")]
    if _text(unit_day, decision.about, decision.sha256) is None:
        return [problem("/sha256", "text_changed")]
    return [problem("", "already_public")] if stands else []


def _text(unit_day: UnitDay, about: str, sha256: str) -> FreeText | None:
    texts = texts_of(unit_day.current, findings_of(unit_day))
    return next((each for each in texts if (each.about, each.sha256) == (about, sha256)), None)
