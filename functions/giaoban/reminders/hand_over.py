"""One message on its way out. Claim it, make its link, look once more whether it is still wanted, hand it over, say so.

Whatever dies in between leaves a claim behind, and the sweeper says what is known (design decision 10).
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace

from giaoban.access import Role
from giaoban.access.links import issue
from giaoban.campaign import Campaign
from giaoban.campaign.reminder_rules import ReminderRules
from giaoban.directory.person import Channel, Duty, Person, Why
from giaoban.problem import GiaobanError
from giaoban.reminders import message as state
from giaoban.reminders.audience import is_quiet, next_channel, silent_for
from giaoban.reminders.compose import letter, short_text
from giaoban.reminders.due import ASKED, MILESTONES
from giaoban.reminders.message import Message, Reason, State
from giaoban.reminders.outcome import NoAnswer, NotNow, Outcome, Refused, Taken
from giaoban.reminders.settle import settle
from giaoban.reminders.sms import parts
from giaoban.reminders.suppress import stop
from giaoban.reminders.tags import tags_of
from giaoban.reminders.tell import Told, tell
from giaoban.reminders.tools import Batch

# A provider that is busy is asked again after these; then the sweeper takes over.
PAUSES_SECONDS = (0.3, 1.0, 2.0)
ALARM = "SmsLimitReached"


@dataclass(frozen=True)
class Job:
    """A message and whom it is for: somebody of the directory, or (`person` None) a contact of the centre."""

    batch: Batch
    campaign: Campaign
    rules: ReminderRules
    person: Person | None


@dataclass(frozen=True)
class Out:
    """How a message ended, and the one that goes by another channel instead."""

    message: Message
    instead: Message | None = None


@dataclass(frozen=True)
class Ready:
    """Everything is written that has to be before; `attempt` hands the message over. `parts`: of an SMS."""

    attempt: Callable[[], Outcome]
    parts: int = 0


def hand_over(job: Job, message: Message) -> Out | None:
    """None when somebody else has it. Raises Unavailable, and then it certainly was not handed over."""
    reason = _silent(job, message)
    if reason is not None:
        return _skip(job, message, reason)
    mine = state.claimed(message, secrets.token_hex(8), job.batch.now())
    if not job.batch.tools.outbox.replace(mine):
        return None
    ready = _or_released(job, mine, lambda: _ready(job, mine))
    if isinstance(ready, Out):
        return ready
    outcome = _patiently(job, ready.attempt)
    # From here on only the provider's own word makes it certain that nothing was sent.
    if isinstance(outcome, (NotNow, Refused)):
        return _or_released(job, mine, lambda: _not_taken(job, mine, outcome, ready.parts))
    return _taken(job, mine, outcome, ready.parts)


def _or_released[Result](job: Job, mine: Message, step: Callable[[], Result]) -> Result:
    """What is certainly not sent is let go of when a store falls silent, so that it can be tried again."""
    try:
        return step()
    except GiaobanError:
        settle(job.batch, mine, state.released(mine, job.batch.now()))
        raise


def _silent(job: Job, message: Message) -> Reason | None:
    """What can be known before anything is written."""
    now, channel, rules = job.batch.now(), message.key.channel, job.rules
    if now >= message.expires:
        return Reason.EXPIRED
    if job.batch.is_paused(job.campaign.slug):
        return Reason.PAUSED
    if message.key.unit == rules.centre_code:
        return None if any(each.id == message.key.recipient for each in rules.centre) else Reason.GONE
    if reason := silent_for(job.person, channel):
        return reason
    # Who asks for a link at night gets it by e-mail, which wakes nobody up.
    if message.key.wave == ASKED and channel is Channel.EMAIL:
        return None
    return Reason.QUIET if is_quiet(job.person, rules, now.astimezone(job.campaign.zone).time()) else None


def _skip(job: Job, message: Message, reason: Reason) -> Out | None:
    """An e-mail that has had its first try stays UNKNOWN."""
    if message.state is not State.PENDING:
        return None
    instead = _instead(job, message) if reason is Reason.STOPPED else None
    ended = state.skipped(message, reason, job.batch.now())
    return Out(ended, instead) if job.batch.tools.outbox.replace(ended) else None


def _ready(job: Job, mine: Message) -> Ready | Out:
    link = _link(job, mine)
    told = tell(job.batch, job.campaign, job.rules, mine, _language(job))
    if isinstance(told, Reason):
        now = job.batch.now()
        # A first try of which nobody knows is not undone by the second one's silence.
        ended = state.skipped(mine, told, now) if mine.tries == 1 else state.unknown(mine, Reason.NO_ANSWER, now)
        return _end(job, mine, ended)
    told = replace(told, values={**told.values, "link": link})
    return (_email if mine.key.channel is Channel.EMAIL else _sms)(job, mine, told)


def _link(job: Job, message: Message) -> str:
    if job.person is None or message.key.wave == MILESTONES:
        return ""
    role = Role.LEADER if job.person.entry.role is Duty.LEADER else Role.REPORTER
    unit, tools = job.campaign.unit(message.key.unit), job.batch.tools
    link = issue(tools.grants, job.campaign, unit, message.key.day, job.person.id, role)
    return link.address(tools.origin)


def _email(job: Job, mine: Message, told: Told) -> Ready | Out:
    address, tools = _address(job, mine), job.batch.tools
    written = letter(told.wording, _language(job), told.values, told.calendar)
    return Ready(lambda: tools.mailer.send(address, written, tags_of(mine.key, address)))


def _sms(job: Job, mine: Message, told: Told) -> Ready | Out:
    """Counted before it is handed over, so that no crash exceeds a limit."""
    address, tools = _address(job, mine), job.batch.tools
    text = short_text(told.wording, _language(job), told.values)
    count = parts(text)
    if _spend(job, mine, count):
        return Ready(lambda: tools.texter.send(address, text, tags_of(mine.key, address)), count)
    tools.ring(ALARM)
    return _end(job, mine, state.skipped(mine, Reason.LIMIT, job.batch.now()), _instead(job, mine))


def _patiently(job: Job, attempt: Callable[[], Outcome]) -> Outcome:
    """Only what was certainly not taken is tried again."""
    for seconds in PAUSES_SECONDS:
        outcome = attempt()
        if not isinstance(outcome, NotNow):
            return outcome
        job.batch.tools.pause(seconds)
    return attempt()


def _taken(job: Job, mine: Message, outcome: Taken | NoAnswer, count: int) -> Out:
    now = job.batch.now()
    if isinstance(outcome, Taken):
        return _end(job, mine, state.sent(mine, outcome.message_id, count, now))
    return _end(job, mine, state.unknown(mine, Reason.NO_ANSWER, now))


def _not_taken(job: Job, mine: Message, outcome: NotNow | Refused, count: int) -> Out:
    now, tools = job.batch.now(), job.batch.tools
    if count:
        _spend(job, mine, -count)
    if isinstance(outcome, NotNow):
        return _end(job, mine, state.released(mine, now))
    if outcome.is_opted_out and job.person:
        stop(tools.directory, job.campaign.slug, job.person, mine.key.channel, Why.STOP, now)
    reason = Reason.OPTED_OUT if outcome.is_opted_out else f"{Reason.REFUSED}:{outcome.code}"
    return _end(job, mine, state.failed(mine, reason, now), _instead(job, mine))


def _end(job: Job, mine: Message, ended: Message, instead: Message | None = None) -> Out:
    settle(job.batch, mine, ended)
    return Out(ended, instead)


def _instead(job: Job, message: Message) -> Message | None:
    """The same by the next channel, put into the outbox before the first one's end is written. Raises Unavailable."""
    key, wave = message.key, job.rules.wave(message.key.wave)
    channels = wave.channels if wave else job.rules.asked.channels if key.wave == ASKED else ()
    channel = next_channel(job.person, channels, key.channel) if job.person else None
    if channel is None:
        return None
    instead = Message(replace(key, channel=channel), message.slot)
    return instead if job.batch.tools.outbox.add(instead) else None


def _spend(job: Job, mine: Message, count: int) -> bool:
    limits = job.rules.limits
    outbox = job.batch.tools.outbox
    return outbox.spend(job.campaign.slug, mine.key.day, count, limits.sms_per_day, limits.sms_campaign)


def _language(job: Job) -> str:
    return job.person.entry.language if job.person else "vi"


def _address(job: Job, message: Message) -> str:
    if job.person is not None:
        return job.person.entry.address(message.key.channel) or ""
    return next(each.email for each in job.rules.centre if each.id == message.key.recipient)
