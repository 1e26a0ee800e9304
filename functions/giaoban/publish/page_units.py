"""*126 xã, phường*: the list, one page each; and the departments."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from giaoban.campaign import Unit
from giaoban.editions.content.units import PublicUnit
from giaoban.language import Language
from giaoban.publish.dates import clock, full_day
from giaoban.publish.page import Page, page
from giaoban.publish.render import render
from giaoban.publish.said import said_by
from giaoban.publish.shares import measures
from giaoban.publish.slugs import communes, slugs
from giaoban.publish.story import Issue, Story
from giaoban.publish.words import say

type UnitDays = Sequence[tuple[date, Issue | None, PublicUnit | None]]


def communes_page(story: Story, language: Language) -> Page:
    """All communes with their strips."""
    units = communes(story.campaign)
    listed = [(unit, _strip(unit_days(story, unit.code), language)) for unit in units]
    body = render("communes.html", language, story=story, units=listed, slugs=slugs(story.campaign))
    title = say("communes_n", language, n=len(units))
    return page("communes", language, body, title, say("communes_description", language, n=len(units)), kind="communes")


def commune_pages(story: Story) -> Iterator[Page]:
    """One page each, in Vietnamese: it is for the people who live there."""
    addresses = slugs(story.campaign)
    for unit in communes(story.campaign):
        yield _commune_page(story, unit, addresses[unit.code])


def departments_page(story: Story, language: Language) -> Page:
    """All departments: their strips, their totals."""
    units = [unit for unit in story.campaign.units.values() if unit.kind == "department"]
    listed = [(unit, _strip(unit_days(story, unit.code), language)) for unit in units]
    kind = story.today.kinds.get("department") if story.today else None
    said = said_by(story, [unit.code for unit in units])
    body = render("departments.html", language, story=story, issue=story.today, units=listed, kind=kind, said=said)
    told = say("departments_description", language, n=len(units), of=story.campaign.days)
    return page("departments", language, body, say("departments", language), told, kind="departments")


def unit_days(story: Story, code: str) -> UnitDays:
    """Each day of the campaign: its newest edition and what it says of the unit, None where there is none."""
    return [(day, issue, issue.rows.get(code) if issue else None) for day, issue in story.by_day()]


def _strip(days: UnitDays, language: Language) -> list[tuple[str, str]]:
    return [(row["state"] if row else "none", _told(day, row, language)) for day, _, row in days]


def _told(day: date, row: PublicUnit | None, language: Language) -> str:
    state = say(row["state"] if row else "none", language)
    at = f", {clock(row['first_received_at'])}" if row and row["first_received_at"] else ""
    return f"{full_day(day, language)}: {state}{at}"


def _commune_page(story: Story, unit: Unit, slug: str) -> Page:
    days = unit_days(story, unit.code)
    states = Counter(row["state"] if row else "none" for _, _, row in days)
    counted = {"on_time": states["on_time"], "known": len(days) - states["none"]}
    row = story.today.rows.get(unit.code) if story.today else None
    form = story.campaign.form_of(unit)
    body = render(
        "unit.html",
        "vi",
        story=story,
        unit=unit,
        days=days,
        strip_of=_strip(days, "vi"),
        states=states,
        counted=counted,
        form=form,
        groups=form.schema["groups"],
        shares=[(measure, measure.share(row)) for measure in measures(form).values()],
        latest=_latest(days, list(form.figures)),
        said=said_by(story, [unit.code]),
        over_days={name: [row["figures"].get(name) if row else None for _, _, row in days] for name in form.figures},
    )
    told = say("unit_description", "vi", name=unit.names.vi, **counted)
    return page("communes", "vi", body, unit.names.vi, told, f"{slug}/", has_mate=False, kind="unit")


def _latest(days: UnitDays, names: list[str]) -> dict[str, tuple[date, int | bool]]:
    """Each figure as last reported, with its day."""
    found: dict[str, tuple[date, int | bool]] = {}
    for day, _, row in days:
        if row:
            found.update({name: (day, row["figures"][name]) for name in names if name in row["figures"]})
    return found
