"""The centre at work, in memory: two coordinators and a viewer at the board, a unit's reporter on the telephone."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from giaoban.access import Role
from giaoban.access.grant import Grant, digest, new_secret, staff_id
from giaoban.access.hat import Hat
from giaoban.campaign import Campaign
from tests.access.app import Api
from tests.access.made import ENDS, signed_in
from tests.reports.fake_store import FakeReportStore
from tests.reports.made import at, body
from tests.web.event import body_of

DAY = "/v1/campaigns/lang-sen/days/2025-08-02"
UNIT = f"{DAY}/reports/00001"
NOW = at("15:30")

type Answer = tuple[int, dict[str, Any]]


class Centre:
    """Everybody's requests go through the whole application; `answer` is status and body."""

    def __init__(self, campaign: Campaign, store: FakeReportStore | None = None) -> None:
        self.api = Api(campaign, reports=store or FakeReportStore())
        self.store = self.api.reports
        self.reporter = signed_in(self.api.grants)
        self.coordinator, self.second = (self._staff(name, Role.COORDINATOR) for name in ("dieu-phoi-1", "dieu-phoi-2"))
        self.viewer = self._staff("lanh-dao", Role.VIEWER)

    def post(self, path: str, said: object, by: str | None = None, at: datetime = NOW) -> Answer:
        return _read(self.api.call("POST", path, cookie=by or self.coordinator, at=at, body=said))

    def get(self, path: str = DAY, by: str | None = None, at: datetime = NOW, **given: Any) -> Answer:
        return _read(self.api.call("GET", path, cookie=by or self.coordinator, at=at, **given))

    def send(self, at: datetime = NOW, by: str | None = None, **said: Any) -> Answer:
        """A report of unit 00001."""
        return _read(self.api.call("PUT", UNIT, cookie=by or self.reporter, at=at, body=body(**said)))

    def row(self, at: datetime = NOW, code: str = "00001") -> dict[str, Any]:
        found: dict[str, Any] = next(each for each in self.get(at=at)[1]["units"] if each["unit"]["code"] == code)
        return found

    def excused(self, at: datetime = NOW, **said: Any) -> Answer:
        return self.post(f"{UNIT}/excuse", {"reason": "Mất điện", "base_decision": 0} | said, at=at)

    def _staff(self, name: str, role: Role) -> str:
        secret = new_secret()
        made = Grant(staff_id(name), (Hat(role),), name, ENDS)
        self.api.grants.add(replace(made, sessions={digest(secret): ENDS}))
        return f"{made.id}.{secret}"


def problems(answer: Answer) -> list[tuple[str, str]]:
    return [(each["path"], each["rule"]) for each in answer[1]["problems"]]


def named(answer: Answer) -> tuple[int, str]:
    """Status and name of a problem."""
    return answer[0], answer[1]["type"].removeprefix("urn:giaoban:problem:")


def _read(answered: dict[str, Any]) -> Answer:
    return answered["statusCode"], body_of(answered) if answered["body"] else {}
