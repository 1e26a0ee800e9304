"""One target's page: how it is counted, its course over the days, every commune."""

from collections.abc import Iterator
from datetime import date

from giaoban.editions.content.figures import Figure, Target
from giaoban.language import Language
from giaoban.numbers import percent
from giaoban.publish.charts.line import Drawn
from giaoban.publish.dates import full_day, short_day
from giaoban.publish.page import Page, page
from giaoban.publish.render import render
from giaoban.publish.shares import Measure, measures
from giaoban.publish.slugs import communes, in_order, slugs
from giaoban.publish.story import Issue, Story
from giaoban.publish.words import say

type TargetDays = list[tuple[date, Issue | None, Target | None]]


def target_pages(story: Story, language: Language) -> Iterator[Page]:
    """A page for each target of the form, and for those that only editions know, from before the form was changed."""
    issue = story.today
    counted, reported = measures(story.campaign.forms["commune"]), issue.targets if issue else {}
    for name in dict.fromkeys([*counted, *reported]):
        if issue and name in reported:
            yield _target_page(story, issue, counted.get(name), reported[name], language)
        else:
            yield _waiting_page(story, counted[name], language)


def slug(target: str) -> str:
    return target.replace("_", "-")


def _waiting_page(story: Story, measure: Measure, language: Language) -> Page:
    """Nothing reported yet: what will be counted, and how."""
    target, due = measure.target, len(communes(story.campaign))
    title = target.title.of(language)
    body = render("target_waiting.html", language, title=title, measure=measure, target=target, due=due)
    told = f"{title}. {say('nothing_yet', language)}"
    return page("progress", language, body, title, told, f"{slug(target.id)}/", kind="target")


def _target_page(story: Story, issue: Issue, measure: Measure | None, target: Target, language: Language) -> Page:
    days = [(day, each, each.targets.get(target["id"]) if each else None) for day, each in story.by_day()]
    title = target["title"][language]
    body = render(
        "target.html",
        language,
        story=story,
        issue=issue,
        target=target,
        due=issue.kinds["commune"]["counts"]["due"],
        measure=measure,
        days=[each for each in days if each[1]],
        drawn=_drawn(days, target, language),
        line_text=_line_text(days, target, language),
        communes=[(row, measure.share(row)) for row in in_order(issue, "commune")] if measure else [],
        slugs=slugs(story.campaign),
        carried=_carried(issue, measure) if measure else [],
    )
    told = say(
        "target_description",
        language,
        title=title,
        value=percent(target["value"], language),
        day=full_day(issue.day, language),
        goal=percent(target["goal"], language),
        of=story.campaign.days,
    )
    return page("progress", language, body, title, told, f"{slug(target['id'])}/", kind="target")


def _carried(issue: Issue, measure: Measure) -> list[Figure]:
    """The target's figures in whose totals some units' last known values stand."""
    found = [issue.figure("commune", name) for name in measure.figures]
    return [figure for figure in found if figure and figure["carried"]]


def _drawn(days: TargetDays, target: Target, language: Language) -> Drawn:
    values = [each["value"] if each else None for _, _, each in days]
    told = [
        f"{full_day(day, language)}: {percent(value, language)}"
        for (day, _, _), value in zip(days, values, strict=True)
    ]
    return Drawn(
        values=values,
        labels=[short_day(day, language) for day, _, _ in days],
        told=told,
        goal=target["goal"],
        goal_words=say("goal", language, goal=percent(target["goal"], language)),
        last_words=percent(target["value"], language),
    )


def _line_text(days: TargetDays, target: Target, language: Language) -> str:
    known = [(day, each["value"]) for day, _, each in days if each and each["value"] is not None]
    if not known:
        return say("no_value", language)
    return say(
        "line_text",
        language,
        first_value=percent(known[0][1], language),
        first_day=full_day(known[0][0], language),
        last_value=percent(known[-1][1], language),
        last_day=full_day(known[-1][0], language),
        goal=percent(target["goal"], language),
        known=len(known),
        of=len(days),
    )
