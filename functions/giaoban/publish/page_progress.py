"""*Tiến độ*: all targets and figures at a glance."""

from giaoban.language import Language
from giaoban.publish.page import Page, page
from giaoban.publish.page_today import columns_of
from giaoban.publish.render import render
from giaoban.publish.story import Story
from giaoban.publish.words import say


def progress_page(story: Story, language: Language) -> Page:
    """Each target with its small line, how the units reported, every figure's total."""
    issue, of = story.today, story.campaign.days
    title, told = say("progress_title", language, of=of), say("progress_description", language, of=of)
    if issue is None:
        return page("progress", language, render("nothing.html", language), title, told, kind="progress")
    series = {name: _values(story, name) for name in issue.targets}
    kind, columns = issue.kinds["commune"], columns_of(story)
    body = render("progress.html", language, story=story, issue=issue, kind=kind, series=series, columns_of=columns)
    return page("progress", language, body, title, told, kind="progress")


def _values(story: Story, name: str) -> list[int | None]:
    found = [each.targets.get(name) if each else None for _, each in story.by_day()]
    return [target["value"] if target else None for target in found]
