"""Days opened as the clock has them opened: portion after portion, each asking for the next."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from giaoban.campaign import Campaign
from giaoban.reports.open_days import open_portion


def open_days(store: Any, campaign: Campaign, slot: datetime) -> Iterator[tuple[date, int]]:
    begun, after = None, ""
    while opened := open_portion(store, campaign, slot, begun, after):
        yield opened.day, opened.units
        begun, after = opened.day, opened.after or ""
