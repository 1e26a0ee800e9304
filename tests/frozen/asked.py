"""What is asked of the stored days: every reading route by who may, a few refusals, and in the end some writing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tests.frozen.people import OF_A_UNIT, STAFF, token

C = "/v1/campaigns/hanoi-45"
DAYS = [(date(2025, 7, 24) + timedelta(days=number)).isoformat() for number in range(11)]
LAST, TODAY = DAYS[-2:]
# The first, one that was corrected and decided about, one whose deadline was moved, the last, one that has begun.
SOME = [DAYS[0], DAYS[6], *DAYS[8:]]
MORNING = f"{TODAY}T09:00:00+07:00"
# Ba Đình, whose links are known; returned, dictated, excused (one withdrawn); a department.
UNITS = ("00004", "00025", "00082", "00008", "00598", "08974", "00640", "SNV")
# A report that comes now, comes again, and comes from somebody who has not seen it.
SENT = {"submission_id": "3f0e8f0a-0000-4000-8000-000000000001", "base_revision": 0, "figures": {"villages": 11}}
OTHER = {**SENT, "submission_id": "3f0e8f0a-0000-4000-8000-000000000002"}


@dataclass(frozen=True)
class Question:
    method: str
    path: str
    who: str | None = None
    at: str = MORNING
    body: object = None

    @property
    def name(self) -> str:
        of = f" {self.body}" if self.body else ""
        return f"{self.method} {self.path} as {self.who} at {self.at}{of}"

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.at)


def questions() -> Iterator[Question]:
    yield from _anyones()
    yield from _sessions()
    yield from _boards()
    yield from _reports()
    yield from _editions()
    yield from _people()
    yield from _refused()
    yield from _written()


def _anyones() -> Iterator[Question]:
    for path in ("/v1/health", C, f"{C}/forms/commune", f"{C}/forms/department"):
        yield Question("GET", path)


def _sessions() -> Iterator[Question]:
    """By a session that is stored, and by the link itself."""
    for who in (*OF_A_UNIT, *STAFF, None):
        yield Question("GET", "/v1/session", who)
    for who in (*OF_A_UNIT, "nobody"):
        yield Question("POST", "/v1/session", body={"token": token(who)})


def _boards() -> Iterator[Question]:
    for day in DAYS:
        yield Question("GET", f"{C}/days/{day}", "coordinator")
    for day in (LAST, TODAY):
        yield Question("GET", f"{C}/days/{day}", "viewer")
        yield Question("GET", f"{C}/days/{day}", "coordinator", f"{day}T15:40:00+07:00")


def _reports() -> Iterator[Question]:
    for day in SOME:
        yield Question("GET", f"{C}/days/{day}/reports/00004", "reporter")
        for unit in UNITS:
            yield Question("GET", f"{C}/days/{day}/reports/{unit}?revisions=all", "coordinator")
    yield Question("GET", f"{C}/days/{LAST}/reports/00004?revisions=all", "leader")
    yield Question("GET", f"{C}/days/{LAST}/reports/{UNITS[-1]}", "department")


def _editions() -> Iterator[Question]:
    for day in DAYS:
        for what in ("editions", "remarks"):
            yield Question("GET", f"{C}/days/{day}/{what}", "viewer")
    for day in SOME:
        yield Question("GET", f"{C}/days/{day}/draft", "viewer")
    for what in ("periods", "periods/week-1/editions", "periods/whole/editions"):
        yield Question("GET", f"{C}/{what}", "viewer")


def _people() -> Iterator[Question]:
    for day in (DAYS[0], *DAYS[-3:]):
        yield Question("GET", f"{C}/days/{day}/reminders", "viewer")
        yield Question("GET", f"{C}/days/{day}/call-list", "coordinator")
        yield Question("GET", f"{C}/days/{day}/chat", "viewer")
    yield Question("POST", f"{C}/days/{TODAY}/reminders/sms_before/dry-run", "coordinator", body={})
    for query in ("", "?unit=00004"):
        yield Question("GET", f"{C}/directory{query}", "admin")
    yield Question("GET", f"{C}/directory/template/csv", "admin")


def _refused() -> Iterator[Question]:
    yield Question("GET", f"{C}/days/{LAST}")
    yield Question("GET", f"{C}/days/{LAST}", "reporter")
    yield Question("GET", f"{C}/days/{LAST}/reports/00008", "reporter")
    yield Question("GET", f"{C}/days/{LAST}/call-list", "viewer")
    yield Question("GET", f"{C}/directory", "viewer")
    yield Question("GET", f"{C}/days/2025-01-01/reports/00004", "reporter")
    yield Question("GET", "/v1/campaigns/khong-co")
    yield Question("POST", f"{C}/days/{LAST}/editions", "viewer", body={})


def _written() -> Iterator[Question]:
    """The only questions that change anything, so the last ones."""
    report = f"{C}/days/{TODAY}/reports/00004"
    for body in (SENT, SENT, OTHER, {**OTHER, "figures": {"villages": -1}}):
        yield Question("PUT", report, "reporter", body=body)
    yield Question("PUT", f"{C}/days/{DAYS[0]}/reports/00004", "reporter", body=SENT)
    yield Question("GET", f"{report}?revisions=all", "coordinator")
    yield Question("GET", f"{C}/days/{TODAY}", "coordinator")
