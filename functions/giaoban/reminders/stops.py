"""What comes back of what was sent: who must not be written to any more, and what else somebody answered.

A stop is about the very address that it concerns."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from giaoban.campaign import Campaign
from giaoban.contact import Channel, Why
from giaoban.directory.items import changed
from giaoban.directory.person import Answered, Person, Stop
from giaoban.directory.store import DirectoryStore
from giaoban.outbox.receipts import Answer, Receipt
from giaoban.outbox.tags import mark
from giaoban.problem import Unavailable
from giaoban.reminders.wish import wants_no_more
from giaoban.shown import as_shown

TRIES = 5
BY = "receipt"
# Two parts of an SMS: what a coordinator reads at a glance.
MAX_ANSWER = 320


def silence(directory: DirectoryStore, receipt: Receipt, why: Why) -> None:
    """Only the address that the message went to: somebody's new one has done nothing. Raises Unavailable."""
    key = receipt.key
    person = directory.person(key.campaign, key.recipient)
    address = person.entry.address(key.channel) if person else None
    if person and address and receipt.mark == mark(address):
        stop(directory, key.campaign, person, key.channel, why, receipt.at)


def obey(directory: DirectoryStore, campaigns: Mapping[str, Campaign], answer: Answer) -> int:
    """Silences whoever wishes it, wherever the number stands; in how many places. Raises Unavailable.

    Anything else that somebody writes stands at the person for the centre to read: nobody else reads answers.
    """
    is_wish, found = wants_no_more(answer.text), 0
    for campaign in campaigns:
        for person in directory.read(campaign).people:
            if person.entry.phone != answer.number:
                continue
            if is_wish:
                found += stop(directory, campaign, person, Channel.SMS, Why.STOP, answer.at)
            else:
                _keep(directory, campaign, person, answer)
    return found


def _keep(directory: DirectoryStore, campaign: str, person: Person | None, answer: Answer) -> None:
    """The last that came; of events in another order the later one stays. Raises Unavailable."""
    said = Answered(answer.at, as_shown(answer.text)[:MAX_ANSWER])
    for _ in range(TRIES):
        if person is None or (person.answer and person.answer.at >= said.at):
            return
        if directory.note(campaign, replace(person, answer=said, version=person.version + 1)):
            return
        person = directory.person(campaign, person.id)
    raise Unavailable("store_silent")


def stop(directory: DirectoryStore, campaign: str, person: Person, channel: Channel, why: Why, now: datetime) -> bool:
    """Whether the channel is stopped now; a person whom somebody changes meanwhile is read again. Raises Unavailable."""
    address = person.entry.address(channel)
    for _ in range(TRIES):
        if person.stop_of(channel) is not None:
            return True
        if address is None or person.entry.address(channel) != address:
            return False
        stopped = replace(person, stops={**person.stops, channel: Stop(now, why, BY, address)})
        if directory.note(campaign, changed(stopped, now, "stopped", BY, why.value)):
            return True
        again = directory.person(campaign, person.id)
        if again is None:
            return False
        person = again
    raise Unavailable("store_silent")
