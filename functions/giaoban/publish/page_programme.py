"""*Chương trình 2016-2020*: what was proposed, as a register that an official keeps up by editing data."""

from collections.abc import Mapping
from typing import Any

from giaoban.campaign.shares import percentage
from giaoban.language import Language
from giaoban.numbers import percent, whole
from giaoban.publish.page import Page, page
from giaoban.publish.page_target import slug
from giaoban.publish.render import render
from giaoban.publish.words import say

SECTIONS = ("target", "task", "system", "means")


def programme_page(programme: Mapping[str, Any], language: Language) -> Page:
    """The register as schemas/programme/<id>.json holds it."""
    budget = programme["budget"]
    parts = [
        {**part, "share": percent(percentage(part["amount"], budget["total"]), language)} for part in budget["parts"]
    ]
    spoken = " + ".join(f"{whole(part['amount'], language)} ({part['names'][language].lower()})" for part in parts)
    body = render(
        "programme.html",
        language,
        programme=programme,
        sections=[(each, _sorted(programme, each)) for each in SECTIONS],
        parts=parts,
        budget_text=say("budget_text", language, total=budget["total"], parts=spoken),
        slug=slug,
        names={line["id"]: line["names"] for line in programme["lines"]},
    )
    title, told = say("programme_title", language), say("programme_description", language)
    return page("programme", language, body, title, told, kind="programme")


def _sorted(programme: Mapping[str, Any], section: str) -> list[Mapping[str, Any]]:
    return [line for line in programme["lines"] if line["section"] == section]
