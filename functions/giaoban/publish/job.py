"""The publish job: issued editions → a built site → the bucket. A broken build changes nothing."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Protocol

from giaoban.campaign import Campaign, schemas_folder
from giaoban.publish.publishing import Published, SiteBucket, publish
from giaoban.publish.site import Ingredients, build_site
from giaoban.publish.story import Story, read_story

PROGRAMME = "hanoi-2016-2020.json"


class Listed(Protocol):
    """An edition's line in the list of its day."""

    @property
    def sha256(self) -> str: ...


type EditionsOf = Callable[[str, str], Sequence[Listed]]


def issued(campaign: Campaign, editions_of: EditionsOf, text_of: Callable[[str], bytes]) -> Iterator[bytes]:
    """Every edition of every day that the list names: an object in the bucket that no list names is none."""
    for day in _days(campaign):
        for entry in editions_of(campaign.slug, day.isoformat()):
            yield text_of(entry.sha256)


def ingredients(story: Story, sources: Path, origin: str) -> Ingredients:
    """The story with the programme's register and the API's description from schemas/."""
    return Ingredients(story, _json("programme", PROGRAMME), _json("openapi.json"), sources, origin)


def rebuild(
    campaign: Campaign, editions: Iterable[bytes], bucket: SiteBucket, sources: Path, origin: str, scratch: Path
) -> Published:
    """Builds and shows. Raises BrokenSite or NotPublic before anything is written."""
    story = read_story(campaign, editions)
    build_site(ingredients(story, sources, origin), scratch / "work", scratch / "site")
    return publish(scratch / "site", bucket)


def _days(campaign: Campaign) -> Iterator[date]:
    return (campaign.first_day + timedelta(days=number) for number in range(campaign.days))


def _json(*path: str) -> Any:
    return json.loads(schemas_folder().joinpath(*path).read_text(encoding="utf-8"))
