"""The same message by the next channel, when the first does not reach somebody."""

from dataclasses import replace

from giaoban.outbox.message import Message
from giaoban.reminders.audience import next_channel
from giaoban.reminders.due import ASKED
from giaoban.reminders.job import Job


def otherwise(job: Job, message: Message) -> Message | None:
    """Put into the outbox before the first one's end is written; None where no channel is left. Raises Unavailable."""
    key, wave = message.key, job.rules.wave(message.key.wave)
    channels = wave.channels if wave else job.rules.asked.channels if key.wave == ASKED else ()
    channel = next_channel(job.person, channels, key.channel) if job.person else None
    if channel is None:
        return None
    instead = Message(replace(key, channel=channel), message.slot)
    return instead if job.batch.tools.outbox.add(instead) else None
