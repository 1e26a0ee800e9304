"""The directory of the running system: import, whom to ring on the board, and nobody's number anywhere else."""

from dataclasses import replace
from pathlib import Path

import pytest

from giaoban.access import Role
from giaoban.contact import Channel, Duty
from tests.contract.client import Answer, Client
from tests.contract.system import System
from tests.directory.bombs import workbook
from tests.directory.made import SEN, edited, encoded, listed, row

CAMPAIGN = "/v1/campaigns/hanoi-45"
DIRECTORY = f"{CAMPAIGN}/directory"
DAY = f"{CAMPAIGN}/days/2025-08-05"
# Its people are of these tests alone.
UNIT = "10459"
CANARY = replace(
    SEN, unit=UNIT, name="Hoàng Yến Canari", phone="+84000777001", email="canari-777@giaoban.invalid"
)  # fmt: skip
DEPUTY = replace(CANARY, role=Duty.DEPUTY, name="Phó Canari", phone="+84000777002", email=None, channels=(Channel.SMS,))


@pytest.fixture(scope="module")
def admin(system: System) -> Client:
    return system.member("quan-tri", Role.ADMIN)


@pytest.fixture(scope="module", autouse=True)
def unit(system: System) -> str:
    assert UNIT in system.campaign.units, "take another commune of units.csv"
    return UNIT


def send(client: Client, content: bytes, dry_run: bool = False, **otherwise: object) -> Answer:
    return client.post(f"{DIRECTORY}/import", {"file": encoded(content), "dry_run": dry_run, **otherwise})


def row_of(client: Client) -> dict[str, object]:
    found: dict[str, object] = next(
        each for each in client.get(DAY).json["units"] if each["unit"]["code"] == UNIT
    )  # fmt: skip
    return found


def test_the_list_to_fill_in_comes_filled_back(admin: Client) -> None:
    for kind in ("csv", "xlsx"):
        assert send(admin, admin.get(f"{DIRECTORY}/template/{kind}").body, dry_run=True).json["problems"] == []
    assert admin.get(f"{DIRECTORY}/template/docx").problem == "unknown_file_format"


def test_a_list_from_a_spreadsheet_is_imported(admin: Client, coordinator: Client) -> None:
    line = row(unit=UNIT, unit_name="", name=CANARY.name, phone="+84 000 777 001", email=CANARY.email or "")
    assert send(admin, workbook(list(line))).json["imported"]
    assert [each["name"] for each in coordinator.get(f"{DIRECTORY}?unit={UNIT}").json["people"]] == [CANARY.name]


def test_coordinators_see_whom_to_ring_and_viewers_do_not(admin: Client, coordinator: Client, viewer: Client) -> None:
    send(admin, listed(DEPUTY, CANARY))
    seen = row_of(coordinator)["contacts"]
    assert [{name: each[name] for name in ("name", "role", "phone")} for each in seen] == [
        {"name": CANARY.name, "role": "reporter", "phone": CANARY.phone},
        {"name": DEPUTY.name, "role": "deputy", "phone": DEPUTY.phone},
    ]
    assert row_of(viewer)["contacts"] == []
    called = coordinator.post(f"{DAY}/reports/{UNIT}/calls", {"outcome": "calling", "base_decision": 0})
    assert len(called.json["contacts"]) == 2
    overtaken = coordinator.post(f"{DAY}/reports/{UNIT}/calls", {"outcome": "no_answer", "base_decision": 0})
    assert len(overtaken.json["current"]["contacts"]) == 2


def test_a_viewers_tag_does_not_open_the_coordinators_board(admin: Client, coordinator: Client, viewer: Client) -> None:
    send(admin, listed(DEPUTY, CANARY))
    tag = {"If-None-Match": coordinator.get(DAY).headers["etag"]}
    answer = viewer.get(DAY, headers=tag)
    assert (answer.status, CANARY.name.encode() in answer.body) == (200, False)


def test_a_leader_names_a_reporter_who_is_the_one_to_ring_at_once(
    system: System, admin: Client, coordinator: Client
) -> None:
    send(admin, listed(CANARY))
    leader = system.reporter(UNIT, role=Role.LEADER)
    named = leader.post(f"{CAMPAIGN}/units/{UNIT}/reporter", {"name": "Người mới", "phone": "+84 000 777 003"})
    assert named.status == 201
    assert [each["name"] for each in row_of(coordinator)["contacts"]] == ["Người mới"]  # type: ignore[attr-defined]
    assert leader.get(DIRECTORY).problem == "not_yours"


def test_nobodys_name_number_or_address_stands_in_a_log_or_in_others_answers(
    system: System, admin: Client, coordinator: Client, viewer: Client
) -> None:
    """Canaries through every route of the directory, well and badly; then everything that others can see."""
    assert send(admin, listed(CANARY, DEPUTY)).status == 200
    (person, *_) = admin.get(f"{DIRECTORY}?unit={UNIT}").json["people"]
    path = f"{DIRECTORY}/people/{person['id']}"
    said = edited(base_version=person["version"], name=CANARY.name, phone=CANARY.phone, email=CANARY.email)
    answers = [
        admin.put(path, said | {"phone": "000777001"}),
        admin.put(path, said | {CANARY.name: 1}),
        admin.put(path, said | {"language": "en"}),
        admin.put(path, said),
        admin.post(f"{DIRECTORY}/import", {"file": encoded(listed(CANARY, CANARY)), "dry_run": False}),
        send(admin, listed(replace(CANARY, unit="9"))),
        send(admin, listed(CANARY).replace(b"@giaoban", b" @giaoban")),
        admin.post(f"{DIRECTORY}/import", listed(CANARY)),
    ]
    assert [each.status for each in answers] == [422, 422, 200, 409, 422, 422, 422, 400]
    # What refuses a list names places, never what stands there. A conflict shows the person to who may see them.
    secrets = ["Canari", "777001", "777 001", "canari-777"]
    told = [each.body.decode() for each in answers[4:]]
    reporter = system.reporter(UNIT)
    seen = [
        client.get(asked).body.decode()
        for client in (viewer, reporter, system.client())
        for asked in (
            DAY,
            f"{DAY}/reports/{UNIT}",
            f"{DAY}/reports/{UNIT}?revisions=all",
            CAMPAIGN,
            "/v1/session",
            DIRECTORY,
        )
    ]
    seen.append(system.client().post("/v1/session/request", {"unit": UNIT}).body.decode())
    files = [each for each in Path(system.folder, "logs").glob("*") if each.is_file()]
    logs = [each.read_text("utf-8", "replace") for each in files if each.name.endswith("Function.log")]
    assert not [each for each in secrets for text in (*told, *seen, *logs) if each in text]
    assert coordinator.get(DAY).body.decode().count(CANARY.name) == 1


def test_whoever_is_deleted_is_in_no_item_any_more(system: System, admin: Client) -> None:
    send(admin, listed(CANARY, DEPUTY))
    for person in admin.get(f"{DIRECTORY}?unit={UNIT}").json["people"]:
        assert admin.delete(f"{DIRECTORY}/people/{person['id']}").status == 204
    table = system.run["environment"]["DIRECTORY_TABLE"]
    assert "Canari" not in str(system.aws("dynamodb").scan(TableName=table)["Items"])


def test_only_administrators_import(coordinator: Client, viewer: Client) -> None:
    for client in (coordinator, viewer):
        assert send(client, listed(CANARY)).problem == "not_yours"
