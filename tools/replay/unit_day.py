"""All that one unit sends for one day: the report, the part that comes first, the corrections after."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from giaoban.campaign import Campaign, Form, Unit
from tools.replay.character import character
from tools.replay.figures import figures_of
from tools.replay.notes import explanation, notes_of
from tools.replay.oddity import Odd, oddity
from tools.replay.punctuality import Sent, first_sent, later, next_morning
from tools.replay.today import Figures, Today

NOTHING_AT_WEEKENDS = 0.7
ODD, EXPLAINED, MENDED = 0.026, 0.4, 0.4
PARTIAL, COMPLETED = 0.045, 0.8
CORRECTED, NEXT_MORNING = 0.035, 0.3


@dataclass(frozen=True)
class Sending:
    """One PUT: whose, for which day, when it is received (campaign time), and what it says."""

    unit: str
    day: date
    at: datetime
    body: Mapping[str, object]


@dataclass(frozen=True)
class _Draft:
    """A revision before it is numbered."""

    sent: Sent
    figures: Figures
    complete: bool = True
    odd: Odd | None = None
    nothing: bool = False


def sendings_of(
    campaign: Campaign, unit: Unit, day: date, seed: int, earlier: Mapping[str, int | bool]
) -> list[Sending]:
    """What the unit sends for `day`, in order; nothing when its report stays missing. `earlier`: its stocks so far."""
    today = Today(character(unit, seed), day, campaign.day_number(day) or 1, campaign.days, earlier)
    sent = first_sent(today, campaign)
    if sent is None:
        return []
    drafts = _drafts(today, sent, campaign, campaign.form_of(unit))
    return [_sending(today, number, draft) for number, draft in enumerate(drafts)]


def stocks_after(sendings: list[Sending], form: Form, earlier: Mapping[str, int | bool]) -> Figures:
    """The unit's stocks as it last sent them."""
    known: Figures = dict(earlier)
    for sending in sendings:
        figures = sending.body["figures"]
        assert isinstance(figures, dict)  # noqa: S101 - made below
        known |= {name: value for name, value in figures.items() if form.figures[name].measure == "stock"}
    return known


def _drafts(today: Today, sent: Sent, campaign: Campaign, form: Form) -> list[_Draft]:
    die = today.die("report")
    if form.kind == "department" and today.is_weekend and die.random() < NOTHING_AT_WEEKENDS:
        return [_Draft(sent, {}, nothing=True)]
    figures = figures_of(today, form)
    odd = oddity(figures, today.earlier, die) if die.random() < ODD else None
    if odd and die.random() < EXPLAINED:
        return [_Draft(sent, odd.figures, odd=odd)]
    if odd and die.random() < MENDED:
        return [_Draft(sent, odd.figures), _Draft(_mended(today, sent, campaign, die), figures)]
    if odd:
        return [_Draft(sent, odd.figures)]
    if die.random() < PARTIAL:
        return _in_two_parts(_Draft(sent, figures), die)
    if die.random() < CORRECTED:
        return [_Draft(sent, _slightly_other(figures, die)), _Draft(_mended(today, sent, campaign, die), figures)]
    return [_Draft(sent, figures)]


def _in_two_parts(whole: _Draft, die: Random) -> list[_Draft]:
    """What is at hand first, the rest after a telephone call or never."""
    names = list(whole.figures)
    at_hand = {name: whole.figures[name] for name in names[: len(names) * die.randint(4, 8) // 10]}
    first = replace(whole, figures=at_hand, complete=False)
    rest = replace(whole, sent=later(whole.sent, die, (8, 110)))
    return [first, rest] if die.random() < COMPLETED else [first]


def _mended(today: Today, sent: Sent, campaign: Campaign, die: Random) -> Sent:
    tomorrow = next_morning(today, campaign, die)
    mended = later(sent, die, (4, 150))
    return tomorrow if die.random() < NEXT_MORNING and tomorrow.at > mended.at else mended


def _slightly_other(figures: Figures, die: Random) -> Figures:
    """A miscount of a figure that no rule compares with another."""
    name = next((each for each in ("ai_helped", "guides_issued", "help_received") if each in figures), None)
    return {**figures, name: figures[name] + die.randint(1, 4)} if name else figures


def _sending(today: Today, base_revision: int, draft: _Draft) -> Sending:
    """The body as a phone sends it."""
    who = today.character
    die = who.die("sending", today.day.isoformat(), base_revision)
    finished = draft.sent.finished - timedelta(milliseconds=who.clock_offset_ms)
    body = {
        "submission_id": str(uuid.UUID(bytes=die.randbytes(16), version=4)),
        "base_revision": base_revision,
        "nothing_to_report": draft.nothing,
        "complete": draft.complete,
        "figures": draft.figures,
        "notes": {} if draft.nothing else notes_of(today),
        "explanations": {draft.odd.rule: explanation(draft.odd.mistake, die)} if draft.odd else {},
        "device": {
            "finished_at": finished.isoformat(timespec="milliseconds"),
            "clock_offset_ms": who.clock_offset_ms,
        },
    }
    return Sending(who.code, today.day, draft.sent.at, body)
