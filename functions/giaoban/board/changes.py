"""The day as an open board asks for it, every ten seconds: only what has changed since the mark that it has."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from aws_lambda_powertools.event_handler import Response

from giaoban.board.mark import Mark, changed, digests_of
from giaoban.board.views import View, head_view, reach_view, standing_view
from giaoban.campaign import Campaign
from giaoban.directory.person import Person
from giaoban.moments import iso
from giaoban.reminders.on_the_board import messages_by_unit
from giaoban.reminders.store import ReminderStore
from giaoban.reports.store import ReportStore
from giaoban.web.answer import private_with_tag


def reports_since(
    store: ReportStore, outbox: ReminderStore, campaign: Campaign, day: date, had: Mark | None, now: datetime
) -> Response[str]:
    """What has come and was decided; without a body when nothing is known to have changed. Raises Unavailable."""
    # Counted first: what comes while the day is read may be told twice, and is never passed over.
    count = store.changes(campaign, day)
    if had and had.still_stands(count, now):
        return private_with_tag("", had.tag, had.tag)
    read = store.day(campaign, day)
    lines = {code: standing_view(unit_day, now) for code, unit_day in read.units.items()}
    head = head_view(read, [*lines.values()], outbox.switch(campaign.slug))
    return _answer({"server_time": iso(now, campaign.zone), **head}, lines, had, count, now)


def messages_since(
    people: Mapping[str, Sequence[Person]],
    outbox: ReminderStore,
    campaign: Campaign,
    day: date,
    had: Mark | None,
    now: datetime,
) -> Response[str]:
    """Whom to ring, among `people`, and what was sent: for who looks at the list. Raises Unavailable."""
    told = messages_by_unit(outbox, campaign, day)
    lines: dict[str, View] = {
        code: {"unit": code, **reach_view(people.get(code, ()), told.get(code, ()), campaign)}
        for code in campaign.units
    }
    return _answer({"campaign": campaign.slug, "day": day.isoformat()}, lines, had, 0, now)


def _answer(head: View, lines: Mapping[str, View], had: Mark | None, count: int, now: datetime) -> Response[str]:
    """`whole`: these lines are all there are."""
    texts = {code: _json(line) for code, line in lines.items()}
    digests = digests_of(texts)
    others = changed(texts, digests, had)
    told = [*texts.values()] if others is None else others
    body = f'{_json({**head, "whole": others is None})[:-1]},"units":[{",".join(told)}]}}'
    return private_with_tag(body, Mark(count, now, digests).tag, None)


def _json(view: View) -> str:
    return json.dumps(view, ensure_ascii=False, separators=(",", ":"))
