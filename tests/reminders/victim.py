"""A worker in a process of its own, to be killed: hands over what a wave owes, as functions/send.py does.

python -m tests.reminders.victim <slot> <reports> <access> <directory> <reminders>; the providers are where the environment says.
"""

import sys
from dataclasses import replace
from datetime import datetime

from giaoban.access.store import GrantStore
from giaoban.campaign import Campaign, load_all
from giaoban.directory.store import DirectoryStore
from giaoban.outbox.batch import Batch, PostOffice
from giaoban.outbox.neighbours import Neighbours
from giaoban.outbox.providers import Mailer, Texter
from giaoban.outbox.queue import ToSend
from giaoban.outbox.send import send_unit
from giaoban.reminders.reminding import Reminding
from giaoban.reminders.store import ReminderStore
from giaoban.reminders.waves import WaveStores
from giaoban.reports.store import ReportStore
from tests.reminders.ticking import remind


class Inline:
    """In place of the queue."""

    def __init__(self) -> None:
        self.asked: list[ToSend] = []

    def ask(self, wanted: list[ToSend]) -> int:
        self.asked += dict.fromkeys(wanted)
        return len(wanted)


def small(campaign: Campaign) -> Campaign:
    """Three units are enough."""
    return replace(campaign, units=dict(list(campaign.units.items())[:3]))


def main(slot: str, reports: str, access: str, directory: str, outbox: str) -> None:
    """The tick of a slot, and all the sending that follows from it."""
    campaign, now = small(load_all()["hanoi-45"]), datetime.fromisoformat(slot)
    queue, grants = Inline(), GrantStore(access)
    stores = WaveStores(ReportStore(reports), DirectoryStore(directory), ReminderStore(outbox), queue)
    office = PostOffice(
        outbox=stores.outbox,
        mailer=Mailer("giaoban@giaoban.invalid", "giaoban"),
        texter=Texter("GiaoBan"),
        ring=lambda _: None,
    )
    reminding = Reminding(
        campaigns={campaign.slug: campaign},
        reports=stores.reports,
        directory=stores.directory,
        grants=grants,
        outbox=stores.outbox,
        origin="https://giaoban.invalid",
    )
    list(remind(stores, campaign, now))
    for asked in queue.asked:
        batch = Batch(office, reminding, now)
        send_unit(batch, Neighbours(office.outbox, reminding, queue.asked), asked)


if __name__ == "__main__":
    main(*sys.argv[1:])
