"""Rendering an edition's documents: seconds and peak memory, for the campaign's own units and for a whole country's."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from giaoban.access import Role
from giaoban.campaign import Campaign, load
from giaoban.editions.canonical import canonical, sha256
from giaoban.editions.consolidate import consolidate
from giaoban.editions.content.edition import Edition
from giaoban.editions.edition import EditionKind, Imprint, Remarks
from giaoban.reports.report import Author, Day, Report, UnitDay
from giaoban.reports.submission import read_submission
from giaoban.schemas import schemas_folder
from tools.bench.scene import BUILD
from tools.bench.table import show
from tools.replay.history import sendings_by_day

# Hanoi's 126 communes and 17 departments; the communes of all 34 provinces.
UNITS = (143, 3321)
SEED = 45
AIM_SECONDS = 60
FONTS = BUILD / "layers" / "documents" / "fonts"


def main() -> None:
    """Prints the table; each number of units in a process of its own, as one run of the job has."""
    rows = [_measured(units) for units in UNITS]
    title = f"An edition's documents from its JSON, in one process on 2 cores. Aim: ≤ {AIM_SECONDS} s for all three"
    heads = [
        "units",
        "JSON, KB",
        "PDF, s",
        "DOCX, s",
        "XLSX, s",
        "all, s",
        "PDF, KB",
        "DOCX, KB",
        "XLSX, KB",
        "peak, MB",
    ]
    show(title, heads, rows)


def _measured(units: int) -> list[str | int | float]:
    command = [sys.executable, "-m", "tools.bench.documents", str(units)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: list[str | int | float] = json.loads(done.stdout)
    return found


def _measure(units: int) -> list[str | int | float]:
    """One row; the edition is made in another process, so that its memory is not counted."""
    # Only here: the libraries that these load are the documents' alone.
    from giaoban.documents.letterhead import EditionLetterhead
    from giaoban.documents.render import document_of, sheets_of
    from giaoban.letters.write_docx import write_docx
    from giaoban.letters.write_pdf import write_pdf
    from giaoban.letters.write_xlsx import write_xlsx

    campaign = _campaign()
    command = [sys.executable, "-m", "tools.bench.documents", str(units), "edition"]
    content = subprocess.run(command, check=True, capture_output=True).stdout
    sha, edition = sha256(content), json.loads(content)
    document = document_of(edition, sha, EditionLetterhead.read(campaign.files, is_period=False), FONTS)
    sheets, title = sheets_of(edition, document.title), document.title
    pdf = _timed(lambda: write_pdf(document, FONTS))
    docx = _timed(lambda: write_docx(document))
    xlsx = _timed(lambda: write_xlsx(sheets, title, document.author, document.made_at, title))
    seconds = [each[0] for each in (pdf, docx, xlsx)]
    sizes = [each[1] // 1024 for each in (pdf, docx, xlsx)]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return [str(units), len(content) // 1024, *seconds, sum(seconds), *sizes, peak]


def _timed(write: Callable[[], bytes]) -> tuple[float, int]:
    began = time.perf_counter()
    size = len(write())
    return time.perf_counter() - began, size


def _campaign() -> Campaign:
    return load(schemas_folder() / "campaigns" / "hanoi-45")


def _edition(units: int) -> bytes:
    """The canonical JSON of a replayed first day with so many units."""
    campaign = _of_size(_campaign(), units)
    day = campaign.first_day
    sent = next(sendings_by_day(campaign, 1, SEED))
    unit_days = {}
    for unit in campaign.units.values():
        reports = []
        for number, sending in enumerate(sent[unit.code], start=1):
            body = read_submission(sending.body, campaign.form_of(unit), [])
            author = Author(Role.REPORTER, "bench")
            reports.append(Report(campaign.slug, unit.code, day, number, sending.at, body, author))
        unit_days[unit.code] = UnitDay(campaign, unit, day, revisions=tuple(reports))
    issued_at = campaign.opens(day) + timedelta(hours=16, minutes=48)
    imprint = Imprint[Edition](1, EditionKind.ISSUED, issued_at, "dieu-phoi-1", Remarks("Nhận xét.", "dieu-phoi-1", 1))
    return canonical(consolidate(Day(campaign, day, unit_days), imprint))


def _of_size(campaign: Campaign, units: int) -> Campaign:
    """The communes again and again, with codes of their own."""
    own = list(campaign.units.values())
    found = {
        code: replace(own[number % len(own)], code=code)
        for number in range(units)
        if (code := own[number].code if number < len(own) else f"9{number:05}")
    }
    return replace(campaign, units=found)


if __name__ == "__main__":
    number, *what = sys.argv[1:]
    if what:
        sys.stdout.buffer.write(_edition(int(number)))
    else:
        print(json.dumps(_measure(int(number))))
