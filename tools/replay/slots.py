"""The ticks that a replay fires: those by which something of a day is due, not all of its 288."""

from datetime import date, datetime, time, timedelta

from giaoban.campaign import Campaign

MORNING = time(8)
# Minutes before the report's deadline and before the edition's: reminders, drafts, what must have left by then.
BEFORE_DEADLINE = (60, 30, 15, 0, -30)
BEFORE_EDITION = (15, 5, 0)


def slots_of(campaign: Campaign, day: date) -> list[datetime]:
    """In order; the first opens the day (00:05, 08:00, 15:00 … 17:00 of hanoi-45)."""
    deadline, edition = campaign.deadline(day), campaign.edition_deadline(day)
    due = {deadline - timedelta(minutes=minutes) for minutes in BEFORE_DEADLINE}
    due |= {edition - timedelta(minutes=minutes) for minutes in BEFORE_EDITION}
    return sorted({campaign.opening(day), datetime.combine(day, MORNING, campaign.zone), *due})
