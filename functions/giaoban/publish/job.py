"""The publish job: issued editions → a built site → the bucket. A broken build changes nothing."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol

from giaoban.campaign import Campaign
from giaoban.publish.publishing import Published, SiteBucket, is_shown, publish
from giaoban.publish.site import Ingredients, build_site
from giaoban.publish.story import Story, read_story
from giaoban.schemas import schemas_folder

PROGRAMME = "hanoi-2016-2020.json"
CODE = Path(__file__).parents[1]


class Listed(Protocol):
    """An edition's line in the list of its day."""

    @property
    def sha256(self) -> str: ...


type EditionsOf = Callable[[str, str], Sequence[Listed]]


def issued(campaign: Campaign, editions_of: EditionsOf) -> list[str]:
    """The hash of every edition that the list of its day names: an object in the bucket that no list names is none."""
    return [entry.sha256 for day in _days(campaign) for entry in editions_of(campaign.slug, day.isoformat())]


def ingredients(story: Story, sources: Path, origin: str) -> Ingredients:
    """The story with the programme's register and the API's description from schemas/."""
    return Ingredients(story, _json("programme", PROGRAMME), _json("openapi.json"), sources, origin)


def made_from(editions: Iterable[str], sources: Path, origin: str) -> str:
    """A hash of all that decides what the site is: editions by their hashes, sources, data, code, theme, address."""
    total = hashlib.sha256("\n".join([*editions, origin, version("mkdocs-material")]).encode())
    for folder in (sources, schemas_folder(), CODE):
        for file in sorted(file for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc"):
            total.update(f"\0{file.relative_to(folder)}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def bring_up_to_date(
    campaign: Campaign,
    editions: Sequence[str],
    text_of: Callable[[str], bytes],
    bucket: SiteBucket,
    sources: Path,
    origin: str,
    scratch: Path,
) -> Published:
    """Builds and shows, unless what is shown was made from the very same: messages come again, and in heaps."""
    wanted = made_from(editions, sources, origin)
    return is_shown(bucket, wanted) or rebuild(
        campaign, map(text_of, editions), bucket, sources, origin, scratch, wanted
    )


def rebuild(
    campaign: Campaign,
    editions: Iterable[bytes],
    bucket: SiteBucket,
    sources: Path,
    origin: str,
    scratch: Path,
    wanted: str | None = None,
) -> Published:
    """Builds and shows. Raises BrokenSite or NotPublic before anything is written."""
    story = read_story(campaign, editions)
    build_site(ingredients(story, sources, origin), scratch / "work", scratch / "site")
    return publish(scratch / "site", bucket, wanted)


def _days(campaign: Campaign) -> Iterator[date]:
    return (campaign.first_day + timedelta(days=number) for number in range(campaign.days))


def _json(*path: str) -> Any:
    return json.loads(schemas_folder().joinpath(*path).read_text(encoding="utf-8"))
