"""Every route of template.yaml, asked in every manner: what is found here holds of a new route as soon as it is there."""

import hashlib
from collections.abc import Iterator
from typing import Any

from giaoban.access import Role
from giaoban.campaign import Campaign
from tests.access.app import Api
from tests.access.made import grant, signed_in
from tests.access.matrix import EXPECTED
from tests.directory.made import PERSON, SEN, edited, encoded, listed, person
from tests.reports.made import at, body
from tools.template import load

TOKEN = "A" * 22
CLAIMS = {"sub": "12345678-0000-4000-8000-000000000000", "username": "dieu-phoi-1", "cognito:groups": "[coordinator]"}
EVENING = at("18:00")
PRESS = "6f1c2f7e-3b0a-4f5e-9a53-0d6a4e1b7c21"
ROUTES = [route.key for route in load().routes]
CHANGING = [route for route in ROUTES if not route.startswith(("GET ", "HEAD "))]
# What a report must say for them to be made public.
WORDS = "Mạng chậm"
# A sound body of each route that takes one; a changing route without one takes none.
BODIES: dict[str, Any] = {
    "POST /v1/session": {"token": TOKEN},
    "POST /v1/session/request": {"unit": "00001"},
    "PUT /v1/campaigns/{c}/days/{d}/reports/{u}": body(base_revision=0),
    "POST /v1/campaigns/{c}/days/{d}/reports/{u}/excuse": {"reason": "Mất điện", "base_decision": 0},
    "POST /v1/campaigns/{c}/days/{d}/reports/{u}/return": {"fields": {"dossiers_online": "?"}, "base_decision": 0},
    "POST /v1/campaigns/{c}/days/{d}/reports/{u}/calls": {"outcome": "calling", "base_decision": 0},
    "POST /v1/campaigns/{c}/days/{d}/reports/{u}/public": {
        "about": "notes/difficulties",
        "sha256": hashlib.sha256(WORDS.encode()).hexdigest(),
        "base_decision": 0,
    },
    "POST /v1/campaigns/{c}/days/{d}/excuse": {"units": ["00001"], "reason": "Mất điện"},
    "POST /v1/campaigns/{c}/days/{d}/deadline": {
        "deadline": "2025-08-02T16:45:00+07:00",
        "reason": "Hệ thống ngừng",
        "base_decision": 0,
    },
    "PUT /v1/campaigns/{c}/days/{d}/remarks": {"text": "Đúng giờ", "base_remarks": 0},
    "POST /v1/campaigns/{c}/days/{d}/editions": {"request_id": PRESS, "base_edition": 0},
    "POST /v1/campaigns/{c}/days/{d}/editions/{n}/registry": {"number": "1/BC", "date": "2025-08-02"},
    "POST /v1/campaigns/{c}/periods/{p}/editions": {"request_id": PRESS, "base_edition": 0},
    "POST /v1/campaigns/{c}/days/{d}/reminders/{wave}/dry-run": {},
    "PUT /v1/campaigns/{c}/reminders/switch": {"paused": True, "reason": "Diễn tập", "base_version": 0},
    "PUT /v1/campaigns/{c}/reminders/milestones/{m}": {"done": True},
    "POST /v1/campaigns/{c}/directory/import": {"file": encoded(listed(SEN)), "dry_run": False},
    "PUT /v1/campaigns/{c}/directory/people/{id}": edited(stopped=["sms"]),
    "POST /v1/campaigns/{c}/units/{u}/people": {"name": "Trần Văn Súng", "phone": "0912345679", "role": "deputy"},
    "POST /v1/campaigns/{c}/units/{u}/reporter": {"name": "Lê Thị Sen", "phone": "0912345678"},
}
WITHOUT_BODY = {
    "DELETE /v1/session",
    "POST /v1/staff-session",
    "DELETE /v1/campaigns/{c}/directory/people/{id}",
    "DELETE /v1/campaigns/{c}/directory/people/{id}/links",
    "DELETE /v1/campaigns/{c}/units/{u}/links",
}
# What a session is not needed for: a link's token, a token of the pool, or nothing at all stands in for it.
WITHOUT_SESSION = {"POST /v1/session", "DELETE /v1/session", "POST /v1/session/request", "POST /v1/staff-session"}


def who_may(route: str) -> Role:
    """Somebody who may use it; of a report the reporter, since a coordinator also says who told it."""
    return next(role for role in (Role.REPORTER, Role.COORDINATOR, Role.ADMIN) if EXPECTED[route, role] != "no")


def path_of(template: str, campaign: str, unit: str) -> str:
    """A route's path with something that is there for every name in it."""
    form = "csv" if "/directory/" in template else "json"
    named = {"d": "2025-08-02", "kind": "commune", "n": 1, "p": "week-1", "format": form, "id": PERSON}
    named |= {"wave": "late", "m": "procedure_system"}
    return template.format(c=campaign, u=unit, **named)


def ask(api: Api, route: str, cookie: str | None, **given: Any) -> dict[str, Any]:
    """A sound request of that route, but for what is given."""
    method, template = route.split(" ")
    path = path_of(template, "lang-sen", "00001")
    sound = {"body": BODIES.get(route), "claims": CLAIMS, "at": EVENING}
    return api.call(method, path, cookie=cookie, **{**sound, **given})


def everybody(api: Api) -> Iterator[str | None]:
    """Nobody, and somebody of each role."""
    yield None
    yield from (signed_in(api.grants, role) for role in Role)


def fresh(campaign: Campaign) -> Api:
    """With a link that has not been opened yet, and somebody in the directory."""
    api = Api(campaign)
    api.grants.add(grant(token=TOKEN))
    api.directory.add("lang-sen", person())
    return api


def all_that_is_stored(api: Api) -> object:
    return dict(api.grants.grants), dict(api.grants.asked), api.reports.written, dict(api.directory.stored)
