"""A campaign: a run of days with units, forms, deadlines and targets. Rules of time take the moment as a value."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from giaoban.campaign.edition_rules import EditionRules
from giaoban.campaign.form import Form
from giaoban.campaign.reminder_rules import ReminderRules
from giaoban.campaign.retention import Retention
from giaoban.problem import Unknown
from giaoban.text import Text


@dataclass(frozen=True)
class Unit:
    """Who owes a report: a commune (xã, phường) or a department (sở, ban, ngành). `code` is text."""

    code: str
    kind: str
    names: Text

    def view(self) -> dict[str, object]:
        return {"code": self.code, "kind": self.kind, "names": self.names.view()}


@dataclass(frozen=True)
class Campaign:
    """The campaign as its folder in schemas/campaigns says it; times of day are those of `zone`.

    `files` is the folder itself, by file name: an edition keeps the campaign it was made with.
    """

    slug: str
    names: Text
    zone: ZoneInfo
    first_day: date
    days: int
    report_by: time
    edition_by: time
    close_after_days: int
    close_at: time
    day_opens: time
    usual_over_days: int
    help: Text
    help_phone: str
    units: Mapping[str, Unit]
    forms: Mapping[str, Form]
    edition: EditionRules
    retention: Retention
    practice: bool = False
    # By kind, of forms that were asked earlier in the campaign: a phone may still show one.
    earlier_forms: Mapping[str, tuple[Form, ...]] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict, repr=False)
    # A prefix of numbers that ring nowhere, for people who are invented.
    test_numbers: str | None = None
    # None: nobody is reminded of anything.
    reminders: ReminderRules | None = None

    @property
    def last_day(self) -> date:
        return self.first_day + timedelta(days=self.days - 1)

    def today(self, now: datetime) -> date:
        return now.astimezone(self.zone).date()

    def day_number(self, day: date) -> int | None:
        """1 on the first day; None outside the campaign."""
        return (day - self.first_day).days + 1 if self.first_day <= day <= self.last_day else None

    def day_to_report(self, now: datetime) -> date | None:
        """Today; after the campaign its last day, while that can be corrected; else there is none."""
        day = self.today(now)
        if self.day_number(day) is not None:
            return day
        return self.last_day if day > self.last_day and now < self.corrections_close(self.last_day) else None

    def opens(self, day: date) -> datetime:
        """From when a unit may report on `day`."""
        return self._moment(day, time())

    def deadline(self, day: date) -> datetime:
        """Received before this moment is on time (III.6, III.7: before 16:00)."""
        return self._moment(day, self.report_by)

    def edition_deadline(self, day: date) -> datetime:
        """When the consolidated report must have left (III.5: before 17:00)."""
        return self._moment(day, self.edition_by)

    def alarm(self, day: date) -> datetime:
        """The slot at which the centre is alarmed when `day` has no edition yet."""
        return self._moment(day, self.edition.alarm_at)

    def provisional(self, day: date) -> datetime:
        """The slot from which a provisional edition of `day` is frozen when it has none."""
        return self._moment(day, self.edition.provisional_at)

    def corrections_close(self, day: date) -> datetime:
        """From this moment a unit can no longer send or correct `day`."""
        return self._moment(day + timedelta(days=self.close_after_days), self.close_at)

    def opening(self, day: date) -> datetime:
        """The slot at which the unit's past is written down as revision 0 of `day`."""
        return self._moment(day, self.day_opens)

    def day(self, text: str) -> date:
        """The campaign day written YYYY-MM-DD. Raises Unknown for anything else."""
        try:
            day = date.fromisoformat(text)
        except ValueError as error:
            raise Unknown("unknown_day") from error
        if day.isoformat() != text or self.day_number(day) is None:
            raise Unknown("unknown_day")
        return day

    def unit(self, code: str) -> Unit:
        """The unit with this code. Raises Unknown."""
        if code not in self.units:
            raise Unknown("unknown_unit")
        return self.units[code]

    def form_of(self, unit: Unit) -> Form:
        return self.forms[unit.kind]

    def form_named(self, unit: Unit, name: object) -> Form:
        """The form with this hash that was ever asked of such units in the campaign; today's for any other name."""
        return next((form for form in self._earlier(unit) if form.hash == name), self.form_of(unit))

    def titles_gone(self, unit: Unit, figures: Iterable[str]) -> dict[str, Text]:
        """How those of the figures were called that today's form asks no more."""
        gone = [name for name in figures if name not in self.form_of(unit).figures]
        known = {name: each.title for form in self._earlier(unit) for name, each in form.figures.items()}
        return {name: known.get(name, Text(name, name)) for name in gone}

    def _earlier(self, unit: Unit) -> tuple[Form, ...]:
        return self.earlier_forms.get(unit.kind, ())

    def _moment(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, tzinfo=self.zone)


def campaign_of(campaigns: Mapping[str, Campaign], slug: str) -> Campaign:
    """The campaign with this slug. Raises Unknown."""
    if slug not in campaigns:
        raise Unknown("unknown_campaign")
    return campaigns[slug]
