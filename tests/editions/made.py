"""Days, drafts and campaigns made with a word or two; what is not said is ordinary."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

from giaoban.campaign import Campaign, load
from giaoban.editions.consolidate import consolidate
from giaoban.editions.edition import EditionKind, Frozen, Imprint, frozen
from giaoban.reports.report import Baseline, Day, KnownStock, Report, UnitDay
from tests.campaign.small import write_campaign
from tests.reports.made import DAY, REPORTER, at, submission

type Data = dict[str, Any]

BEFORE = date(2025, 8, 1)
ISSUED_AT = at("16:48:12.345")


def changed_campaign(folder: Path, change: Callable[[Path, Data], object]) -> Campaign:
    """The small campaign in a folder of its own, with something of it changed."""
    write_campaign(folder / "lang-sen")
    data = json.loads((folder / "lang-sen/campaign.json").read_text("utf-8"))
    change(folder / "lang-sen", data)
    (folder / "lang-sen/campaign.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return load(folder / "lang-sen")


def sent(campaign: Campaign, unit: str, clock: str = "15:00", revision: int = 1, **said: Any) -> Report:
    """A revision of that unit's report of DAY, with the same id (and so the same receipt) in every run."""
    own = {"id": str(UUID(int=int(sha256(f"{unit}/{revision}".encode()).hexdigest()[:32], 16)))}
    made = submission(**own | {"base_revision": revision - 1} | said)
    return Report(campaign.slug, unit, DAY, revision, at(clock), made, REPORTER)


def known(**stocks: int | bool) -> Baseline:
    """Revision 0 with these stocks, all known since the day before."""
    return Baseline({name: KnownStock(value, BEFORE) for name, value in stocks.items()})


def day_of(campaign: Campaign, *reports: Report, baselines: Mapping[str, Baseline] | None = None, **said: Any) -> Day:
    """`said`: by unit code, more of its day (decisions)."""
    moves = said.pop("moves", ())
    units = {
        unit.code: UnitDay(
            campaign,
            unit,
            DAY,
            (baselines or {}).get(unit.code, Baseline()),
            tuple(report for report in reports if report.unit == unit.code),
            tuple(said.get(unit.code, ())),
        )
        for unit in campaign.units.values()
    }
    return Day(campaign, DAY, units, moves[-1] if moves else None, tuple(moves))


def consolidated(day: Day, issued_at: datetime = ISSUED_AT, number: int = 1, **said: Any) -> Any:
    """The edition of that day, as JSON."""
    return consolidate(day, Imprint(number, said.pop("kind", EditionKind.ISSUED), issued_at, "dieu-phoi-1", **said))


def figure(edition: Any, name: str, kind: str = "commune") -> Any:
    """A figure or total of the edition, by its id."""
    groups = next(each for each in edition["kinds"] if each["kind"] == kind)["groups"]
    return next(each for group in groups for each in [*group["figures"], *group["totals"]] if each["id"] == name)


def target(edition: Any, name: str, kind: str = "commune") -> Any:
    targets = next(each for each in edition["kinds"] if each["kind"] == kind)["targets"]
    return next(each for each in targets if each["id"] == name)


def line(edition: Any, unit: str) -> Any:
    return next(each for each in edition["units"] if each["unit"]["code"] == unit)


def frozen_of(edition: Any) -> Frozen:
    return frozen(edition)
