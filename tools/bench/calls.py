"""DynamoDB calls per operation, seen where the AWS client begins."""

import asyncio
import copy
from collections import Counter
from datetime import timedelta

from giaoban.access.links import issue
from giaoban.access.store import GrantStore
from tools.bench.scene import ENGINE, REPORT, Event, Scene, scene
from tools.bench.table import Row, show
from tools.bench.warm import Observed, observe

READS = frozenset({"GetItem", "Query", "BatchGetItem", "Scan"})


def main() -> None:
    """Prints the table."""
    asyncio.run(_main())


async def _main() -> None:
    async with scene() as at:
        rows = [*_rows(at, "ReportsFunction", _report_events(at)), *_rows(at, "AccessFunction", _access_events(at))]
    title = f"DynamoDB calls per operation; {ENGINE}. Aim for a submission: 1 write, at most 2 reads"
    show(title, ["", "status", "reads", "writes", "which"], rows)


def _rows(at: Scene, function: str, events: dict[str, Event]) -> list[Row]:
    return [_row(name, seen) for name, seen in zip(events, observe(at, function, list(events.values())), strict=True)]


def _row(name: str, seen: Observed) -> Row:
    reads = sum(call in READS for call in seen.calls)
    which = ", ".join(f"{count} {call}" for call, count in Counter(seen.calls).items())
    return name, seen.status, reads, len(seen.calls) - reads, which or "none"


def _report_events(at: Scene) -> dict[str, Event]:
    """In the order in which a unit's day goes; each stands on what those before it stored."""
    unit, day = next(iter(at.campaign.units.values())), at.campaign.first_day + timedelta(days=1)
    at.opened(unit, day)
    cookie, names = at.signed_in(unit), {"c": at.campaign.slug, "d": day.isoformat(), "u": unit.code}
    first = at.submission(unit, day, cookie)
    return {
        "campaign": at.event("GET", "/v1/campaigns/{c}", {"c": at.campaign.slug}),
        "form": at.event("GET", "/v1/campaigns/{c}/forms/{kind}", {"c": at.campaign.slug, "kind": unit.kind}),
        "report, before the first": at.event("GET", REPORT, names, cookie),
        "submission": first,
        "the same sent again": copy.deepcopy(first),
        "correction": at.submission(unit, day, cookie, 1),
        "conflict": at.submission(unit, day, cookie, 1),
        "report": at.event("GET", REPORT, names, cookie),
        "no session": at.event("GET", REPORT, names),
    }


def _access_events(at: Scene) -> dict[str, Event]:
    unit, day = next(iter(at.campaign.units.values())), at.campaign.first_day
    link = issue(GrantStore(at.tables["AccessTable"]), at.campaign, unit, day, "bench")
    cookie = at.signed_in(unit)
    return {
        "open a link": at.event("POST", "/v1/session", {}, body={"token": link.token}),
        "who am I": at.event("GET", "/v1/session", {}, cookie),
        "send me my link": at.event("POST", "/v1/session/request", {}, body={"unit": unit.code}),
        "sign out": at.event("DELETE", "/v1/session", {}, cookie),
    }
