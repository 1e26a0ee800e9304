"""A claimed message made ready: its words, and for an SMS its cost, all written before it is handed over."""

from giaoban.contact import Channel
from giaoban.outbox import message as state
from giaoban.outbox.capability import Said
from giaoban.outbox.delivery import Delivery, Out, Ready
from giaoban.outbox.email import email, short_text
from giaoban.outbox.message import Message, Reason
from giaoban.outbox.sms import parts
from giaoban.outbox.tags import tags_of

ALARM = "SmsLimitReached"


def prepare(delivery: Delivery, mine: Message) -> Ready | Out:
    """Or its end, where it is not wanted any more. Raises Unavailable."""
    now = delivery.batch.now()
    said = delivery.capability.still_wanted(mine, delivery.recipient, now)
    if isinstance(said, Reason):
        now = delivery.batch.now()
        # A first try of which nobody knows is not undone by the second one's silence.
        ended = state.skipped(mine, said, now) if mine.tries == 1 else state.unknown(mine, Reason.NO_ANSWER, now)
        return delivery.ends(mine, ended)
    return (_email if mine.key.channel is Channel.EMAIL else _sms)(delivery, mine, said)


def _email(delivery: Delivery, mine: Message, said: Said) -> Ready:
    address, office = delivery.address(mine), delivery.batch.office
    written = email(said.wording, delivery.recipient.language, said.values, said.calendar)
    return Ready(lambda: office.mailer.send(address, written, tags_of(mine.key, address)))


def _sms(delivery: Delivery, mine: Message, said: Said) -> Ready | Out:
    """Counted before it is handed over, so that no crash exceeds a limit."""
    address, office = delivery.address(mine), delivery.batch.office
    text = short_text(said.wording, delivery.recipient.language, said.values)
    count = parts(text)
    if delivery.purse(mine).take(count):
        return Ready(lambda: office.texter.send(address, text, tags_of(mine.key, address)), count)
    if not delivery.capability.allowance(mine).purse:
        # What is planned does not go; whoever asks again and again wakes nobody up.
        office.ring(ALARM)
    ended = state.skipped(mine, Reason.LIMIT, delivery.batch.now())
    return delivery.ends(mine, ended, delivery.by_next_channel(mine))
