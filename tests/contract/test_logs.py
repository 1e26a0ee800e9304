"""Logs say which route answered what, never who said what: no token, cookie, name or note (ASVS 16.2.5)."""

from collections.abc import Callable

from tests.contract.centre import Centre
from tests.contract.client import Client
from tests.contract.conftest import Body, UnitDay


def test_nothing_of_a_report_or_of_a_session_stands_in_a_log(
    unit_day: UnitDay, report: Callable[..., Body], coordinator: Client
) -> None:
    link, phone = unit_day.system.link(unit_day.unit), unit_day.system.client()
    phone.post("/v1/session", {"token": link.token})
    said = {"notes": {"difficulties": "Mất điện ở Ô Chợ Dừa"}, "told_by": "Nguyễn Thị Giả"}
    sent = report(**said)
    assert phone.put(unit_day.path, sent).status == 422
    assert coordinator.put(unit_day.path, sent).status == 201
    assert phone.put(unit_day.path, report()).status == 409
    assert phone.put(unit_day.path, b"{ Mat dien").status == 400
    logs = unit_day.system.logs
    assert '"route":"PUT /v1/campaigns/{c}/days/{d}/reports/{u}","status":201' in logs
    secrets = [link.token, phone.cookie, phone.cookie.split(".")[1], coordinator.cookie, f"contact-of-{unit_day.unit}"]
    words = ["Mất điện", "Mat dien", "Nguyễn Thị Giả", str(sent["submission_id"]), unit_day.path]
    assert not [each for each in [*secrets, *words] if each in logs]


def test_nothing_of_a_decision_stands_in_a_log(centre: Centre) -> None:
    reason = "Chị Nguyễn Thị Bịa ốm"
    assert centre.decide("excuse", reason=reason).status == 201
    assert centre.decide("excuse", reason=f"{reason} nặng").status == 409
    assert centre.decide("calls", outcome="reached", note=reason, base_decision=1).status == 201
    logs = centre.system.logs
    assert '"route":"POST /v1/campaigns/{c}/days/{d}/reports/{u}/excuse","status":409' in logs
    assert not [each for each in (reason, "dieu-phoi-1", centre.coordinator.cookie, centre.path) if each in logs]
