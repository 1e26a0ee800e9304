"""Why a message is not to go out, as far as it can be known before anything is written."""

from giaoban.contact import Channel
from giaoban.outbox.message import Message, Reason
from giaoban.reminders.audience import is_quiet, silent_for
from giaoban.reminders.due import ASKED
from giaoban.reminders.job import Job


def silent(job: Job, message: Message) -> Reason | None:
    """None when nothing is against it so far. Raises Unavailable."""
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
