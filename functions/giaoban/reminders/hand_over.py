"""One message on its way out. Claim it, make its link, look once more whether it is still wanted, hand it over, say so.

Whatever dies in between leaves a claim behind, and the sweeper says what is known (design decision 10).
"""

import secrets
from collections.abc import Callable

from giaoban.contact import Why
from giaoban.outbox import message as state
from giaoban.outbox.message import Message, Reason, State
from giaoban.outbox.outcome import NoAnswer, NotNow, Outcome, Refused, Taken
from giaoban.problem import GiaobanError
from giaoban.reminders.job import Job, Out, Ready
from giaoban.reminders.make_ready import make_ready
from giaoban.reminders.otherwise import otherwise
from giaoban.reminders.settle import settle
from giaoban.reminders.silent import silent
from giaoban.reminders.suppress import stop

# A provider that is busy is asked again after these; then the sweeper takes over.
PAUSES_SECONDS = (0.3, 1.0, 2.0)


def hand_over(job: Job, message: Message) -> Out | None:
    """None when somebody else has it. Raises Unavailable, and then it certainly was not handed over."""
    reason = silent(job, message)
    if reason is not None:
        return _skip(job, message, reason)
    mine = state.claimed(message, secrets.token_hex(8), job.batch.now())
    if not job.batch.tools.outbox.replace(mine):
        return None
    ready = _or_released(job, mine, lambda: make_ready(job, mine))
    if isinstance(ready, Out):
        return ready
    outcome = _patiently(job, ready.attempt)
    # From here on only the provider's own word makes it certain that nothing was sent.
    if isinstance(outcome, (NotNow, Refused)):
        return _or_released(job, mine, lambda: _not_taken(job, mine, outcome, ready))
    return _taken(job, mine, outcome, ready)


def _or_released[Result](job: Job, mine: Message, step: Callable[[], Result]) -> Result:
    """What is certainly not sent is let go of when a store falls silent, so that it can be tried again."""
    try:
        return step()
    except GiaobanError:
        settle(job.batch, mine, state.released(mine, job.batch.now()))
        raise


def _skip(job: Job, message: Message, reason: Reason) -> Out | None:
    """An e-mail that has had its first try stays UNKNOWN."""
    if message.state is not State.PENDING:
        return None
    instead = otherwise(job, message) if reason is Reason.STOPPED else None
    ended = state.skipped(message, reason, job.batch.now())
    return Out(ended, instead) if job.batch.tools.outbox.replace(ended) else None


def _patiently(job: Job, attempt: Callable[[], Outcome]) -> Outcome:
    """Only what was certainly not taken is tried again."""
    for seconds in PAUSES_SECONDS:
        outcome = attempt()
        if not isinstance(outcome, NotNow):
            return outcome
        job.batch.tools.pause(seconds)
    return attempt()


def _taken(job: Job, mine: Message, outcome: Taken | NoAnswer, ready: Ready) -> Out:
    now = job.batch.now()
    if isinstance(outcome, Taken):
        return job.ends(mine, state.sent(mine, outcome.message_id, ready.parts, now))
    return job.ends(mine, state.unknown(mine, Reason.NO_ANSWER, now))


def _not_taken(job: Job, mine: Message, outcome: NotNow | Refused, ready: Ready) -> Out:
    now, tools = job.batch.now(), job.batch.tools
    if ready.parts:
        job.purse(mine).give_back(ready.parts)
    if isinstance(outcome, NotNow):
        return job.ends(mine, state.released(mine, now))
    if outcome.is_opted_out and job.person:
        stop(tools.directory, job.campaign.slug, job.person, mine.key.channel, Why.STOP, now)
    reason = Reason.OPTED_OUT if outcome.is_opted_out else f"{Reason.REFUSED}:{outcome.code}"
    return job.ends(mine, state.failed(mine, reason, now), otherwise(job, mine))
