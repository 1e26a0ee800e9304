"""A campaign read back from its own files, whatever its folder has become."""

from dataclasses import replace
from pathlib import Path

from giaoban.campaign import Campaign, load
from giaoban.campaign.form_parts import parts_of
from giaoban.campaign.read_campaign import campaign_of_files
from tests.campaign.small import write_campaign


def test_the_files_are_the_folders(campaign: Campaign) -> None:
    assert set(campaign.files) == {"campaign.json", "units.csv", "forms/commune.json", "forms/department.json"}


def test_what_is_read_back_is_the_campaign(campaign: Campaign, hanoi: Campaign) -> None:
    """But for its reminders: an edition reminds nobody."""
    for each in (campaign, hanoi):
        assert campaign_of_files(each.files) == replace(each, reminders=None)


def test_a_byte_order_mark_is_kept_in_the_file_and_harms_nobody(tmp_path: Path) -> None:
    write_campaign(tmp_path / "lang-sen")
    units = tmp_path / "lang-sen/units.csv"
    units.write_text(units.read_text("utf-8"), encoding="utf-8-sig")
    made = load(tmp_path / "lang-sen")
    assert made.files["units.csv"].startswith("\ufeff")
    assert campaign_of_files(made.files).units == made.units


def test_what_a_form_says_of_its_figures_together(hanoi: Campaign) -> None:
    form = hanoi.forms["commune"]
    parts = parts_of(form)
    assert [name for group in parts.groups for name in group.figures] == list(form.figures)
    targets = {target.id: target for target in parts.targets}
    assert parts.figures_of(targets["online"]) == {"dossiers_online", "dossiers_counter", "dossiers_post"}
    assert parts.figures_of(targets["support_force"]) == {"community_teams", "emergency_team"}
    assert (targets["online"].goal, targets["online"].is_ratio, targets["supporters"].is_ratio) == (6000, True, False)
    assert parts.counted_in["emergency_team"] is None
