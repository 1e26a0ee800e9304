"""`python -m tests.editions.samples FOLDER` writes editions of replayed days: for whoever reads them to build on."""

import json
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from giaoban.campaign import Campaign, load
from giaoban.editions.consolidate import consolidate
from giaoban.editions.consolidate_period import consolidate_period
from giaoban.editions.edition import EditionKind, Frozen, Imprint, Remarks, frozen
from giaoban.editions.period import period_named
from giaoban.schemas import schemas_folder
from tests.editions.replayed import Replayed, replayed

REMARKS = Remarks(
    "Đề nghị các đơn vị chậm báo cáo rút kinh nghiệm; Trung tâm tiếp tục hỗ trợ các xã khó khăn về đường truyền.",
    "dieu-phoi-1",
    1,
)


def at(campaign: Campaign, day: date, clock: str) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=campaign.zone)


def chain(story: Replayed) -> dict[str, Frozen]:
    """Each day issued at 16:48, the last one provisional; day 9 has a correction two days later as well."""
    made: dict[str, Frozen] = {}
    previous: Frozen | None = None
    for number, day in enumerate(sorted(story.units), start=1):
        imprint = Imprint(
            1, EditionKind.ISSUED, at(story.campaign, day, "16:48:12.345"), "dieu-phoi-1", REMARKS, previous
        )
        if number == len(story.units):
            imprint = replace(
                imprint,
                kind=EditionKind.PROVISIONAL,
                issued_by=None,
                remarks=Remarks(),
                issued_at=at(story.campaign, day, "16:55:00"),
            )
        first = frozen(consolidate(story.day(day), imprint))
        made[f"edition-{number}"] = first
        if number == len(story.units) - 1:
            closed = replace(imprint, number=2, kind=EditionKind.CORRECTION, issued_by=None, replaces=first)
            closed = replace(closed, issued_at=at(story.campaign, day + timedelta(days=2), "16:00:00"))
            made[f"edition-{number}-correction"] = frozen(consolidate(story.day(day), closed))
        previous = first
    return made


def summed_up(story: Replayed, made: dict[str, Frozen], name: str) -> Frozen:
    """A week's report, issued on the morning after."""
    period = period_named(story.campaign, name)
    dailies = [made[f"edition-{story.campaign.day_number(day)}"] for day in period.days]
    issued_at = at(story.campaign, period.last + timedelta(days=1), "09:12:00")
    return frozen(
        consolidate_period(story.campaign, period, dailies, Imprint(1, EditionKind.ISSUED, issued_at, "dieu-phoi-1"))
    )


def main() -> None:
    folder, story = Path(sys.argv[1]), replayed(load(schemas_folder() / "campaigns" / "hanoi-45"), 10)
    made = chain(story)
    made["period-week-1"] = summed_up(story, made, "week-1")
    for name in ("edition-1", "edition-8", "edition-9", "edition-9-correction", "edition-10", "period-week-1"):
        (folder / f"{name}.json").write_text(json.dumps(made[name].content, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
