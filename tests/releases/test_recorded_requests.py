"""What phones of each release send is taken by this one: a phone that was not opened for a week still reports."""

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from giaoban import __version__
from giaoban.access.grant import digest, new_secret
from giaoban.access.hat import Hat, Owner
from giaoban.access.role import Role
from giaoban.campaign import Campaign
from tests.access.app import Api
from tests.access.made import grant
from tests.web.event import body_of

FOLDER = Path(__file__).parent
RELEASES = sorted(FOLDER.glob("*.json"))
NOW = datetime.fromisoformat("2025-08-03T08:00:00+07:00")
KEEP_IT = (
    "the form that this release asked is not known any more: keep it (CONTRIBUTING, “A change to a form in mid-campaign”); "
    "of a version that is not released yet record again (python -m tests.releases.record)"
)


def signed_in_for(api: Api, unit: str) -> str:
    secret = new_secret()
    made = replace(grant(), hats=(Hat(Role.REPORTER, own=Owner("lang-sen", unit)),))
    api.grants.add(replace(made, sessions={digest(secret): made.expires_at}))
    return f"{made.id}.{secret}"


def ask(api: Api, cookies: dict[str, str], asked: dict[str, Any]) -> dict[str, Any]:
    path = asked["path"].replace("hanoi-45", "lang-sen")
    more = {name: asked[name] for name in ("body", "query") if name in asked}
    return api.call(asked["method"], path, cookie=cookies[asked["unit"]], at=NOW, **more)


def test_this_release_is_recorded_too() -> None:
    assert FOLDER / f"{__version__}.json" in RELEASES, "python -m tests.releases.record"


@pytest.mark.parametrize("release", RELEASES, ids=lambda file: file.stem)
def test_every_request_of_a_release_is_answered_as_then_and_every_figure_kept(release: Path, hanoi: Campaign) -> None:
    api, recorded = Api(hanoi), json.loads(release.read_text(encoding="utf-8"))
    cookies = {unit: signed_in_for(api, unit) for unit in {each["unit"] for each in recorded}}
    for asked in recorded:
        answered = ask(api, cookies, asked)
        assert answered["statusCode"] == (201 if asked["method"] == "PUT" else 200), (asked["path"], KEEP_IT)
        if asked["method"] == "PUT":
            kept = body_of(ask(api, cookies, {**asked, "method": "GET", "body": None}))["figures"]
            assert kept == asked["body"]["figures"], KEEP_IT


@pytest.mark.parametrize("release", RELEASES, ids=lambda file: file.stem)
def test_the_form_that_a_release_asked_is_still_known(release: Path, hanoi: Campaign) -> None:
    named = {each["unit"]: each["body"]["form"] for each in json.loads(release.read_text("utf-8")) if "body" in each}
    for unit, form in named.items():
        assert hanoi.form_named(hanoi.units[unit], form).hash == form, KEEP_IT
