"""One message on its way out. Claim it, look once more whether it is still wanted, hand it over, say so.

Whatever dies in between leaves a claim behind, and the sweeper says what is known (design decision 10).
"""

import secrets
from collections.abc import Callable

from giaoban.contact import Why
from giaoban.outbox import message as state
from giaoban.outbox.batch import Batch
from giaoban.outbox.capability import Recipient
from giaoban.outbox.delivery import Delivery, Out, Ready
from giaoban.outbox.message import Message, MessageState, Reason
from giaoban.outbox.outcome import NoAnswer, NotNow, Refused, SendOutcome, Taken
from giaoban.outbox.prepare import prepare
from giaoban.outbox.settle import settle
from giaoban.problem import GiaobanError

# A provider that is busy is asked again after these; then the sweeper takes over.
PAUSES_SECONDS = (0.3, 1.0, 2.0)


def hand_over(batch: Batch, message: Message, recipient: Recipient | None) -> Out | None:
    """None when somebody else has it. Raises Unavailable, and then it certainly was not handed over."""
    reason = against(batch, message, recipient)
    if reason is not None or recipient is None:
        return _skip(batch, message, recipient, reason or Reason.GONE)
    mine = state.claimed(message, secrets.token_hex(8), batch.now())
    if not batch.office.outbox.replace(mine):
        return None
    delivery = Delivery(batch, recipient)
    ready = _or_released(batch, mine, lambda: prepare(delivery, mine))
    if isinstance(ready, Out):
        return ready
    outcome = _patiently(batch, ready.attempt)
    # From here on only the provider's own word makes it certain that nothing was sent.
    if isinstance(outcome, (NotNow, Refused)):
        return _or_released(batch, mine, lambda: _not_taken(delivery, mine, outcome, ready))
    return _taken(delivery, mine, outcome, ready)


def against(batch: Batch, message: Message, recipient: Recipient | None) -> Reason | None:
    """Why a message is not to go out, as far as it can be known before anything is written. Raises Unavailable."""
    now = batch.now()
    if now >= message.expires:
        return Reason.EXPIRED
    if batch.is_paused(message.key.campaign):
        return Reason.PAUSED
    if recipient is None or recipient.address(message.key.channel) is None:
        return Reason.GONE
    if message.key.channel not in recipient.reachable():
        return Reason.STOPPED
    return batch.capability.forbids(message, recipient, now)


def _or_released[Result](batch: Batch, mine: Message, step: Callable[[], Result]) -> Result:
    """What is certainly not sent is let go of when a store falls silent, so that it can be tried again."""
    try:
        return step()
    except GiaobanError:
        settle(batch, mine, state.released(mine, batch.now()))
        raise


def _skip(batch: Batch, message: Message, recipient: Recipient | None, reason: Reason) -> Out | None:
    """An e-mail that has had its first try stays UNKNOWN."""
    if message.state is not MessageState.PENDING:
        return None
    is_stopped = reason is Reason.STOPPED and recipient is not None
    instead = Delivery(batch, recipient).by_next_channel(message) if is_stopped and recipient else None
    ended = state.skipped(message, reason, batch.now())
    return Out(ended, instead) if batch.office.outbox.replace(ended) else None


def _patiently(batch: Batch, attempt: Callable[[], SendOutcome]) -> SendOutcome:
    """Only what was certainly not taken is tried again."""
    for seconds in PAUSES_SECONDS:
        outcome = attempt()
        if not isinstance(outcome, NotNow):
            return outcome
        batch.office.pause(seconds)
    return attempt()


def _taken(delivery: Delivery, mine: Message, outcome: Taken | NoAnswer, ready: Ready) -> Out:
    now = delivery.batch.now()
    if isinstance(outcome, Taken):
        return delivery.ends(mine, state.sent(mine, outcome.message_id, ready.parts, now))
    return delivery.ends(mine, state.unknown(mine, Reason.NO_ANSWER, now))


def _not_taken(delivery: Delivery, mine: Message, outcome: NotNow | Refused, ready: Ready) -> Out:
    now = delivery.batch.now()
    if ready.parts:
        delivery.purse(mine).give_back(ready.parts)
    if isinstance(outcome, NotNow):
        return delivery.ends(mine, state.released(mine, now))
    if outcome.is_opted_out:
        delivery.capability.silence(mine, delivery.recipient, Why.STOP, now)
    reason = Reason.OPTED_OUT if outcome.is_opted_out else f"{Reason.REFUSED}:{outcome.code}"
    return delivery.ends(mine, state.failed(mine, reason, now), delivery.by_next_channel(mine))
