"""A correct campaign loads, whole."""

from datetime import date, time
from pathlib import Path

from giaoban.campaign import Campaign, load
from giaoban.text import Text
from tests.campaign.small import UNITS, write_campaign


def test_a_small_campaign_loads_with_all_it_says(campaign: Campaign) -> None:
    assert campaign.slug == "lang-sen"
    assert campaign.names == Text("Chiến dịch Làng Sen", "Lotus Village campaign")
    assert (campaign.first_day, campaign.days, campaign.last_day) == (date(2025, 7, 24), 45, date(2025, 9, 6))
    assert (campaign.report_by, campaign.edition_by, campaign.day_opens) == (time(16), time(17), time(0, 5))
    assert (campaign.close_after_days, campaign.close_at, campaign.usual_over_days) == (2, time(16), 7)
    assert campaign.help_phone == "024 0000 0000"
    assert campaign.practice is False


def test_a_units_code_is_text_and_keeps_its_leading_zeros(campaign: Campaign) -> None:
    assert list(campaign.units) == ["00001", "00002", "SSEN"]
    assert campaign.units["00001"].names.vi == "Xã Sen Trắng"
    assert campaign.form_of(campaign.units["SSEN"]).kind == "department"


def test_units_may_begin_with_the_byte_order_mark_that_spreadsheets_write(tmp_path: Path) -> None:
    folder = tmp_path / "lang-sen"
    write_campaign(folder)
    (folder / "units.csv").write_text("\ufeff" + UNITS, encoding="utf-8")
    assert "00001" in load(folder).units


def test_the_shipped_campaign_has_126_communes_and_17_departments(hanoi: Campaign) -> None:
    kinds = [unit.kind for unit in hanoi.units.values()]
    assert (kinds.count("commune"), kinds.count("department")) == (126, 17)


def test_the_shipped_campaign_runs_from_24_july_to_6_september(hanoi: Campaign) -> None:
    assert (hanoi.first_day, hanoi.last_day) == (date(2025, 7, 24), date(2025, 9, 6))
