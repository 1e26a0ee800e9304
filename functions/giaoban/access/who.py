"""The one table of who may use which route. What is not in it is refused.

A unit's roles (reporter, leader) are bound to their own campaign and unit wherever a route names one.
"""

from giaoban.access.role import OF_A_UNIT, Role

type Who = frozenset[Role] | None

ANYONE: Who = None

WHO: dict[str, Who] = {
    "GET /v1/health": ANYONE,
    "GET /v1/openapi.json": ANYONE,
    "GET /v1/campaigns/{c}": ANYONE,
    "GET /v1/campaigns/{c}/forms/{kind}": ANYONE,
    "POST /v1/session": ANYONE,
    "GET /v1/session": frozenset(Role),
    "DELETE /v1/session": ANYONE,
    "POST /v1/session/request": ANYONE,
    # Signed in by the pool: the gateway's authorizer has checked the token before the function runs.
    "POST /v1/staff-session": ANYONE,
    "GET /v1/campaigns/{c}/days/{d}/reports/{u}": OF_A_UNIT | {Role.COORDINATOR, Role.VIEWER},
    "PUT /v1/campaigns/{c}/days/{d}/reports/{u}": OF_A_UNIT | {Role.COORDINATOR},
    "GET /v1/campaigns/{c}/days/{d}": frozenset({Role.COORDINATOR, Role.VIEWER}),
    "POST /v1/campaigns/{c}/days/{d}/reports/{u}/excuse": frozenset({Role.COORDINATOR}),
    "POST /v1/campaigns/{c}/days/{d}/reports/{u}/return": frozenset({Role.COORDINATOR}),
    "POST /v1/campaigns/{c}/days/{d}/reports/{u}/calls": frozenset({Role.COORDINATOR}),
    "POST /v1/campaigns/{c}/days/{d}/reports/{u}/public": frozenset({Role.COORDINATOR}),
    "POST /v1/campaigns/{c}/days/{d}/excuse": frozenset({Role.COORDINATOR}),
    "POST /v1/campaigns/{c}/days/{d}/deadline": frozenset({Role.COORDINATOR}),
    "GET /v1/campaigns/{c}/days/{d}/draft": frozenset({Role.COORDINATOR, Role.VIEWER}),
    "GET /v1/campaigns/{c}/days/{d}/remarks": frozenset({Role.COORDINATOR, Role.VIEWER}),
    "PUT /v1/campaigns/{c}/days/{d}/remarks": frozenset({Role.COORDINATOR}),
    "GET /v1/campaigns/{c}/days/{d}/editions": frozenset({Role.COORDINATOR, Role.VIEWER}),
    "POST /v1/campaigns/{c}/days/{d}/editions": frozenset({Role.COORDINATOR}),
    "GET /v1/campaigns/{c}/days/{d}/editions/{n}/{format}": frozenset({Role.COORDINATOR, Role.VIEWER}),
    "POST /v1/campaigns/{c}/days/{d}/editions/{n}/registry": frozenset({Role.COORDINATOR}),
    "GET /v1/campaigns/{c}/periods": frozenset({Role.COORDINATOR, Role.VIEWER}),
    "GET /v1/campaigns/{c}/periods/{p}/editions": frozenset({Role.COORDINATOR, Role.VIEWER}),
    "POST /v1/campaigns/{c}/periods/{p}/editions": frozenset({Role.COORDINATOR}),
    "GET /v1/campaigns/{c}/periods/{p}/editions/{n}/{format}": frozenset({Role.COORDINATOR, Role.VIEWER}),
    "GET /v1/campaigns/{c}/days/{d}/reminders": frozenset({Role.COORDINATOR, Role.VIEWER}),
    "GET /v1/campaigns/{c}/days/{d}/call-list": frozenset({Role.COORDINATOR}),
    "GET /v1/campaigns/{c}/days/{d}/chat": frozenset({Role.COORDINATOR, Role.VIEWER}),
    "POST /v1/campaigns/{c}/days/{d}/reminders/{wave}/dry-run": frozenset({Role.COORDINATOR}),
    "PUT /v1/campaigns/{c}/reminders/switch": frozenset({Role.COORDINATOR}),
    "PUT /v1/campaigns/{c}/reminders/milestones/{m}": frozenset({Role.COORDINATOR}),
    "GET /v1/campaigns/{c}/directory": frozenset({Role.COORDINATOR, Role.ADMIN}),
    "GET /v1/campaigns/{c}/directory/template/{format}": frozenset({Role.COORDINATOR, Role.ADMIN}),
    "POST /v1/campaigns/{c}/directory/import": frozenset({Role.ADMIN}),
    "PUT /v1/campaigns/{c}/directory/people/{id}": frozenset({Role.COORDINATOR, Role.ADMIN}),
    "DELETE /v1/campaigns/{c}/directory/people/{id}": frozenset({Role.COORDINATOR, Role.ADMIN}),
    "POST /v1/campaigns/{c}/units/{u}/reporter": frozenset({Role.LEADER, Role.COORDINATOR, Role.ADMIN}),
}


def routes_of(role: Role) -> list[str]:
    """What a role may do beyond what anyone may, for the answer to “who am I”."""
    return [route for route, who in WHO.items() if who is not None and role in who]
