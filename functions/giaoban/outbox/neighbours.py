"""What neighbouring units of a batch need to be read, read once: two Queries instead of two for each unit.

Whether a message is still wanted is no part of it: that is read for each message alone, last of all.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from threading import Lock

from giaoban.outbox.capability import Capability, Recipient
from giaoban.outbox.message import Message
from giaoban.outbox.queue import ToSend
from giaoban.outbox.store import Outbox

# So many others may stand between two units that are read together.
GAP = 5
type Run = tuple[ToSend, ...]


class Neighbours:
    """For one invocation; its threads wait for each other's reading."""

    def __init__(self, outbox: Outbox, capability: Capability, asked: Iterable[ToSend]) -> None:
        self._outbox, self._capability, self._lock = outbox, capability, Lock()
        self._runs = {each: run for run in runs(capability.units, asked) for each in run}
        self._messages: dict[Run, list[Message]] = {}
        self._recipients: dict[Run, Mapping[str, Recipient]] = {}

    def messages(self, asked: ToSend) -> list[Message]:
        """The unit's messages in the wave. Raises Unavailable."""
        found = self._once(self._messages, asked, self._read_messages)
        return [each for each in found if each.key.unit == asked.unit]

    def recipients(self, asked: ToSend) -> Mapping[str, Recipient]:
        """Whoever the unit's messages are for, by id, and perhaps others. Raises Unavailable."""
        return self._once(self._recipients, asked, self._read_recipients)

    def _once[Found](self, known: dict[Run, Found], asked: ToSend, read: Callable[[Run], Found]) -> Found:
        run = self._runs.get(asked, (asked,))
        with self._lock:
            if run not in known:
                known[run] = read(run)
            return known[run]

    def _read_messages(self, run: Run) -> list[Message]:
        first, last = run[0], run[-1]
        return self._outbox.of_units(first.campaign, first.day, first.wave, first.unit, last.unit)

    def _read_recipients(self, run: Run) -> Mapping[str, Recipient]:
        return self._capability.recipients(run[0].campaign, run[0].unit, run[-1].unit)


def runs(units: Callable[[str], Collection[str]], asked: Iterable[ToSend]) -> Iterator[Run]:
    """Units of the same wave that stand near each other, in the order in which stores keep them."""
    order = sorted(set(asked), key=lambda each: (each.campaign, each.day, each.wave, each.unit))
    for (slug, day, wave), some in groupby(order, key=lambda each: (each.campaign, each.day, each.wave)):
        for near in neighbours([each.unit for each in some], units(slug)):
            yield tuple(ToSend(slug, day, wave, unit) for unit in near)


def neighbours(wanted: Sequence[str], codes: Collection[str]) -> Iterator[list[str]]:
    """`wanted`, in order, parted where too many others would be read along; who is no unit stands alone."""
    place = {code: number for number, code in enumerate(sorted(codes))}
    run: list[str] = []
    for code in wanted:
        is_near = run and code in place and run[-1] in place and place[code] - place[run[-1]] <= GAP
        if run and not is_near:
            yield run
            run = []
        run.append(code)
    if run:
        yield run
