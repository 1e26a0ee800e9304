"""What requests carry: parameters and bodies."""

import hashlib

from tools.openapi.routes import Registered
from tools.openapi.schemas import Tree, ref
from tools.template import Node

_PARAMETERS: dict[str, tuple[str, Tree, Node]] = {
    "c": ("Campaign slug", {"type": "string", "pattern": "^[a-z0-9-]+$"}, "hanoi-45"),
    "d": ("Day of the campaign", ref("day"), "2025-08-02"),
    "u": ("Code of a unit, leading zeros kept", {"type": "string", "pattern": "^[A-Za-z0-9]+$"}, "00004"),
    "n": ("Number of an edition", {"type": "string", "pattern": "^[1-9][0-9]{0,3}$"}, "1"),
    "p": ("Week or the whole", {"type": "string", "pattern": "^(week-[1-9][0-9]?|final)$"}, "week-1"),
    "format": ("Kind of file", {"type": "string", "pattern": "^[a-z]+$"}, "json"),
    "wave": (
        "Id of a wave, as the campaign's data have it",
        {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"},
        "sms_before",
    ),
    "m": ("Id of a milestone", {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}, "procedure_system"),
    "id": ("Id of a person", {"type": "string", "pattern": "^[A-Za-z0-9]+-[0-9a-f]{10}$"}, "00004-3f9a17c25e"),
    "kind": ("Kind of unit", {"type": "string", "pattern": "^[a-z]+$"}, "commune"),
}
_REVISIONS: Tree = {
    "name": "revisions",
    "in": "query",
    "description": "With `all`, the answer carries the history.",
    "schema": {"enum": ["all"]},
}
_UNIT: Tree = {
    "name": "unit",
    "in": "query",
    "description": "Only the people of this unit.",
    "schema": {"type": "string"},
}
_PEOPLE: Tree = {
    "name": "people",
    "in": "query",
    "description": "With `current`, the list holds everybody who is known.",
    "schema": {"enum": ["current"]},
}
_CHANGES: Tree = {
    "name": "changes",
    "in": "query",
    "description": "Of the reports and decisions, or of the messages and whom to ring, only what is another than the "
    "ETag in `If-None-Match` knows; without one, everything.",
    "schema": {"enum": ["reports", "messages"]},
}
_QUERY = {"revisions": _REVISIONS, "unit": _UNIT, "people": _PEOPLE, "changes": _CHANGES}
_IF_NONE_MATCH: Tree = {
    "name": "If-None-Match",
    "in": "header",
    "description": "The ETag of the copy that the asker has.",
    "schema": {"type": "string"},
}
TAKES: Tree = {
    "link_token": {
        "type": "object",
        "required": ["token"],
        "properties": {
            "token": {
                "description": "What stands after `#t=` in the link.",
                "type": "string",
                "pattern": "^[A-Za-z0-9_-]{22}$",
            }
        },
        "examples": [{"token": "AAAAAAAAAAAAAAAAAAAAAA"}],
    },
    "link_request": {
        "type": "object",
        "required": ["unit"],
        "properties": {
            "unit": {"type": "string"},
            "campaign": {"type": "string"},
            "link": {"description": "The token of a link of that unit, however old.", "type": "string"},
        },
        "examples": [{"unit": "00004"}],
    },
}
REPORT_EXAMPLE: Node = {
    "submission_id": "6f1c2f7e-3b0a-4f5e-9a53-0d6a4e1b7c21",
    "base_revision": 0,
    "nothing_to_report": False,
    "complete": True,
    "figures": {"team_members": 120, "dossiers_online": 41},
    "notes": {"difficulties": "Đường truyền chậm buổi sáng.", "proposals": ""},
    "explanations": {},
    "device": {"finished_at": "2025-08-02T15:11:30+07:00", "clock_offset_ms": 120},
}
SOME_TEXT = hashlib.sha256("Đường truyền chậm buổi sáng.".encode()).hexdigest()
# By the name of the decision in schemas/decisions.schema.json.
DECISION_EXAMPLES: dict[str, list[Node]] = {
    "excuse": [
        {"reason": "Mất điện toàn xã từ 13 giờ", "base_decision": 0},
        {"reason": "Điện đã có lại từ 14 giờ", "withdraw": True, "base_decision": 1},
    ],
    "return": [{"fields": {"people_served": "Gấp mười lần mọi ngày, xin xem lại"}, "base_decision": 0}],
    "call": [
        {"outcome": "calling", "base_decision": 0},
        {"outcome": "will_send", "send_by": "2025-08-02T16:20:00+07:00", "note": "Đang họp", "base_decision": 1},
    ],
    "public": [
        {"about": "notes/difficulties", "sha256": SOME_TEXT, "base_decision": 0},
        {"about": "notes/difficulties", "sha256": SOME_TEXT, "withdraw": True, "base_decision": 1},
    ],
    "excuse_many": [{"units": ["00004", "00008"], "reason": "Cáp quang bị đứt"}],
    "issue": [{"request_id": "6f1c2f7e-3b0a-4f5e-9a53-0d6a4e1b7c21", "base_edition": 0}],
    "remarks": [{"text": "Đề nghị các đơn vị báo cáo đúng giờ.", "base_remarks": 0}],
    "registry": [{"number": "123/BC-TTPVHCC", "date": "2025-08-02"}],
    "deadline": [
        {"deadline": "2025-08-02T16:30:00+07:00", "reason": "Hệ thống ngừng từ 15:40 đến 16:05", "base_decision": 0}
    ],
}


# By the name in schemas/directory.schema.json.
DIRECTORY_EXAMPLES: dict[str, list[Node]] = {
    "import": [{"file": "TcOjIMSRxqFuIHbhu4ssVmFpIHRyw7I=", "name": "danh-ba.csv", "dry_run": True}],
    "person": [
        {
            "base_version": 1,
            "role": "reporter",
            "name": "Người báo cáo 00004",
            "phone": "+84 000 000 001",
            "email": "bao-cao-00004@giaoban.invalid",
            "channels": ["sms", "email"],
            "language": "vi",
            "quiet": ["22:00", "06:00"],
            "stopped": ["sms"],
        }
    ],
    "new_person": [{"role": "deputy", "name": "Người báo cáo dự phòng 00004", "phone": "+84 000 000 003"}],
    "reporter": [{"name": "Người báo cáo mới 00004", "phone": "+84 000 000 002"}],
}
# By the name in schemas/reminders.schema.json.
REMINDER_EXAMPLES: dict[str, list[Node]] = {
    "switch": [{"paused": True, "reason": "Nhà mạng đang lỗi", "base_version": 0}],
    "dry_run": [{}],
    "milestone": [{"done": True}],
}
EXAMPLES: dict[str, list[Node]] = {
    f"{prefix}.{name}": found
    for prefix, examples in (
        ("decision", DECISION_EXAMPLES),
        ("directory", DIRECTORY_EXAMPLES),
        ("reminders", REMINDER_EXAMPLES),
    )
    for name, found in examples.items()
}


def parameters(route: Registered) -> list[Node]:
    """Of the path, of the query, and the header that asks for what has changed only."""
    found: list[Node] = [_in_path(name) for name in route.parameters]
    found += [_QUERY[name] for name in route.says.get("query", ())]
    return [*found, _IF_NONE_MATCH] if 304 in route.says["answers"] else found


def _in_path(name: str) -> Tree:
    description, schema, example = _PARAMETERS[name]
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": description,
        "schema": schema,
        "example": example,
    }
