"""Joining receipts to their messages; bounces, complaints and STOP silence the address."""

from collections.abc import Mapping

from giaoban.campaign import Campaign
from giaoban.contact import Channel, Why
from giaoban.directory.store import DirectoryStore
from giaoban.fold import fold_for_matching
from giaoban.outbox.message import received
from giaoban.outbox.receipts import STOPS, WORDS_OF_STOP, Answer, Receipt
from giaoban.outbox.tags import mark
from giaoban.problem import Unavailable
from giaoban.reminders.store import ReminderStore
from giaoban.reminders.suppress import stop

TRIES = 5


def receive(outbox: ReminderStore, directory: DirectoryStore, receipt: Receipt) -> bool:
    """Whether it says anything new. Raises Unavailable, and the event comes again."""
    if receipt.fate in STOPS:
        _silence(directory, receipt)
    for _ in range(TRIES):
        message = outbox.get(receipt.key)
        if message is None:
            return False
        after = received(message, receipt.fate, receipt.message_id, receipt.at)
        if after is message:
            return False
        if outbox.replace(after):
            return True
    raise Unavailable("store_silent")


def _silence(directory: DirectoryStore, receipt: Receipt) -> None:
    """Only the address that the message went to: somebody's new one has done nothing."""
    key = receipt.key
    person = directory.person(key.campaign, key.recipient)
    address = person.entry.address(key.channel) if person else None
    if person and address and receipt.mark == mark(address):
        stop(directory, key.campaign, person, key.channel, STOPS[receipt.fate], receipt.at)


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
