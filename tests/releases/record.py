"""`python -m tests.releases.record`: what phones of this release send, before the release is made.

A file is named for its version. Until that is released it may be recorded again; afterwards never, for phones that were not
opened since go on sending what it holds.
"""

import json
import uuid
from pathlib import Path
from typing import Any

from giaoban import __version__
from giaoban.campaign import Campaign, load_all

FOLDER = Path(__file__).parent
DAY = "2025-08-02"
UNITS = {"commune": "00004", "department": "SNV"}
# The same at each recording.
_IDS = uuid.UUID("6f1c2f7e-3b0a-4f5e-9a53-0d6a4e1b7c21")


def requests(campaign: Campaign) -> list[dict[str, Any]]:
    """A day of one unit of each kind: its form, a part, all of it, a correction, nothing to report the day after."""
    return [each for kind, unit in UNITS.items() for each in _of_unit(campaign, kind, unit)]


def _of_unit(campaign: Campaign, kind: str, unit: str) -> list[dict[str, Any]]:
    form = campaign.forms[kind]
    whole = {name: figure.type(0) for name, figure in form.figures.items()}
    part = dict(list(whole.items())[:3])
    day, next_day = (f"/v1/campaigns/{campaign.slug}/days/{each}/reports/{unit}" for each in (DAY, "2025-08-03"))
    return [
        {"unit": unit, "method": "GET", "path": f"/v1/campaigns/{campaign.slug}/forms/{kind}"},
        {"unit": unit, "method": "GET", "path": day},
        _put(unit, day, form.hash, 0, figures=part, complete=False),
        _put(unit, day, form.hash, 1, figures=whole, complete=True, notes={"difficulties": "Mạng chậm"}),
        _put(unit, day, form.hash, 2, figures=whole, complete=True, explanations={"stock_fell:a": "Chuyển đi"}),
        _put(unit, next_day, form.hash, 0, figures={}, complete=True, nothing_to_report=True),
        {"unit": unit, "method": "GET", "path": f"{day}", "query": {"revisions": "all"}},
    ]


def _put(unit: str, path: str, form: str, base: int, **said: Any) -> dict[str, Any]:
    device = {"finished_at": f"{DAY}T15:40:00.000+07:00", "clock_offset_ms": 12}
    ordinary = {"nothing_to_report": False, "notes": {}, "explanations": {}, "device": device}
    named = {"submission_id": str(uuid.uuid5(_IDS, f"{path} {base}")), "base_revision": base, "form": form}
    return {"unit": unit, "method": "PUT", "path": path, "body": {**named, **ordinary, **said}}


def main() -> None:
    file = FOLDER / f"{__version__}.json"
    recorded = json.dumps(requests(load_all()["hanoi-45"]), ensure_ascii=False, indent=1)
    file.write_text(f"{recorded}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
