"""A centre that keeps the directory of a small campaign, in memory."""

from dataclasses import replace
from typing import Any

from giaoban.access import OF_A_UNIT, STAFF, Role
from giaoban.access.grant import Grant, digest, new_secret, staff_id
from giaoban.access.hat import Hat
from giaoban.campaign import Campaign
from tests.access.app import Api
from tests.access.made import ENDS, signed_in
from tests.directory.made import PERSON, encoded, person
from tests.web.event import body_of

DIRECTORY = "/v1/campaigns/lang-sen/directory"
SEN = f"{DIRECTORY}/people/{PERSON}"
REPORTER = "/v1/campaigns/lang-sen/units/00001/reporter"

type Answer = tuple[int, dict[str, Any]]


class Centre:
    """Sen is the reporter of 00001; requests come from the administrator unless somebody else is named."""

    def __init__(self, campaign: Campaign) -> None:
        self.api = Api(campaign)
        self.api.directory.add("lang-sen", person())
        self.cookies = {role: self._signed_in(role) for role in (*OF_A_UNIT, *STAFF)}

    def _signed_in(self, role: Role) -> str:
        if role in OF_A_UNIT:
            return signed_in(self.api.grants, role)
        secret, made = new_secret(), Grant(staff_id(role), (Hat(role),), f"{role}-1", ENDS)
        self.api.grants.add(replace(made, sessions={digest(secret): ENDS}))
        return f"{made.id}.{secret}"

    def ask(self, method: str, path: str, by: Role = Role.ADMIN, **given: Any) -> Answer:
        answered = self.api.call(method, path, cookie=self.cookies[by], **given)
        return answered["statusCode"], body_of(answered) if answered["body"] else {}

    def people(self, **query: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.ask("GET", DIRECTORY, query=query)[1]["people"]
        return found

    def send(self, content: bytes, **otherwise: Any) -> Answer:
        body = {"file": encoded(content), "name": "danh-ba.csv", "dry_run": False, **otherwise}
        return self.ask("POST", f"{DIRECTORY}/import", body=body)


def rules(answer: Answer) -> dict[str, str]:
    return {each["path"]: each["rule"] for each in answer[1]["problems"]}
