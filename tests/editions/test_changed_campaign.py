"""Campaign data changed in mid-campaign: old editions stay as they are and can be made again."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from giaoban.campaign import Campaign
from giaoban.editions.by_clock import close_days, freeze_provisional
from giaoban.editions.consolidate import data_sha256
from giaoban.editions.edition import Frozen
from giaoban.editions.kept import Entry
from giaoban.editions.recompute import recompute
from tests.campaign.small import count
from tests.editions.fakes import FakeStores
from tests.editions.made import changed_campaign, figure, line, sent
from tests.reports.made import DAY, at

NEXT = DAY + timedelta(days=1)
CLOSES = at("16:00", DAY + timedelta(days=2))


def reform(folder: Path, data: Any) -> None:
    """A new figure, a retired figure, a unit more, another goal."""
    path = folder / "forms/commune.json"
    form = json.loads(path.read_text("utf-8"))
    form["properties"]["ai_helped"] = count("Người được AI hỗ trợ", "Helped by AI", "flow", "dossiers")
    del form["properties"]["dossiers_pending"]
    form["targets"][0]["goal_percent"] = 80
    path.write_text(json.dumps(form, ensure_ascii=False), "utf-8")
    units = folder / "units.csv"
    units.write_text(units.read_text("utf-8") + "00003,commune,Xã Sen Non,Sen Non Commune,xã\n", "utf-8")
    data["edition"]["measures"]["steps"][0]["names"] = {"vi": "Nhắc nhở", "en": "A reminder"}


@pytest.fixture
def reformed(tmp_path: Path) -> Campaign:
    return changed_campaign(tmp_path, reform)


@pytest.fixture
def made(campaign: Campaign) -> FakeStores:
    """Provisional editions up to DAY, under the campaign as it began."""
    stores = FakeStores()
    figures = {"dossiers_online": 41, "dossiers_pending": 7, "team_members": 9}
    stores.reports.add(sent(campaign, "00001", figures=figures))
    list(freeze_provisional(stores.stores, campaign, at("16:55")))
    return stores


def editions(made: FakeStores, day: str) -> list[tuple[Entry, Frozen]]:
    kept = made.editions.kept("lang-sen", day)
    return [(entry, made.stores.archive.edition(entry.sha256)) for entry in kept.editions]


def test_an_old_edition_is_made_again_from_the_campaign_kept_beside_it(
    made: FakeStores, campaign: Campaign, reformed: Campaign
) -> None:
    assert data_sha256(reformed) != data_sha256(campaign)
    ((entry, edition),) = editions(made, "2025-08-02")
    assert edition.content["campaign"]["data_sha256"] == data_sha256(campaign)
    assert recompute(made.stores, edition).sha256 == entry.sha256


def test_the_next_day_follows_the_new_data(made: FakeStores, campaign: Campaign, reformed: Campaign) -> None:
    report = replace(sent(reformed, "00003", figures={"ai_helped": 5, "dossiers_pending": 3}), day=NEXT)
    made.reports.add(replace(report, received_at=at("15:00", NEXT)))
    list(freeze_provisional(made.stores, reformed, at("16:55", NEXT)))
    ((entry, edition),) = editions(made, NEXT.isoformat())
    assert edition.content["counts"]["due"] == 4
    assert figure(edition.content, "ai_helped")["total"] == 5
    assert figure(edition.content, "ai_helped")["change"] is None
    assert line(edition.content, "00003")["figures"] == {"ai_helped": 5}
    assert recompute(made.stores, edition).sha256 == entry.sha256


def test_a_correction_of_an_old_day_follows_the_data_of_that_day(
    made: FakeStores, campaign: Campaign, reformed: Campaign
) -> None:
    """Nothing that was reported under the old form is lost, and no unit is missing that was not there yet."""
    late = sent(campaign, "00002", "18:00", figures={"dossiers_pending": 3})
    made.reports.add(late)
    list(freeze_provisional(made.stores, reformed, CLOSES))
    list(close_days(made.stores, reformed, CLOSES))
    (_, first), (entry, second) = editions(made, "2025-08-02")
    assert second.content["campaign"] == first.content["campaign"]
    assert figure(second.content, "dossiers_pending")["total"] == 10
    assert [change["unit"] for change in second.content["changes"]] == ["00002"]
    assert recompute(made.stores, second).sha256 == entry.sha256


def test_a_unit_that_the_old_data_does_not_know_comes_in_when_it_has_reported(
    made: FakeStores, campaign: Campaign, reformed: Campaign
) -> None:
    made.reports.add(sent(reformed, "00003", "18:00", figures={"ai_helped": 2}))
    list(freeze_provisional(made.stores, reformed, CLOSES))
    list(close_days(made.stores, reformed, CLOSES))
    _, (entry, second) = editions(made, "2025-08-02")
    assert second.content["campaign"]["data_sha256"] == data_sha256(reformed)
    (change,) = second.content["changes"]
    assert (change["unit"], change["state"]) == ("00003", {"from": None, "to": "late"})
    assert recompute(made.stores, second).sha256 == entry.sha256


def test_a_figure_whose_type_has_changed_is_not_added_up(tmp_path: Path, campaign: Campaign) -> None:
    def to_yes_or_no(folder: Path, _: Any) -> None:
        path = folder / "forms/commune.json"
        form = json.loads(path.read_text("utf-8"))
        members = form["properties"]["team_members"]
        form["properties"]["team_members"] = {
            key: value for key, value in members.items() if key not in ("minimum", "maximum", "counted_in")
        } | {"type": "boolean"}
        form["rules"] = [rule for rule in form["rules"] if "team_members" not in rule["figures"]]
        path.write_text(json.dumps(form, ensure_ascii=False), "utf-8")

    other, stores = changed_campaign(tmp_path, to_yes_or_no), FakeStores()
    stores.reports.add(sent(campaign, "00001", figures={"team_members": 120}))
    list(freeze_provisional(stores.stores, other, at("16:55")))
    ((_, edition),) = editions(stores, "2025-08-02")
    assert figure(edition.content, "team_members")["total"] is None
