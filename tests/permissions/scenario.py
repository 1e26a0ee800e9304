"""Everything that the system does, once: every route, every role, both ways through a sign-in, and the tick."""

import hashlib
import re
import time
from dataclasses import replace
from uuid import uuid4

from giaoban.access import Role
from giaoban.contact import Channel, Duty
from tests.contract.client import Client
from tests.contract.reminded import behave, ends, tick
from tests.contract.system import AFTERNOON, TODAY, System
from tests.directory.made import SEN, edited, encoded, listed

CAMPAIGN = "/v1/campaigns/hanoi-45"
DAY = f"{CAMPAIGN}/days/2025-08-02"
REPORT = f"{DAY}/reports/00004"
NOTES = {"difficulties": "Đường truyền chậm buổi sáng."}
WORDS = {"about": "notes/difficulties", "sha256": hashlib.sha256(NOTES["difficulties"].encode()).hexdigest()}


def play(system: System) -> None:
    """Raises AssertionError when something does not answer as it should."""
    for path in ("/v1/health", "/v1/openapi.json", CAMPAIGN, f"{CAMPAIGN}/units", f"{CAMPAIGN}/forms/commune"):
        assert system.client().get(path).status == 200
    _a_unit(system)
    _staff(system)
    _board(system)
    _directory(system)
    _reminders(system)
    assert system.client().post("/v1/session/request", {"unit": "00091"}).status == 202
    _editions(system)
    _site(system, builds=1)
    assert NOTES["difficulties"].encode() in system.client().get("/data/notes.csv").body
    _periods(system)
    # The slots that open the eleventh day, and that freeze it, since nobody issues it.
    assert system.client().post("/dev/ticks", {"slot": "2025-08-02T17:05:00Z"}).json["asked"]
    assert system.client().post("/dev/ticks", {"slot": "2025-08-03T09:55:00Z"}).json["asked"]
    _site(system, builds=2)
    # The third build forgets the first.
    assert system.client().post("/dev/ticks", {"slot": "2025-08-04T09:55:00Z"}).json["asked"]
    _site(system, builds=3)


def _a_unit(system: System) -> None:
    reporter, body = system.reporter("00004"), {"base_revision": 0, "figures": {"team_members": 120}}
    sent = {**body, "submission_id": str(uuid4())}
    statuses = [
        reporter.get("/v1/session").status,
        reporter.get(REPORT).status,
        reporter.put(REPORT, sent).status,
        reporter.put(REPORT, sent).status,
        reporter.put(REPORT, {**body, "submission_id": str(uuid4())}).status,
        reporter.get(f"{REPORT}?revisions=all").status,
        reporter.delete("/v1/session").status,
    ]
    assert statuses == [200, 200, 201, 200, 409, 200, 204]


def _staff(system: System) -> None:
    system.staff("dieu-phoi-1")
    coordinator = system.staff("dieu-phoi-1")
    dictated = {"submission_id": str(uuid4()), "base_revision": 1, "figures": {"villages": 9}, "told_by": "Ai đó"}
    dictated |= {"notes": NOTES}
    assert coordinator.put(REPORT, dictated).status == 201
    assert system.staff("lanh-dao").get(REPORT).status == 200


def _directory(system: System) -> None:
    """A list goes in, another replaces it, somebody is mended, deleted, named."""
    admin, path = system.staff("quan-tri"), f"{CAMPAIGN}/directory"
    assert admin.get(f"{path}/template/xlsx").status == 200
    ong = replace(SEN, name="Trần Văn Ong", unit="00004", phone="+84000000002")
    sen = replace(SEN, unit="00004", phone="+84000000001")
    for people in ([sen, ong], [replace(sen, phone=None, channels=(Channel.EMAIL,))]):
        body = {"file": encoded(listed(*people)), "dry_run": False}
        assert admin.post(f"{path}/import", body).status == 200
    (found,) = admin.get(f"{path}?unit=00004").json["people"]
    person = f"{path}/people/{found['id']}"
    said = edited(base_version=found["version"], phone=None, channels=["email"], stopped=["email"])
    assert admin.put(person, said).status == 200
    assert admin.delete(f"{person}/links").status == 200
    system.link("00004")
    assert admin.delete(f"{CAMPAIGN}/units/00004/links").json["ended"] >= 1
    assert admin.delete(person).status == 204
    leader = system.reporter("00004", role=Role.LEADER)
    named = {"name": "Người báo cáo mới", "phone": "+84 000 000 003"}
    assert leader.post(f"{CAMPAIGN}/units/00004/reporter", named).status == 201
    beside = {"role": "deputy", "name": "Người báo cáo dự phòng", "phone": "+84 000 000 004"}
    assert admin.post(f"{CAMPAIGN}/units/00004/people", beside).status == 201


def _reminders(system: System) -> None:
    """Dry, paused, and sent; one SMS is refused since its reader has said STOP, its e-mail bounces."""
    admin, coordinator, viewer = system.staff("quan-tri"), system.staff("dieu-phoi-1"), system.staff("lanh-dao")
    reporter = replace(SEN, unit="00091", phone="+84000000004")
    leader = replace(
        SEN, unit="00091", role=Duty.LEADER, name="Lê Văn Ao", phone="+84000000005", email="ao@giaoban.invalid"
    )
    imported = admin.post(f"{CAMPAIGN}/directory/import", {"file": encoded(listed(reporter, leader)), "dry_run": False})
    assert imported.status == 200, imported.body
    assert len(coordinator.post(f"{DAY}/reminders/sms_before/dry-run", {}).json["messages"]) == 1
    for version, paused in enumerate((True, False)):
        turned = {"paused": paused, "reason": "Diễn tập", "base_version": version}
        assert coordinator.put(f"{CAMPAIGN}/reminders/switch", turned).status == 200
    assert coordinator.put(f"{CAMPAIGN}/reminders/milestones/procedure_system", {"done": True}).status == 200
    assert tick(system, f"{TODAY}T15:30:00+07:00")["asked"]
    ends(system, viewer, "sms_before", {"delivered": 1})
    behave(system, "sms", manner="opted_out", times=1), behave(system, "email", receipts="bounced")
    assert tick(system, f"{TODAY}T15:45:00+07:00")["asked"]
    ends(system, viewer, "sms_leaders", {"bounced": 1})
    behave(system, "email")
    assert viewer.get(f"{DAY}/chat").status == 200
    (call,) = [each for each in coordinator.get(f"{DAY}/call-list").json["units"] if each["people"]]
    assert [len(person["messages"]) for person in call["people"]] == [1, 2]
    assert system.client().put("/dev/clock", {"at": AFTERNOON, "quiet": True}).status == 200


def _board(system: System) -> None:
    """Every decision, one that comes too late, and an unchanged board."""
    coordinator, viewer = system.staff("dieu-phoi-1"), system.staff("lanh-dao")
    tag = viewer.get(DAY).headers["etag"]
    assert viewer.get(DAY, headers={"If-None-Match": tag}).status == 304
    other = REPORT.replace("00004", "00008")
    moved = {"deadline": "2025-08-02T16:30:00+07:00", "reason": "Hệ thống ngừng", "base_decision": 0}
    posts: list[tuple[str, dict[str, object], int]] = [
        (f"{other}/calls", {"outcome": "calling", "base_decision": 0}, 201),
        (f"{other}/excuse", {"reason": "Mất điện", "base_decision": 1}, 201),
        (f"{other}/excuse", {"reason": "Mất điện", "base_decision": 1}, 200),
        (f"{other}/excuse", {"reason": "Mất mạng", "base_decision": 1}, 409),
        (f"{REPORT}/return", {"fields": {"villages": "?"}, "base_decision": 0}, 201),
        (f"{REPORT}/public", {**WORDS, "base_decision": 1}, 201),
        (f"{DAY}/excuse", {"units": ["00070"], "reason": "Mất điện"}, 201),
        (f"{DAY}/excuse", {"units": ["00070"], "reason": "Mất điện"}, 200),
        (f"{DAY}/deadline", moved, 201),
        (f"{DAY}/deadline", moved, 200),
        (f"{DAY}/deadline", {**moved, "reason": "Lũ"}, 409),
    ]
    assert [coordinator.post(path, said).status for path, said, _ in posts] == [status for *_, status in posts]


def _editions(system: System) -> None:
    """Remarks, an edition, its documents made and sent, the registry's number; before that, what the clock froze."""
    coordinator, viewer = system.staff("dieu-phoi-1"), system.staff("lanh-dao")
    assert viewer.get(f"{DAY}/draft").status == 200
    assert coordinator.put(f"{DAY}/remarks", {"text": "Đã chỉ đạo.", "base_remarks": 0}).status == 201
    assert viewer.get(f"{DAY}/remarks").json["number"] == 1
    issue = {"request_id": str(uuid4()), "base_edition": 0}
    assert [coordinator.post(f"{DAY}/editions", issue).status for _ in range(2)] == [201, 200]
    given = {"number": "123/BC-TTPVHCC", "date": "2025-08-02"}
    assert coordinator.post(f"{DAY}/editions/1/registry", given).status == 201
    _documents(viewer, f"{DAY}/editions")


def _periods(system: System) -> None:
    """The first week's report, in the days of the second."""
    coordinator = system.staff("dieu-phoi-1")
    assert coordinator.get(f"{CAMPAIGN}/periods").status == 200
    week = f"{CAMPAIGN}/periods/week-1/editions"
    assert coordinator.post(week, {"request_id": str(uuid4()), "base_edition": 0}).status == 201
    assert len(coordinator.get(week).json["editions"]) == 1
    assert coordinator.get(f"{week}/1/json").status == 200


def _site(system: System, builds: int) -> None:
    """Waits until so many different builds of the public site have been shown."""
    until = time.monotonic() + 120
    while len(set(re.findall(r'"message":"published".*"build":"(\w+)"', system.logs))) < builds:
        assert time.monotonic() < until, builds
        time.sleep(0.5)
    assert system.client().get("/data/datapackage.json").status == 200


def _documents(client: Client, editions: str) -> None:
    """Waits for the first edition's documents and messages, and fetches all."""
    until = time.monotonic() + 120
    edition = client.get(editions).json["editions"][0]
    while not (edition["documents"] and {each["state"] for each in edition["mail"]} == {"SENT"}):
        assert time.monotonic() < until, edition
        time.sleep(0.5)
        edition = client.get(editions).json["editions"][0]
    for form in ("json", *edition["documents"]):
        assert client.get(f"{editions}/1/{form}").status == 200
