"""schemas/openapi.json with likelier values where chance alone would hardly ever name a day or a unit that there is,
and with links that say which request follows which: what a machine needs to get beyond 404.
"""

import copy
import hashlib
from typing import Any

from tests.contract.described import document

COMMUNE, DEPARTMENT, NOWHERE = "00004", "SNV", "99999"
DAYS = ["2025-08-02", "2025-08-01", "2025-07-24", "2025-09-06", "2025-09-07"]
UNITS = [COMMUNE, DEPARTMENT, "00008", NOWHERE]
# Before and after a deadline, the last moment for corrections, the campaign's end.
MOMENTS = [
    "2025-08-02T15:20:00+07:00",
    "2025-08-02T16:00:00+07:00",
    "2025-08-04T15:59:59.999+07:00",
    "2025-08-04T16:00:00+07:00",
    "2025-09-06T16:30:00+07:00",
]
LIKELY = {"c": ["hanoi-45"], "d": DAYS, "u": UNITS, "kind": ["commune", "department"]}
FIGURES: list[Any] = [{"team_members": 120}, {"team_members": 90}, {"team_members": 120, "dossiers_online": 41}]
NOTES: list[Any] = [{}, {"difficulties": "Đường truyền chậm."}]
WORDS = hashlib.sha256(NOTES[1]["difficulties"].encode()).hexdigest()
REASONS: list[Any] = [{}, {"stock_fell:team_members": "Hai người chuyển công tác"}]
FIRST = {"base_revision": 0, "figures": FIGURES[0]}
SEEN = {"enum": [0, 1, 2]}
REPORT = "/v1/campaigns/{c}/days/{d}/reports/{u}"
DAY = "/v1/campaigns/{c}/days/{d}"


def likely_document() -> dict[str, Any]:
    """A copy to load; what is wrong on purpose still comes from the generator's negative mode."""
    made = copy.deepcopy(document())
    for item in made["paths"].values():
        for operation in item.values():
            for parameter in operation.get("parameters", []):
                if parameter["name"] in LIKELY:
                    parameter["schema"] = {"enum": LIKELY[parameter["name"]]}
    schemas = made["components"]["schemas"]
    report = schemas["report"]["properties"]
    report["base_revision"] = SEEN
    report["figures"] = _likely(report["figures"], FIGURES)
    report["nothing_to_report"]["enum"] = [False]
    report["notes"], report["explanations"] = _likely(report["notes"], NOTES), _likely(report["explanations"], REASONS)
    # Who types a report is who is signed in: any other name is refused.
    del report["entered_by"]
    schemas["decision.base_decision"] = SEEN
    schemas["decision.reason"] = _likely(schemas["decision.reason"], ["Mất điện từ 13 giờ"])
    returned = schemas["decision.return"]["properties"]
    returned["fields"] = _likely(returned["fields"], [{"team_members": "Xin xem lại"}])
    schemas["decision.excuse_many"]["properties"]["units"]["items"] = {"enum": UNITS}
    words = schemas["decision.public"]["properties"]
    words["about"], words["sha256"] = {"enum": ["notes/difficulties"]}, {"enum": [WORDS, "0" * 64]}
    for name, field in (("call", "send_by"), ("deadline", "deadline")):
        decided = schemas[f"decision.{name}"]["properties"]
        decided[field] = _likely(decided[field], MOMENTS)
    for path, method, status, links in _links():
        made["paths"][path][method]["responses"][status]["links"] = links
    return made


def _likely(schema: dict[str, Any], values: list[Any]) -> dict[str, Any]:
    """One of these as often as anything that the schema allows: of that, chance makes little that a rule lets pass."""
    return {"anyOf": [{"enum": values}, schema]}


def _links() -> list[tuple[str, str, str, dict[str, Any]]]:
    """Who am I: send, read; after a report: read, correct, return it; after a decision: the next one about the unit."""
    same = {name: f"$request.path.{name}" for name in ("c", "d", "u")}
    day = {name: same[name] for name in ("c", "d")}
    revised = {"base_revision": "$response.body#/revision", "figures": FIGURES[1]}
    decided = {"base_decision": "$response.body#/last_decision"}
    after_a_report = {
        "read": {"operationId": "read_report", "parameters": {**same, "query.revisions": "all"}},
        "correct": {"operationId": "send_report", "parameters": same, "requestBody": revised},
        "returned": {"operationId": "send_back", "parameters": same, "requestBody": {"base_decision": 0}},
        "board": {"operationId": "board", "parameters": day},
    }
    after_a_decision = {
        name: {"operationId": name, "parameters": same, "requestBody": decided}
        for name in ("excuse", "send_back", "call")
    } | {"report": {"operationId": "send_report", "parameters": same}}
    own = {"c": "$response.body#/campaign", "u": "$response.body#/unit/code"}
    after_who_am_i = {
        "send": {"operationId": "send_report", "parameters": own, "requestBody": FIRST},
        "read": {"operationId": "read_report", "parameters": own},
        "board": {"operationId": "board", "parameters": {"c": own["c"]}},
    }
    after_the_board = {
        "excuse": {"operationId": "excuse_many", "parameters": day},
        "first": {"operationId": "send_report", "parameters": {**day, "u": "$response.body#/units/0/unit/code"}},
    }
    return [
        ("/v1/session", "get", "200", after_who_am_i),
        (REPORT, "get", "200", after_a_report),
        (REPORT, "put", "201", after_a_report),
        *((f"{REPORT}/{what}", "post", "201", after_a_decision) for what in ("excuse", "return", "calls")),
        (DAY, "get", "200", after_the_board),
    ]
