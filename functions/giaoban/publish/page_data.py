"""*Dữ liệu mở*, the API reference and the search page."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from giaoban.language import Language
from giaoban.publish.dates import full_day
from giaoban.publish.open_data.package import LICENCE
from giaoban.publish.open_data.table import Table
from giaoban.publish.page import Page, page
from giaoban.publish.render import render
from giaoban.publish.slugs import communes, slugs
from giaoban.publish.story import Story
from giaoban.publish.words import say


def data_page(story: Story, made: Sequence[Table], language: Language, origin: str) -> Page:
    """What there is to download, how to cite it, under which licence."""
    body = render(
        "data.html",
        language,
        story=story,
        tables=[(each, len(each.csv)) for each in made],
        example=_example(story, language),
        linked=_linked(story, made, language, origin),
        licence=LICENCE["path"],
    )
    return page("data", language, body, say("data", language), say("data_description", language), kind="data")


def _example(story: Story, language: Language) -> str:
    if not story.today:
        return "–"
    issue = story.today
    return say(
        "data_cite_example",
        language,
        campaign=story.campaign.names.view()[language],
        day=full_day(issue.day, language),
        number=issue.number,
        hash=issue.sha256[:12],
    )


def _linked(story: Story, made: Sequence[Table], language: Language, origin: str) -> Markup:
    """The data set in schema.org's words. `<` is written as JSON allows, so that nothing can end the script."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": story.campaign.names.view()[language],
        "description": f"{say('data_description', language)} {say('reported', language)}",
        "license": LICENCE["path"],
        "isAccessibleForFree": True,
        "creator": {"@type": "GovernmentOrganization", "name": say("publisher", language)},
        "temporalCoverage": f"{story.days[0]}/{story.days[-1]}",
        "spatialCoverage": {"@type": "Place", "name": "Hà Nội"},
        "inLanguage": ["vi", "en"],
        "distribution": [_download(each, origin, language) for each in made],
    }
    return Markup(json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026"))  # noqa: S704


def _download(each: Table, origin: str, language: Language) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": each.title.view()[language],
        "encodingFormat": "text/csv",
        "contentUrl": f"{origin}/data/{each.name}.csv",
    }


def search_page(story: Story, language: Language, listed: Sequence[Page]) -> Page:
    """The search; without script, a list of everything."""
    body = render(
        "search.html",
        language,
        pages=[each for each in listed if each.facts.get("kind") != "unit"],
        communes=communes(story.campaign),
        slugs=slugs(story.campaign),
    )
    return page("search", language, body, say("search", language), say("search_description", language), kind="search")


def api_page(described: Mapping[str, Any], language: Language) -> Page:
    """The API's routes, from its OpenAPI description."""
    routes = [
        (method.upper(), path, each) for path, methods in described["paths"].items() for method, each in methods.items()
    ]
    bodies = {each["operationId"]: _body(described, each) for _, _, each in routes}
    body = render("api.html", language, routes=routes, bodies=bodies, coded=_coded)
    return page("api", language, body, say("api", language), say("api_description", language), kind="api")


def _body(described: Mapping[str, Any], route: Mapping[str, Any]) -> list[str]:
    """The names in what a route takes, as its schema has them; none where it takes nothing."""
    if "requestBody" not in route:
        return []
    schema = route["requestBody"]["content"]["application/json"]["schema"]
    named = described["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return list(named.get("properties", ()))


def _coded(text: str) -> Markup:
    """Backticks as in Markdown."""
    parts = text.split("`")
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if number % 2 else part for number, part in enumerate(parts)
    )
