"""A small campaign in an invented place: two communes and a department, two short forms."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

type Data = dict[str, Any]

UNITS = """code,kind,name,name_en,division_type
00001,commune,Xã Sen Trắng,Sen Trắng Commune,xã
00002,commune,Phường Sen Hồng,Sen Hồng Ward,phường
SSEN,department,Sở Sen,Department of Lotus,sở
"""

_CAMPAIGN: Data = {
    "slug": "lang-sen",
    "names": {"vi": "Chiến dịch Làng Sen", "en": "Lotus Village campaign"},
    "zone": "Asia/Ho_Chi_Minh",
    "first_day": "2025-07-24",
    "days": 45,
    "day_opens": "00:05",
    "deadlines": {"report": "16:00", "edition": "17:00"},
    "corrections_close": {"days_after": 2, "at": "16:00"},
    "usual_over_days": 7,
    "centre": {"code": "TTLS", "names": {"vi": "Trung tâm Làng Sen", "en": "Lotus Centre"}},
    "help": {"vi": "Xin gọi Trung tâm.", "en": "Please call the centre.", "phone": "024 0000 0000"},
    "units": "units.csv",
    "forms": {"commune": "forms/commune.json", "department": "forms/department.json"},
    "owners": {"communes": {"vi": "UBND xã, phường", "en": "Communes"}},
    "milestones": [
        {
            "id": "all_trained",
            "due": "2025-07-31",
            "owner": "communes",
            "names": {"vi": "Tập huấn xong", "en": "All trained"},
            "source": ["III.5"],
        }
    ],
    "edition": {
        "alarm_at": "16:45",
        "provisional_at": "16:55",
        "header": {"parent": "ỦY BAN NHÂN DÂN LÀNG SEN", "body": "TRUNG TÂM LÀNG SEN"},
        "symbol": "BC-TTLS",
        "place": "Làng Sen",
        "title": {"vi": "Kết quả Chiến dịch Làng Sen", "en": "Results of the Lotus Village campaign"},
        "addressee": {"vi": "Ủy ban nhân dân", "en": "The People's Committee"},
        "signer": {"title": "GIÁM ĐỐC", "name": ""},
        "recipients": ["Như trên;", "Lưu: VT."],
        "periods": {
            "addressee": {"vi": "Sở Sen", "en": "Department of Lotus"},
            "recipients": ["Như trên;", "Ủy ban nhân dân;", "Lưu: VT."],
        },
        "mail": [
            {"id": "chairman", "names": {"vi": "Chủ tịch", "en": "Chairman"}, "email": "chu-tich@giaoban.invalid"},
            {"id": "centre", "names": {"vi": "Giám đốc", "en": "Director"}, "email": "giam-doc@giaoban.invalid"},
        ],
        "kinds": {
            "commune": {"vi": "Xã, phường", "en": "Communes"},
            "department": {"vi": "Sở, ngành", "en": "Departments"},
        },
        "measures": {
            "counted_with": {"late": ["late", "missing"], "missing": ["late", "missing"], "inaccurate": ["inaccurate"]},
            "steps": [
                {"id": "remind", "names": {"vi": "Nhắc", "en": "Remind"}, "times": 1, "within_days": 1},
                {"id": "ask_leader", "names": {"vi": "Hỏi lãnh đạo", "en": "Ask"}, "times": 2, "within_days": 7},
                {"id": "propose_city", "names": {"vi": "Trình", "en": "Propose"}, "times": 3, "within_days": 3},
            ],
        },
        "subjects": [
            {"id": "network", "names": {"vi": "Đường truyền", "en": "Lines"}, "words": ["duong truyen", "mang"]},
            {"id": "equipment", "names": {"vi": "Máy móc", "en": "Equipment"}, "words": ["may quet", "duong truyen"]},
            {"id": "other", "names": {"vi": "Khác", "en": "Other"}, "words": []},
        ],
        "changes": {
            why: {"vi": f"Vì {why}", "en": f"For {why}"}
            for why in ("first_report", "correction", "dictated", "decision", "deadline", "past")
        },
    },
    "practice": False,
}


def campaign_data() -> Data:
    return deepcopy(_CAMPAIGN)


def write_campaign(folder: Path) -> None:
    """A folder that `load` takes without a word."""
    (folder / "forms").mkdir(parents=True)
    (folder / "units.csv").write_text(UNITS, encoding="utf-8")
    write_json(folder / "campaign.json", campaign_data())
    write_json(folder / "forms/commune.json", commune_form())
    write_json(folder / "forms/department.json", department_form())


def write_json(path: Path, data: object) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def commune_form() -> Data:
    return {
        **_head("commune"),
        "groups": [_group("dossiers"), _group("teams")],
        "properties": {
            "dossiers_online": count("Hồ sơ trực tuyến", "Dossiers online", "flow", "dossiers", target="online"),
            "dossiers_counter": count("Hồ sơ trực tiếp", "Dossiers at the counter", "flow", "dossiers"),
            "dossiers_pending": count("Hồ sơ còn lại", "Dossiers pending", "stock", "dossiers", may_fall=True),
            "team_members": count("Thành viên", "Members", "stock", "teams"),
            "members_trained": count("Đã tập huấn", "Members trained", "stock", "teams"),
            "emergency_team": yes_or_no("Có tổ ứng cứu", "Emergency team", "stock", "teams"),
            "technician": yes_or_no("Có kỹ thuật viên", "Technician present", "flow", "teams"),
        },
        "totals": [
            {
                "id": "dossiers_received",
                "title": "Tổng hồ sơ",
                "title_en": "All dossiers",
                "group": "dossiers",
                "sum": ["dossiers_online", "dossiers_counter"],
            }
        ],
        "targets": [
            {
                **_titled("online"),
                "kind": "ratio",
                "numerator": "dossiers_online",
                "denominator": "dossiers_received",
                "goal_percent": 60,
            },
            {**_titled("team"), "kind": "units", "holds": {"var": "emergency_team"}, "goal_percent": 100},
        ],
        "rules": RULES,
    }


def department_form() -> Data:
    return {
        **_head("department"),
        "groups": [_group("tasks")],
        "properties": {"tasks_done": count("Việc đã làm", "Tasks done", "stock", "tasks")},
        "totals": [],
        "targets": [],
        "rules": [],
    }


def count(title: str, title_en: str, measure: str, group: str, **more: object) -> Data:
    unit = {"vi": "đơn vị", "en": "items"}
    return {
        **_figure(title, title_en, measure, group),
        "type": "integer",
        "minimum": 0,
        "maximum": 10000,
        "counted_in": unit,
        **more,
    }


def yes_or_no(title: str, title_en: str, measure: str, group: str) -> Data:
    return {**_figure(title, title_en, measure, group), "type": "boolean"}


def _figure(title: str, title_en: str, measure: str, group: str) -> Data:
    words = {"title": title, "title_en": title_en, "description": title, "description_en": title_en}
    return {**words, "measure": measure, "group": group, "source": ["II.3"]}


def _group(name: str) -> Data:
    return {"id": name, "title": name, "title_en": name, "source": ["II.3"]}


def _titled(name: str) -> Data:
    return {"id": name, "title": name, "title_en": name, "source": ["II.3"]}


def _head(kind: str) -> Data:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:giaoban:lang-sen:form:{kind}",
        "title": "Báo cáo ngày",
        "title_en": "Daily report",
        "type": "object",
        "additionalProperties": False,
    }


RULES: list[Data] = [
    {
        "id": "trained_above_members",
        "severity": "impossible",
        "holds": {"<=": [{"var": "members_trained"}, {"var": "team_members"}]},
        "figures": ["members_trained", "team_members"],
        "vi": "Đã tập huấn ({members_trained}) không thể lớn hơn số thành viên ({team_members}).",
        "en": "Trained ({members_trained}) cannot be more than members ({team_members}).",
    },
    {
        "id": "team_gone",
        "severity": "doubtful",
        "holds": {"or": [{"var": "emergency_team"}, {"!": [{"var": "earlier.emergency_team"}]}]},
        "figures": ["emergency_team"],
        "vi": "Trước có tổ ({earlier.emergency_team}), nay không ({emergency_team}).",
        "en": "There was a team ({earlier.emergency_team}), now there is none ({emergency_team}).",
    },
    {
        "id": "stock_fell",
        "each": "stock",
        "severity": "doubtful",
        "holds": {">=": [{"var": "$"}, {"var": "earlier.$"}]},
        "figures": ["$"],
        "vi": "“{title}” giảm từ {earlier.$} xuống {$}.",
        "en": "“{title_en}” fell from {earlier.$} to {$}.",
    },
    {
        "id": "far_above_usual",
        "each": "flow",
        "severity": "doubtful",
        "holds": {"<=": [{"var": "$"}, {"+": [{"*": [10, {"var": "usual.$"}]}, 20]}]},
        "figures": ["$"],
        "vi": "“{title}” là {$}, thường ngày {usual.$}.",
        "en": "“{title_en}” is {$}, usually {usual.$}.",
    },
]
