"""Editions, corrections, and what is known of each figure: what a reader checks the numbers against."""

from typing import Any

from giaoban.editions.content.units import MovedWords, PublicChange
from giaoban.language import Language
from giaoban.numbers import NOTHING
from giaoban.publish.dates import full_day
from giaoban.publish.page import Page, page
from giaoban.publish.render import render
from giaoban.publish.slugs import slugs
from giaoban.publish.story import Issue, Story
from giaoban.publish.words import say

type Told = dict[str, Any]


def editions_page(story: Story, language: Language) -> Page:
    """Every edition with its hash and address, the newest first."""
    body = render("editions.html", language, issues=list(reversed(story.issues)))
    return page(
        "editions", language, body, say("editions", language), say("editions_description", language), kind="editions"
    )


def corrections_page(story: Story, language: Language) -> Page:
    """What changed after an edition was issued."""
    corrected = [
        (issue, [told(story, issue, each, language) for each in issue.edition["changes"]]) for issue in story.corrected
    ]
    body = render("corrections.html", language, corrected=corrected, slugs=slugs(story.campaign))
    title, text = say("corrections", language), say("corrections_description", language)
    return page("corrections", language, body, title, text, kind="corrections")


def dictionary_page(story: Story, language: Language) -> Page:
    """Each figure of each form."""
    forms = story.campaign.forms.values()
    body = render("dictionary.html", language, forms=forms)
    title, text = say("dictionary", language), say("dictionary_description", language)
    return page("dictionary", language, body, title, text, kind="dictionary")


def told(story: Story, issue: Issue, change: PublicChange, language: Language) -> Told:
    """One change in words: the unit, why, and what became of its state and figures."""
    unit = story.campaign.units.get(change["unit"])
    row = issue.rows.get(change["unit"])
    names = row["unit"]["names"][language] if row else unit.names.view()[language] if unit else change["unit"]
    moved = change["state"]["from"] != change["state"]["to"]
    states = [_state(each, language) for each in (change["state"]["from"], change["state"]["to"])] if moved else []
    return {
        "unit": change["unit"],
        "name": names,
        "why": change["names"][language],
        "states": states,
        "figures": [
            {**each, "title": _title(story, row["unit"]["kind"] if row else "", each["figure"], language)}
            for each in change["figures"]
        ],
        "texts": [_words(each, language) for each in change.get("texts", [])],
        "came": change["revision"]["from"] == 0,
        "at": change["at"],
        "day": full_day(issue.day, language),
    }


def _state(state: str | None, language: Language) -> str:
    """A unit that the edition before did not have had no state in it."""
    return say(state, language) if state else NOTHING


def _words(moved: MovedWords, language: Language) -> str:
    """That words of the unit are public now, or no longer; not the words."""
    where, _, name = moved["about"].partition("/")
    about = say(f"about_{name}" if where == "notes" else "explains", language)
    return say("words_shown" if moved["public"] else "words_hidden", language, about=about)


def _title(story: Story, kind: str, figure: str, language: Language) -> str:
    form = story.campaign.forms.get(kind)
    known = form.figures.get(figure) if form else None
    return known.title.view()[language] if known else figure
