"""Editions of a demo campaign, made from the replay's invented reports: what the site is built from in tests.

`python -m tests.publish.demo DIR [DAYS]` writes them as files.
"""

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from giaoban.campaign import Campaign, load_all
from giaoban.schemas import schemas_folder
from tests.publish.demo_parts import (
    Json,
    both,
    canonical,
    changes_of,
    counts_of,
    coverage_of,
    figure_of,
    name_of,
    target_of,
)
from tools.replay.history import sendings_by_day
from tools.replay.unit_day import Sending


def editions(campaign: Campaign, days: int = 45, seed: int = 45) -> Iterator[Json]:
    """Each day's first edition, then its corrections, in order of issue; day 6 stays provisional, day 3 has none."""
    maker = _Maker(campaign)
    made: list[Json] = []
    for number, sent in enumerate(sendings_by_day(campaign, days, seed), start=1):
        if number != 3:
            made += maker.day(number, sent, number == days)
    yield from sorted(made, key=lambda each: each["issued_at"])


def write(folder: Path, days: int = 45) -> list[Path]:
    """One file per edition, named by its hash, as in the bucket."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for edition in editions(load_all()["hanoi-45"], days):
        body = canonical(edition)
        written.append(folder / f"{hashlib.sha256(body).hexdigest()}.json")
        written[-1].write_bytes(body)
    return written


class _Maker:
    """Makes the editions of one day after the other; keeps what the next day needs of the days before."""

    def __init__(self, campaign: Campaign) -> None:
        self.campaign = campaign
        folder = schemas_folder() / "campaigns" / campaign.slug
        self.forms = {k: json.loads((folder / f"forms/{k}.json").read_text("utf-8")) for k in campaign.forms}
        self.stocks: dict[str, dict[str, Json]] = {code: {} for code in campaign.units}
        self.records: dict[str, list[Json]] = {code: [] for code in campaign.units}
        self.before: Json | None = None

    def day(self, number: int, sent: Mapping[str, list[Sending]], is_last: bool) -> list[Json]:
        day = self.campaign.first_day + timedelta(days=number - 1)
        at = self.campaign.deadline(day)
        kind = "provisional" if number == 6 else "issued"
        first = self._edition(number, sent, at + timedelta(minutes=55 if number == 6 else 41 + number % 9), kind, None)
        found = [first]
        if not is_last:
            second = self._edition(number, sent, self.campaign.corrections_close(day), "correction", first)
            found += [second] if second["changes"] else []
        self._remember(day.isoformat(), found[-1])
        return found

    def _remember(self, day: str, last: Json) -> None:
        self.before = {"edition": last, "day": day}
        for row in last["units"]:
            code = row["unit"]["code"]
            form = self.campaign.forms[row["unit"]["kind"]]
            for name, value in row["figures"].items():
                if form.figures[name].measure == "stock":
                    self.stocks[code][name] = {"value": value, "day": day}
            self.records[code] = [*self.records[code], {"day": day, "state": row["state"]}][-6:]

    def _edition(
        self, number: int, sent: Mapping[str, list[Sending]], at: datetime, kind: str, old: Json | None
    ) -> Json:
        campaign = self.campaign
        day = campaign.first_day + timedelta(days=number - 1)
        rows = [self._row(code, [s for s in sent[code] if s.at < at], day) for code in campaign.units]
        before = self.before and self.before["edition"]
        edition: Json = {
            "schema": "urn:giaoban:edition:1",
            "campaign": {
                "slug": campaign.slug,
                "names": campaign.names.view(),
                "first_day": campaign.first_day.isoformat(),
                "days": campaign.days,
                "data_sha256": "0" * 64,
            },
            "day": day.isoformat(),
            "day_number": number,
            "edition": (old["edition"] + 1) if old else 1,
            "kind": kind,
            "issued_at": at.isoformat(timespec="milliseconds"),
            "issued_by": None if kind != "issued" else "dieu-phoi-1",
            "deadline": campaign.deadline(day).isoformat(),
            "deadline_moved": None,
            "edition_deadline": campaign.edition_deadline(day).isoformat(),
            "previous": before and {"day": before["day"], "edition": before["edition"], "sha256": name_of(before)},
            "replaces": old and {"edition": old["edition"], "sha256": name_of(old), "kind": old["kind"]},
            "counts": counts_of(rows),
            "units": rows,
            "kinds": [
                self._kind(kind_, [r for r in rows if r["unit"]["kind"] == kind_], before) for kind_ in campaign.forms
            ],
            "measures": [],
            "findings": {"open": 0, "explained": 0},
            "notes": {"difficulties": [], "proposals": []},
            "remarks": {"text": "", "by": None, "number": 0},
            "changes": changes_of(old, rows, at) if old else [],
        }
        edition["coverage"] = coverage_of(edition)
        return edition

    def _row(self, code: str, sent: list[Sending], day: Any) -> Json:
        unit, last, first = self.campaign.units[code], sent[-1] if sent else None, sent[0] if sent else None
        figures = dict(last.body["figures"]) if last else {}
        state = "missing" if not first else "on_time" if first.at < self.campaign.deadline(day) else "late"
        was = None
        if state != "on_time" and (int.from_bytes(code.encode()[-3:]) + day.day) % 9 == 0:
            was, state = state, "excused"
        body = last.body if last else {}
        flags = [
            name
            for name, up in (
                ("nothing_to_report", body.get("nothing_to_report")),
                ("partial", last and not body["complete"]),
            )
            if up
        ]
        return {
            "unit": unit.view(),
            "state": state,
            "was": was,
            "flags": flags,
            "revision": len(sent),
            "decisions": int(was is not None),
            "first_received_at": first and first.at.isoformat(timespec="milliseconds"),
            "received_at": last and last.at.isoformat(timespec="milliseconds"),
            "receipt": last and "K7QF-2M9X",
            "figures": figures,
            "carried": {k: v for k, v in self.stocks[code].items() if k not in figures},
            "findings": [],
            "record": self.records[code],
            **_public(code, body),
        }

    def _kind(self, kind: str, rows: list[Json], before: Json | None) -> Json:
        form = self.forms[kind]
        past = next((k for k in before["kinds"] if k["kind"] == kind), None) if before else None
        names = {
            "commune": {"vi": "Xã, phường", "en": "Communes"},
            "department": {"vi": "Sở, ban, ngành", "en": "Departments"},
        }
        groups = []
        for group in form.get("groups", []):
            figures = [
                figure_of(form, n, [n], rows, past) for n, p in form["properties"].items() if p["group"] == group["id"]
            ]
            totals = [
                figure_of(form, t["id"], t["sum"], rows, past, t)
                for t in form.get("totals", [])
                if t["group"] == group["id"]
            ]
            groups.append({"id": group["id"], "title": both(group), "figures": figures, "totals": totals})
        return {
            "kind": kind,
            "names": names[kind],
            "counts": counts_of(rows),
            "groups": groups,
            "targets": [target_of(form, t, rows, past) for t in form.get("targets", [])],
        }


def _public(code: str, body: Mapping[str, Any]) -> Json:
    """Of what units write one in three, as a coordinator may have marked it."""
    if int.from_bytes(code.encode()[-3:]) % 3:
        return {}
    texts = [{"about": f"notes/{about}", "figures": [], "text": text} for about, text in body.get("notes", {}).items()]
    texts += [
        {"about": f"explanations/{rule}", "figures": [rule.rpartition(":")[2]], "text": text}
        for rule, text in body.get("explanations", {}).items()
    ]
    return {"public": texts} if texts else {}


if __name__ == "__main__":
    print(len(write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 45)))
