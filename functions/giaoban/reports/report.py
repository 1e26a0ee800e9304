"""A report and its revisions: each change is a new revision, none is overwritten."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from giaoban.access import Role
from giaoban.campaign import Campaign, Form, Past, Unit
from giaoban.problem import Closed, Problem, Refused, problem
from giaoban.reports.decision import Decision, MovedDeadline
from giaoban.reports.submission import Submission

MAX_REVISIONS = 200

# Crockford's base32: no I, L, O, U, so that a receipt can be read out over the telephone.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True)
class Author:
    """Through what a revision was sent: the role, the short id of the grant; of staff also the account's name.

    `person`: whose link it was, by the directory's id, which tells nothing of anybody.
    """

    role: Role
    via: str
    account: str | None = None
    person: str | None = None


@dataclass(frozen=True)
class Report:
    """One revision of what one unit sent for one day."""

    campaign: str
    unit: str
    day: date
    revision: int
    received_at: datetime
    sent: Submission
    author: Author

    @property
    def receipt(self) -> str:
        """A code of 8 characters that names this revision, to be read out or pasted into a chat."""
        named = f"{self.campaign}/{self.day}/{self.unit}/{self.revision}/{self.sent.id}"
        number = int.from_bytes(hashlib.sha256(named.encode()).digest()[:5])
        code = "".join(_ALPHABET[number >> shift & 31] for shift in range(35, -1, -5))
        return f"{code[:4]}-{code[4:]}"


@dataclass(frozen=True)
class KnownStock:
    """The last value of a stock that a unit has reported, and for which day."""

    value: int | bool
    day: date


@dataclass(frozen=True)
class Baseline:
    """Revision 0 of a unit's day: what its earlier days say. Put in the night, before any report."""

    stocks: Mapping[str, KnownStock] = field(default_factory=dict)
    usual: Mapping[str, int] = field(default_factory=dict)

    @property
    def past(self) -> Past:
        return Past({name: known.value for name, known in self.stocks.items()}, self.usual)


@dataclass(frozen=True)
class UnitDay:
    """All that is stored of one unit's day: revision 0 and the revisions after it, in order."""

    campaign: Campaign
    unit: Unit
    day: date
    baseline: Baseline = Baseline()
    revisions: tuple[Report, ...] = ()
    decisions: tuple[Decision, ...] = ()
    moved: MovedDeadline | None = None

    @property
    def deadline(self) -> datetime:
        """The campaign's, unless a coordinator moved this day's for everybody."""
        return self.moved.deadline if self.moved else self.campaign.deadline(self.day)

    @property
    def form(self) -> Form:
        return self.campaign.form_of(self.unit)

    @property
    def first(self) -> Report | None:
        """The earliest received, which decides the state: of two at one second, either may have been written first."""
        return min(self.revisions, key=lambda report: report.received_at, default=None)

    @property
    def current(self) -> Report | None:
        return self.revisions[-1] if self.revisions else None

    @property
    def revision(self) -> int:
        return self.current.revision if self.current else 0

    def sent_before(self, submission: Submission) -> Report | None:
        """The stored revision that carries this submission's id, if any."""
        return next((report for report in self.revisions if report.sent.id == submission.id), None)


@dataclass(frozen=True)
class Day:
    """One day of a campaign: every unit, by code, also those of which nothing is stored yet.

    `moves` are all of the day's deadlines so far, in order; `moved` is the last.
    """

    campaign: Campaign
    day: date
    units: Mapping[str, UnitDay]
    moved: MovedDeadline | None = None
    moves: tuple[MovedDeadline, ...] = ()

    @property
    def deadline(self) -> datetime:
        return self.moved.deadline if self.moved else self.campaign.deadline(self.day)


def require_open(unit_day: UnitDay, role: Role, now: datetime) -> None:
    """A unit may send from the day's 00:00 until corrections close; the centre until the campaign is archived.

    Raises Refused before the day, Closed afterwards.
    """
    campaign, day = unit_day.campaign, unit_day.day
    if now < campaign.opens(day):
        raise Refused("day_in_the_future", [problem("", "day_in_the_future")])
    if role is not Role.COORDINATOR and now >= campaign.corrections_close(day):
        raise Closed("corrections_closed", phone=campaign.help_phone)


def signed(sent: Submission, author: Author) -> Submission:
    """A dictated report is signed by the session that sends it; a name in the body is checked by `accept`."""
    return replace(sent, entered_by=sent.entered_by or author.account)


def with_what_its_form_does_not_ask(sent: Submission, form: Form, unit_day: UnitDay) -> Submission:
    """With those figures of the revision it corrects that its own form does not know: who never saw them did not take them back.

    By the revision that it names, not by the last: the same submission sent again is the same report.
    """
    corrected = next((each for each in unit_day.revisions if each.revision == sent.base_revision), None)
    if corrected is None or sent.nothing_to_report:
        return sent
    unseen = {name: value for name, value in corrected.sent.figures.items() if name not in form.figures}
    return replace(sent, figures={**unseen, **sent.figures})


def accept(sent: Submission, unit_day: UnitDay, author: Author, now: datetime) -> Report:
    """The revision to store, based on the current one. Raises Refused with every problem found."""
    if problems := _problems(sent, unit_day, author):
        raise Refused("refused", problems)
    return Report(
        campaign=unit_day.campaign.slug,
        unit=unit_day.unit.code,
        day=unit_day.day,
        revision=unit_day.revision + 1,
        received_at=now.astimezone(unit_day.campaign.zone),
        sent=sent,
        author=author,
    )


def _problems(sent: Submission, unit_day: UnitDay, author: Author) -> list[Problem]:
    found = []
    if sent.base_revision > unit_day.revision:
        found.append(problem("/base_revision", "base_revision_unknown", current=unit_day.revision))
    if unit_day.revision >= MAX_REVISIONS:
        found.append(problem("", "too_many_revisions", limit=MAX_REVISIONS))
    return found + _dictation_problems(sent, author)


def _dictation_problems(sent: Submission, author: Author) -> list[Problem]:
    """A coordinator says who dictated the report, in nobody else's name; nobody else can say so."""
    if author.role is Role.COORDINATOR:
        told = [] if sent.told_by else [problem("/told_by", "told_by_missing")]
        if sent.entered_by == author.account:
            return told
        return [*told, problem("/entered_by", "entered_by_somebody_else", account=author.account or "")]
    fields = {"told_by": sent.told_by, "entered_by": sent.entered_by}
    return [problem(f"/{name}", "only_the_centre_enters_for_others") for name, value in fields.items() if value]
