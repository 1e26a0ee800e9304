"""Handing over all that is open for one unit in one wave."""

from collections import Counter, deque

from giaoban.campaign import campaign_of
from giaoban.outbox.message import may_be_claimed
from giaoban.outbox.queue import ToSend
from giaoban.reminders.hand_over import hand_over
from giaoban.reminders.job import Job
from giaoban.reminders.together import Together
from giaoban.reminders.tools import Batch


def send_unit(batch: Batch, together: Together, asked: ToSend) -> Counter[str]:
    """How many messages ended how. Raises Unavailable, and what was not handed over comes again; Unknown."""
    campaign = campaign_of(batch.tools.campaigns, asked.campaign)
    rules, counts = campaign.reminders, Counter[str]()
    if rules is None:
        return counts
    open_ones = deque(each for each in together.messages(asked) if may_be_claimed(each, batch.now()))
    people = {each.id: each for each in together.people(asked)} if open_ones else {}
    while open_ones:
        message = open_ones.popleft()
        out = hand_over(Job(batch, campaign, rules, people.get(message.key.recipient)), message)
        if out is not None:
            counts[out.message.state] += 1
            open_ones.extend([out.instead] if out.instead else [])
    return counts
