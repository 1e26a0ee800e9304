"""A claimed message made ready: its link, its words, and for an SMS its cost, all written before it is handed over."""

from dataclasses import replace

from giaoban.access import Role
from giaoban.access.links import issue
from giaoban.contact import Channel, Duty
from giaoban.outbox import message as state
from giaoban.outbox.message import Message, Reason
from giaoban.outbox.sms import parts
from giaoban.outbox.tags import tags_of
from giaoban.reminders.compose import letter, short_text
from giaoban.reminders.due import MILESTONES
from giaoban.reminders.job import Job, Out, Ready
from giaoban.reminders.otherwise import otherwise
from giaoban.reminders.tell import Told, tell

ALARM = "SmsLimitReached"


def make_ready(job: Job, mine: Message) -> Ready | Out:
    """Or its end, where it is not wanted any more. Raises Unavailable."""
    link = _link(job, mine)
    told = tell(job.batch, job.campaign, job.rules, mine, job.language)
    if isinstance(told, Reason):
        now = job.batch.now()
        # A first try of which nobody knows is not undone by the second one's silence.
        ended = state.skipped(mine, told, now) if mine.tries == 1 else state.unknown(mine, Reason.NO_ANSWER, now)
        return job.ends(mine, ended)
    told = replace(told, values={**told.values, "link": link})
    return (_email if mine.key.channel is Channel.EMAIL else _sms)(job, mine, told)


def _link(job: Job, message: Message) -> str:
    if job.person is None or message.key.wave == MILESTONES:
        return ""
    role = Role.LEADER if job.person.entry.role is Duty.LEADER else Role.REPORTER
    unit, tools = job.campaign.unit(message.key.unit), job.batch.tools
    link = issue(tools.grants, job.campaign, unit, message.key.day, job.person.id, role)
    return link.address(tools.origin)


def _email(job: Job, mine: Message, told: Told) -> Ready:
    address, tools = job.address(mine), job.batch.tools
    written = letter(told.wording, job.language, told.values, told.calendar)
    return Ready(lambda: tools.mailer.send(address, written, tags_of(mine.key, address)))


def _sms(job: Job, mine: Message, told: Told) -> Ready | Out:
    """Counted before it is handed over, so that no crash exceeds a limit."""
    address, tools = job.address(mine), job.batch.tools
    text = short_text(told.wording, job.language, told.values)
    count = parts(text)
    if job.purse(mine).take(count):
        return Ready(lambda: tools.texter.send(address, text, tags_of(mine.key, address)), count)
    tools.ring(ALARM)
    return job.ends(mine, state.skipped(mine, Reason.LIMIT, job.batch.now()), otherwise(job, mine))
