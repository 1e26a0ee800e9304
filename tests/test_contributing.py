"""CONTRIBUTING's five lines each, followed as they are written: a field, a route and a page are added and found."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from aws_lambda_powertools.event_handler import Response

from giaoban.access import WATCH, Role
from giaoban.campaign import Campaign, load
from giaoban.web.answer import answer
from giaoban.web.paths import DAY
from giaoban.web.routes import Router
from tests.access.app import Api
from tests.access.made import signed_in
from tests.campaign.small import write_campaign
from tests.reports.made import body
from tests.web.event import body_of
from tools.build.pages import make_app
from tools.cli import main

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
ADDING = ("A field to a form", "A route to a slice", "A page to the apps", "A slice's tests into the time budget")


def section(title: str) -> str:
    return TEXT.partition(f"\n### {title}\n")[2].partition("\n##")[0]


def snippet(title: str, language: str) -> str:
    """The lines between its fences, without their indent."""
    (found,) = re.findall(rf"^   ```{language}\n(.*?)^   ```$", section(title), re.DOTALL | re.MULTILINE)
    return re.sub(r"^   ", "", str(found), flags=re.MULTILINE)


@pytest.mark.parametrize("title", ADDING)
def test_each_is_said_in_five_lines(title: str) -> None:
    assert re.findall(r"^(\d)\. ", section(title), re.MULTILINE) == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("title", ADDING)
def test_every_file_that_is_named_is_there(title: str) -> None:
    named = re.findall(r"`((?:schemas|tools|tests|site|functions)/[\w/.-]+)`", section(title))
    assert [name for name in named if not (ROOT / name).exists()] == []


def with_field(folder: Path, group: str) -> Path:
    """A campaign whose communes' form has the field as CONTRIBUTING writes it, in a group that the form has."""
    form = folder / "forms/commune.json"
    content: dict[str, Any] = json.loads(form.read_text("utf-8"))
    content["properties"] |= json.loads(
        "{" + snippet("A field to a form", "json").replace('"mobile"', f'"{group}"') + "}"
    )
    form.write_text(json.dumps(content), "utf-8")
    return folder


def test_a_field_added_as_written_passes_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hanoi = shutil.copytree(ROOT / "schemas/campaigns/hanoi-45", tmp_path / "hanoi-45")
    assert main(["campaign", "check", str(with_field(hanoi, "mobile"))]) == 0
    assert "commune 36 figures" in capsys.readouterr().out


def test_a_field_in_a_group_that_the_form_has_not_fails_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hanoi = shutil.copytree(ROOT / "schemas/campaigns/hanoi-45", tmp_path / "hanoi-45")
    assert main(["campaign", "check", str(with_field(hanoi, "nowhere"))]) == 1
    assert "leaflets" in capsys.readouterr().err


def test_a_field_added_as_written_is_taken_checked_and_answered_without_code(tmp_path: Path) -> None:
    write_campaign(tmp_path / "lang-sen")
    group = next(iter(json.loads((tmp_path / "lang-sen/forms/commune.json").read_text("utf-8"))["groups"]))["id"]
    api = Api(load(with_field(tmp_path / "lang-sen", group)))
    cookie, path = signed_in(api.grants), "/v1/campaigns/lang-sen/days/2025-08-02/reports/00001"
    sent = api.call("PUT", path, cookie=cookie, body=body(base_revision=0, figures={"leaflets": 12}))
    assert sent["statusCode"] == 201
    assert body_of(api.call("GET", path, cookie=cookie))["figures"] == {"leaflets": 12}
    refused = api.call("PUT", path, cookie=cookie, body=body(base_revision=1, figures={"leaflets": 100_001}))
    assert [each["path"] for each in body_of(refused)["problems"]] == ["/figures/leaflets"]


def routes_as_written() -> Router:
    """A slice's function of routes, with the one that CONTRIBUTING adds."""
    router = Router()
    names = {"router": router, "answer": answer, "DAY": DAY, "WATCH": WATCH, "Response": Response}
    exec(snippet("A route to a slice", "python"), names)  # noqa: S102 - our own documentation
    return router


@pytest.mark.parametrize("role, status", [(Role.VIEWER, 200), (Role.REPORTER, 403), (None, 401)])
def test_a_route_added_as_written_answers_whom_it_names(campaign: Campaign, role: Role | None, status: int) -> None:
    api = Api(campaign, more=(routes_as_written(),))
    cookie = signed_in(api.grants, role) if role else None
    answered = api.call("GET", "/v1/campaigns/lang-sen/days/2025-08-02/weather", cookie=cookie)
    assert answered["statusCode"] == status
    assert status != 200 or body_of(answered) == {"day": "2025-08-02", "rain": True}


def test_a_page_added_as_written_is_found_by_the_build_with_what_it_imports_from_the_wing(tmp_path: Path) -> None:
    for part in ("site/app", "schemas/campaigns"):
        shutil.copytree(ROOT / part, tmp_path / part)
    page, like = tmp_path / "site/app/thoi-tiet", (ROOT / "site/app/danh-ba/index.html").read_text("utf-8")
    page.mkdir()
    named = re.sub(r"<script.*</script>\n", snippet("A page to the apps", "html"), like)
    (page / "index.html").write_text(named, "utf-8")
    (page / "app.js").write_text(snippet("A page to the apps", "js"), "utf-8")
    make_app(tmp_path, tmp_path / "build", tmp_path / "built")
    made = (tmp_path / "built/thoi-tiet/index.html").read_text("utf-8")
    assert '<link rel="modulepreload" fetchpriority="low" href="/shared/dom.js">' in made
    assert '<meta name="campaign"' in made
