"""A steady stream: ODK Central's own soak, 50 submissions a second for 30 s; then how much more this machine carries."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice, product

from giaoban.campaign import Unit
from tools.bench.load import HEADS, Measured, measure
from tools.bench.open_loop import Due
from tools.bench.running import running
from tools.bench.scene import AT as AFTERNOON
from tools.bench.scene import ENGINE
from tools.bench.senders import Senders, signed_in
from tools.bench.table import Row, show

RATE, SECONDS = 50, 30
# Short and faster, until the system falls behind.
FASTER, FASTER_SECONDS = (75, 100, 150), 8
FALLEN_BEHIND_MS = 1000
type UnitDays = Iterator[tuple[int, Unit]]


def main() -> None:
    """Prints the table."""
    rows: list[Row] = []
    busy: list[str] = []
    steps = [(RATE, SECONDS), *((rate, FASTER_SECONDS) for rate in FASTER)]
    with running("soak") as run:
        senders = signed_in(run)
        unit_days = iter(list(product(range(senders.campaign.days), senders.campaign.units.values())))
        requests = sum(rate * seconds for rate, seconds in steps)
        senders.open_days(requests // len(senders.campaign.units) + 1)
        for rate, seconds in steps:
            measured = measure(senders, list(_plan(senders, unit_days, rate, seconds)))
            rows.append(measured.row(f"{rate} a second for {seconds} s"))
            busy.append(f"{rate} a second: {measured.where()}")
            if _has_fallen_behind(measured):
                break
    show(
        f"Soak: first reports of every figure, each of its own unit and day; {ENGINE}. Aim: 100 % accepted", HEADS, rows
    )
    print("  In use", *busy, sep="\n    ")


def _has_fallen_behind(measured: Measured) -> bool:
    return measured.accepted < 100 or measured.latency(95) > FALLEN_BEHIND_MS


def _plan(senders: Senders, unit_days: UnitDays, rate: int, seconds: int) -> Iterator[Due]:
    for number, (passed, unit) in enumerate(islice(unit_days, rate * seconds)):
        day = senders.campaign.first_day + timedelta(days=passed)
        received = senders.campaign.opens(day) + AFTERNOON
        yield senders.due(number / rate, unit, day, senders.report(unit), received)
