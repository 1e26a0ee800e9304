"""The parts of a demo edition, worked out from one kind's rows."""

import hashlib
import json
from datetime import datetime
from typing import Any

from giaoban.campaign.expression import holds

type Json = dict[str, Any]
STATES = ("on_time", "late", "missing", "excused")


def canonical(edition: Json) -> bytes:
    return json.dumps(edition, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def name_of(edition: Json) -> str:
    return hashlib.sha256(canonical(edition)).hexdigest()


def both(data: Json) -> Json:
    return {"vi": data["title"], "en": data["title_en"]}


def counts_of(rows: list[Json]) -> Json:
    counts = {state: sum(r["state"] == state for r in rows) for state in STATES}
    flags = {flag: sum(flag in r["flags"] for r in rows) for flag in ("partial", "phoned_in", "nothing_to_report")}
    return {"due": len(rows), "expected": 0, "with_findings": 0, **counts, **flags}


def _known(row: Json) -> Json:
    return row["figures"] | {name: each["value"] for name, each in row["carried"].items()}


def _value(names: list[str], values: Json) -> int | None:
    return sum(values[n] for n in names) if all(n in values for n in names) else None


def figure_of(
    form: Json, name: str, parts: list[str], rows: list[Json], past: Json | None, total: Json | None = None
) -> Json:
    first = form["properties"][parts[0]]
    known = [v for row in rows if (v := _value(parts, _known(row))) is not None]
    fresh = sum(_value(parts, row["figures"]) is not None for row in rows)
    value = sum(known) if known else None
    old = _find(past, name)
    return {
        "id": name,
        "title": both(total or first),
        "counted_in": first.get("counted_in"),
        "measure": first["measure"],
        "type": first["type"],
        "total": value,
        "units": len(known),
        "carried": len(known) - fresh,
        "blank": len(rows) - len(known) if first["measure"] == "stock" else 0,
        "change": value - old if value is not None and old is not None else None,
    }


def _find(past: Json | None, name: str) -> int | None:
    groups = past["groups"] if past else []
    return next((f["total"] for g in groups for f in g["figures"] + g["totals"] if f["id"] == name), None)


def target_of(form: Json, target: Json, rows: list[Json], past: Json | None) -> Json:
    sums = {t["id"]: t["sum"] for t in form.get("totals", [])}
    outside = {"vi": target["outside"], "en": target["outside_en"]} if "outside" in target else None
    note = {"vi": target["note"], "en": target["note_en"]} if "note" in target else None
    if target["kind"] == "ratio":
        top, bottom = (sums.get(target[side], [target[side]]) for side in ("numerator", "denominator"))
        pairs = [(r["unit"]["code"], _value(top, _known(r)), _value(bottom, _known(r))) for r in rows]
        shares = [(code, n, d) for code, n, d in pairs if n is not None and d]
        numerator, denominator = sum(n for _, n, _ in shares), sum(d for _, _, d in shares)
        order = sorted(shares, key=lambda s: (-s[1] / s[2], s[0]))
        best, furthest, units = [s[0] for s in order[:5]], [s[0] for s in order[::-1][:5]], len(shares)
    else:
        failing = [r["unit"]["code"] for r in rows if not holds(target["holds"], _known(r))]
        numerator, denominator, units = len(rows) - len(failing), len(rows), len(rows)
        best, furthest = [], failing[:5]
    value = (
        min((numerator * 20000 + denominator) // (2 * denominator), 10000 if numerator >= denominator else 9999)
        if denominator
        else None
    )
    old = next((t["value"] for t in past["targets"] if t["id"] == target["id"]), None) if past else None
    goal = target["goal_percent"] * 100
    return {
        "id": target["id"],
        "title": both(target),
        "source": target["source"],
        "outside": outside,
        "note": note,
        "kind": target["kind"],
        "goal": goal,
        "numerator": numerator,
        "denominator": denominator,
        "value": value,
        "met": value is not None and value >= goal,
        "change": value - old if value is not None and old is not None else None,
        "best": best,
        "furthest": furthest,
        "units": units,
    }


def coverage_of(edition: Json) -> Json | None:
    kind = next((k for k in edition["kinds"] if k["kind"] == "commune"), None)
    target = next((t for t in kind["targets"] if t["id"] == "supporters"), None) if kind else None
    return target and {
        "units": target["denominator"],
        "enough": target["numerator"],
        "short": target["furthest"],
        "not_reported": [],
    }


def changes_of(old: Json, rows: list[Json], at: datetime) -> list[Json]:
    before = {row["unit"]["code"]: row for row in old["units"]}
    return [
        _change(before[row["unit"]["code"]], row, at)
        for row in rows
        if row["revision"] != before[row["unit"]["code"]]["revision"]
    ]


def _change(old: Json, row: Json, at: datetime) -> Json:
    names = sorted(old["figures"].keys() | row["figures"].keys())
    moved = [
        {"figure": n, "from": old["figures"].get(n), "to": row["figures"].get(n)}
        for n in names
        if old["figures"].get(n) != row["figures"].get(n)
    ]
    is_first = old["revision"] == 0
    words = (
        {"vi": "Báo cáo đến sau bản tổng hợp", "en": "The report came after the edition"}
        if is_first
        else {"vi": "Đơn vị sửa báo cáo", "en": "The unit corrected its report"}
    )
    return {
        "unit": row["unit"]["code"],
        "state": {"from": old["state"], "to": row["state"]},
        "revision": {"from": old["revision"], "to": row["revision"]},
        "why": "first_report" if is_first else "correction",
        "names": words,
        "at": row["received_at"] or at.isoformat(),
        "by": None,
        "figures": moved,
    }
