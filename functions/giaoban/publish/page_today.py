"""*Hôm nay*: the newest day at a glance."""

from collections.abc import Sequence
from typing import Final

from giaoban.editions.content.figures import Figure, Group, Target
from giaoban.language import Language
from giaoban.numbers import percent, points
from giaoban.publish.dates import clock, long_day
from giaoban.publish.page import Page, page
from giaoban.publish.render import render
from giaoban.publish.said import MOST, said_on
from giaoban.publish.slugs import slugs
from giaoban.publish.story import Issue, Story
from giaoban.publish.words import say

STATES: Final = ("on_time", "late", "excused", "missing", "expected")


def today_page(story: Story, language: Language) -> Page:
    """The home page; before the first edition it says so."""
    issue = story.today
    if issue is None:
        title, text = say("nothing_yet_title", language), say("nothing_yet", language)
        return page("today", language, render("nothing.html", language), title, text, kind="today")
    counts, targets = issue.kinds["commune"]["counts"], issue.kinds["commune"]["targets"]
    title = say("today_title", language, n=issue.edition["day_number"], of=story.campaign.days)
    description = say(
        "today_description",
        language,
        date=_capital(long_day(issue.day, language)),
        on_time=counts["on_time"],
        due=counts["due"],
        met=_met(targets),
        targets=len(targets),
    )
    body = render(
        "today.html",
        language,
        story=story,
        issue=issue,
        commune=issue.kinds["commune"],
        counts=[(state, counts[state]) for state in STATES if counts[state] or state != "expected"],
        squares_of=_squares(issue, language),
        columns_of=columns_of(story),
        sentences=_sentences(issue, targets, language),
        said=said_on(story, issue),
        most=MOST,
        slugs=slugs(story.campaign),
        tiles=[figure for group in issue.kinds["commune"]["groups"] for figure in _flows(group)],
    )
    return page("today", language, body, title, description, kind="today")


def _flows(group: Group) -> list[Figure]:
    """What happened that day: the group's totals, or the first two of its figures."""
    totals = [figure for figure in group["totals"] if figure["measure"] == "flow"]
    return totals or [each for each in group["figures"] if each["measure"] == "flow" and each["type"] == "integer"][:2]


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _met(targets: Sequence[Target]) -> int:
    return sum(target["met"] for target in targets)


def columns_of(story: Story) -> list[dict[str, int] | None]:
    """How the communes reported, day by day; None where there is no edition."""
    return [_stack(each) if each else None for _, each in story.by_day()]


def _stack(issue: Issue) -> dict[str, int]:
    counts = issue.kinds["commune"]["counts"]
    return {state: counts[state] for state in STATES}


def _squares(issue: Issue, language: Language) -> list[tuple[str, str]]:
    rows = [row for row in issue.edition["units"] if row["unit"]["kind"] == "commune"]
    rows.sort(key=lambda row: STATES.index(row["state"]))
    return [(row["state"], row["unit"]["names"][language]) for row in rows]


def _sentences(issue: Issue, targets: Sequence[Target], language: Language) -> list[str]:
    """The day in three sentences, made from its figures."""
    return [_reported(issue, language), _gain(targets, language), _furthest(targets, language)]


def _reported(issue: Issue, language: Language) -> str:
    counts = issue.kinds["commune"]["counts"]
    others = {state: counts[state] for state in ("late", "missing", "excused")}
    told = [say(f"story_{state}", language, n=count) for state, count in others.items() if count]
    return say(
        "story_reported",
        language,
        on_time=counts["on_time"],
        due=counts["due"],
        deadline=clock(issue.edition["deadline"]),
        rest="; " + ", ".join(told) if told else "",
    )


def _gain(targets: Sequence[Target], language: Language) -> str:
    known = {"met": _met(targets), "targets": len(targets)}
    best = max(targets, key=lambda target: target["change"] or 0, default=None)
    if best is None or not best["change"] or best["change"] <= 0:
        return say("story_targets", language, **known)
    change = points(best["change"], language).lstrip("+")
    return say("story_gain", language, title=best["title"][language], change=change, **known)


def _furthest(targets: Sequence[Target], language: Language) -> str:
    open_targets = [target for target in targets if target["value"] is not None and not target["met"]]
    if not open_targets:
        return say("story_all_met", language)
    furthest = max(open_targets, key=lambda target: target["goal"] - (target["value"] or 0))
    return say(
        "story_furthest",
        language,
        title=furthest["title"][language],
        value=percent(furthest["value"], language),
        goal=percent(furthest["goal"], language),
    )
