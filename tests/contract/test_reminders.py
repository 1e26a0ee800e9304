"""What the centre asks about reminders is answered as described; the client holds every answer to openapi.json."""

from dataclasses import replace

import pytest

from giaoban.access import Role
from tests.contract.client import Client
from tests.contract.system import AFTERNOON, TODAY, System
from tests.directory.made import SEN, encoded, listed

CAMPAIGN = "/v1/campaigns/hanoi-45"
DAY = f"{CAMPAIGN}/days/{TODAY}"
UNIT = "00118"


@pytest.fixture(scope="module")
def coordinator(system: System) -> Client:
    """With one person in the directory."""
    admin = system.member("quan-tri", Role.ADMIN)
    people = encoded(listed(replace(SEN, unit=UNIT, phone="+84000118001")))
    assert admin.post(f"{CAMPAIGN}/directory/import", {"file": people, "dry_run": False}).status == 200
    found = system.member("dieu-phoi-1", Role.COORDINATOR)
    found.at = AFTERNOON
    return found


@pytest.mark.parametrize("what", ["reminders", "call-list", "chat"])
def test_what_is_read_is_as_described(coordinator: Client, what: str) -> None:
    assert coordinator.get(f"{DAY}/{what}").status == 200


def test_a_preview_is_as_described_and_names_the_one_who_would_be_told(coordinator: Client) -> None:
    told = coordinator.post(f"{DAY}/reminders/sms_before/dry-run", {})
    assert [(each["unit"], each["parts"]) for each in told.json["messages"]] == [(UNIT, 1)]


def test_the_switch_stands_on_the_board_too(coordinator: Client) -> None:
    before = coordinator.get(DAY).json["switch"]
    said = {"paused": True, "reason": "Nhà mạng lỗi", "base_version": before["version"]}
    turned = coordinator.put(f"{CAMPAIGN}/reminders/switch", said)
    assert turned.status == 200
    assert coordinator.get(DAY).json["switch"] == turned.json
    late = coordinator.put(f"{CAMPAIGN}/reminders/switch", {**said, "reason": "Lý do khác"})
    assert (late.status, late.json["current"]) == (409, turned.json)
    back = {**said, "paused": False, "base_version": turned.json["version"]}
    assert coordinator.put(f"{CAMPAIGN}/reminders/switch", back).status == 200
