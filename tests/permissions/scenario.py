"""Everything that the system does, once: every route, every role, both ways through a sign-in, and the tick."""

from uuid import uuid4

from tests.contract.system import System

CAMPAIGN = "/v1/campaigns/hanoi-45"
DAY = f"{CAMPAIGN}/days/2025-08-02"
REPORT = f"{DAY}/reports/00004"


def play(system: System) -> None:
    """Raises AssertionError when something does not answer as it should."""
    for path in ("/v1/health", "/v1/openapi.json", CAMPAIGN, f"{CAMPAIGN}/forms/commune"):
        assert system.client().get(path).status == 200
    _a_unit(system)
    _staff(system)
    _board(system)
    assert system.client().post("/v1/session/request", {"unit": "00004"}).status == 202
    # The slot that opens the eleventh day.
    assert system.client().post("/dev/ticks", {"slot": "2025-08-02T17:05:00Z"}).json["opened"]


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
    assert coordinator.put(REPORT, dictated).status == 201
    assert system.staff("lanh-dao").get(REPORT).status == 200


def _board(system: System) -> None:
    """Every decision, one that comes too late, and an unchanged board."""
    coordinator, viewer = system.staff("dieu-phoi-1"), system.staff("lanh-dao")
    tag = viewer.get(DAY).headers["etag"]
    assert viewer.get(DAY, headers={"If-None-Match": tag}).status == 304
    other = REPORT.replace("00004", "00008")
    posts: list[tuple[str, dict[str, object], int]] = [
        (f"{other}/calls", {"outcome": "calling", "base_decision": 0}, 201),
        (f"{other}/excuse", {"reason": "Mất điện", "base_decision": 1}, 201),
        (f"{other}/excuse", {"reason": "Mất điện", "base_decision": 1}, 200),
        (f"{other}/excuse", {"reason": "Mất mạng", "base_decision": 1}, 409),
        (f"{REPORT}/return", {"fields": {"villages": "?"}, "base_decision": 0}, 201),
        (f"{DAY}/excuse", {"units": ["00070"], "reason": "Mất điện"}, 201),
        (f"{DAY}/excuse", {"units": ["00070"], "reason": "Mất điện"}, 200),
        (f"{DAY}/deadline", {"deadline": "2025-08-02T16:30:00+07:00", "reason": "Hệ thống ngừng"}, 201),
        (f"{DAY}/deadline", {"deadline": "2025-08-02T16:30:00+07:00", "reason": "Hệ thống ngừng"}, 200),
    ]
    assert [coordinator.post(path, said).status for path, said, _ in posts] == [status for *_, status in posts]
