"""Who must not be written to any more: a stop in the directory, about the very address that it concerns."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from giaoban.campaign import Campaign
from giaoban.contact import Channel, Why
from giaoban.directory.items import changed
from giaoban.directory.person import Person, Stop
from giaoban.directory.store import DirectoryStore
from giaoban.fold import fold_for_matching
from giaoban.outbox.receipts import WORDS_OF_STOP, Answer, Receipt
from giaoban.outbox.tags import mark
from giaoban.problem import Unavailable

TRIES = 5
BY = "receipt"


def silence(directory: DirectoryStore, receipt: Receipt, why: Why) -> None:
    """Only the address that the message went to: somebody's new one has done nothing. Raises Unavailable."""
    key = receipt.key
    person = directory.person(key.campaign, key.recipient)
    address = person.entry.address(key.channel) if person else None
    if person and address and receipt.mark == mark(address):
        stop(directory, key.campaign, person, key.channel, why, receipt.at)


def obey(directory: DirectoryStore, campaigns: Mapping[str, Campaign], answer: Answer) -> int:
    """Silences whoever writes STOP, wherever the number stands; in how many places. Raises Unavailable."""
    if fold_for_matching(answer.text).upper() not in WORDS_OF_STOP:
        return 0
    found = 0
    for campaign in campaigns:
        for person in directory.read(campaign).people:
            if person.entry.phone == answer.number:
                found += stop(directory, campaign, person, Channel.SMS, Why.STOP, answer.at)
    return found


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
