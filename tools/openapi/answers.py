"""What each route can answer: status → schema, or the problems by the name of their sentence.

The names stand in giaoban/sentences.json; the statuses in giaoban/problem.py. Tests over HTTP hold this table to the
running system: a status or a body that is not here fails them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from giaoban.directory.list_file import FORMATS
from giaoban.editions.fetch import TYPES

BODY = {
    400: ("not_utf8", "not_json", "not_an_object", "too_deep"),
    413: ("too_large",),
    415: ("not_json_type",),
}
STORE = {503: ("store_silent",)}
FILES = tuple(TYPES.values())
FILE_HEADERS = ("ETag", "Cache-Control")
OTHER_SITE = {403: ("other_site",)}
CAMPAIGN = {404: ("unknown_campaign",)}
DAY = {404: ("unknown_campaign", "unknown_day")}
UNIT_DAY = {404: ("unknown_campaign", "unknown_day", "unknown_unit")}
OVERTAKEN = {409: ("decided_meanwhile",)}
EDITIONS = "/v1/campaigns/{c}/days/{d}/editions"
PERIODS = "/v1/campaigns/{c}/periods"
PERIOD = {404: ("unknown_campaign", "unknown_period")}
DOCUMENT = {404: ("unknown_edition", "unknown_format", "document_not_ready")}
ISSUED = "Issued and frozen; its documents are being made."
LINE = "Recorded; the unit's line of the board as it stands now."
NO_SESSION = {401: ("no_session",)}
# Any function may break; the gateway may answer for it, or refuse a request before it.
EVERYWHERE: Mapping[int, tuple[str, ...]] = {500: ("broken",)}
BY_THE_GATEWAY: Mapping[int, str] = {
    429: "Too many requests at once. Send the same again in a few seconds.",
    500: "Our own fault. Sending the same again is safe.",
    503: "The store or a function does not answer. Sending the same again is safe.",
}

PROBLEMS: Mapping[int, str] = {
    400: "The body cannot be read as a JSON object.",
    401: "No session, or one that has ended; or a link that opens nothing (any more).",
    403: "Not yours, or asked for by a page of another site.",
    404: "No such campaign, form, unit or day.",
    409: "Somebody else came first, or the same id came with other content. `current` is what stands now.",
    410: "Corrections of the day are closed for this role.",
    413: "More than 64 KiB.",
    415: "The Content-Type is not application/json.",
    422: "What was sent cannot be so, or not now: every problem at once, each with its place.",
}


@dataclass(frozen=True)
class Answers:
    """`good`: status → name of the schema, None without a body. `headers` go with the good answers.

    `created` says what a 201 has done; `conflict` is the schema of a 409.
    """

    good: Mapping[int, str | None]
    refused: Mapping[int, tuple[str, ...]]
    headers: tuple[str, ...] = ()
    takes: str | None = None
    query: tuple[str, ...] = ()
    # Statuses that the gateway, too, says before the function: its authorizer, its limit of 10 MB.
    by_gateway: tuple[int, ...] = ()
    created: str = "Stored as a new revision."
    conflict: str = "conflict_answer"
    # Content types of files that a 200 may be, beside JSON.
    files: tuple[str, ...] = ()


def _all(*parts: Mapping[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for part in parts:
        for status, names in part.items():
            found[status] = (*found.get(status, ()), *names)
    return found


def _decision(takes: str, good: str, created: str, *refused: Mapping[int, tuple[str, ...]]) -> Answers:
    """A route that only coordinators use; its conflicts may carry a line of the board."""
    always = (BODY, NO_SESSION, {403: ("not_yours",)}, OTHER_SITE, {422: ("decision_refused",)}, STORE)
    return Answers(
        {200: good, 201: good},
        _all(*always, *refused),
        takes=f"decision.{takes}",
        by_gateway=(413,),
        created=created,
        conflict="decision_conflict_answer",
    )


def _seen(good: Mapping[int, str | None], *refused: Mapping[int, tuple[str, ...]], **more: Any) -> Answers:
    """A route that coordinators and viewers read."""
    return Answers(good, _all(NO_SESSION, {403: ("not_yours",)}, *refused, STORE), **more)


def _desk(good: Mapping[int, str | None], takes: str, created: str, *refused: Mapping[int, tuple[str, ...]]) -> Answers:
    """A route of the centre's hour that only coordinators use."""
    always = (BODY, NO_SESSION, {403: ("not_yours",)}, OTHER_SITE, {422: ("decision_refused",)}, STORE)
    return Answers(
        good,
        _all(*always, *refused),
        takes=f"decision.{takes}",
        by_gateway=(413,),
        created=created,
        conflict="edition_conflict_answer",
    )


def _steers(good: str, takes: str, *refused: Mapping[int, tuple[str, ...]]) -> Answers:
    """A route by which coordinators steer the reminders."""
    return Answers(
        {200: good},
        _all(NO_SESSION, {403: ("not_yours",)}, OTHER_SITE, BODY, {422: ("decision_refused",)}, *refused, STORE),
        takes=f"reminders.{takes}",
        by_gateway=(413,),
        conflict="switch_conflict_answer",
    )


WAVE = {404: ("unknown_wave",)}
DIRECTORY = (NO_SESSION, {403: ("not_yours",)}, CAMPAIGN, STORE)
DIRECTORY_CHANGE = (*DIRECTORY, BODY, OTHER_SITE, {422: ("directory_refused",)}, {409: ("directory_changed",)})

ANSWERS: Mapping[str, Answers] = {
    "GET /v1/health": Answers({200: "health"}, {}),
    "GET /v1/openapi.json": Answers({200: "openapi", 304: None}, {}, ("ETag", "Cache-Control")),
    "GET /v1/campaigns/{c}": Answers({200: "campaign"}, CAMPAIGN),
    "GET /v1/campaigns/{c}/forms/{kind}": Answers(
        {200: "form", 304: None}, {404: ("unknown_campaign", "unknown_form")}, ("ETag", "Cache-Control")
    ),
    "POST /v1/session": Answers(
        {200: "session"},
        _all(BODY, {401: ("link_opens_nothing",)}, OTHER_SITE, STORE),
        ("Set-Cookie",),
        takes="link_token",
        by_gateway=(413,),
    ),
    "GET /v1/session": Answers({200: "session"}, _all(NO_SESSION, STORE)),
    "DELETE /v1/session": Answers({204: None}, _all(OTHER_SITE, STORE), ("Set-Cookie",)),
    "POST /v1/session/request": Answers(
        {202: "text"}, _all(BODY, OTHER_SITE, STORE), takes="link_request", by_gateway=(413,)
    ),
    "POST /v1/staff-session": Answers(
        {200: "session"},
        _all(NO_SESSION, OTHER_SITE, {403: ("not_staff",)}, STORE),
        ("Set-Cookie",),
        by_gateway=(401, 403),
    ),
    "GET /v1/campaigns/{c}/days/{d}/reports/{u}": Answers(
        {200: "unit_day"}, _all(NO_SESSION, {403: ("not_yours",)}, UNIT_DAY, STORE), query=("revisions",)
    ),
    "PUT /v1/campaigns/{c}/days/{d}/reports/{u}": Answers(
        {200: "receipt", 201: "receipt"},
        _all(
            BODY,
            NO_SESSION,
            {403: ("not_yours",)},
            OTHER_SITE,
            UNIT_DAY,
            {409: ("another_came_first", "same_id_other_content"), 410: ("corrections_closed",)},
            {422: ("refused", "day_in_the_future")},
            STORE,
        ),
        takes="report",
        by_gateway=(413,),
    ),
    "GET /v1/campaigns/{c}/days/{d}": Answers(
        {200: "board", 304: None}, _all(NO_SESSION, {403: ("not_yours",)}, DAY, STORE), ("ETag", "Cache-Control")
    ),
    "POST /v1/campaigns/{c}/days/{d}/reports/{u}/excuse": _decision("excuse", "board_row", LINE, UNIT_DAY, OVERTAKEN),
    "POST /v1/campaigns/{c}/days/{d}/reports/{u}/return": _decision("return", "board_row", LINE, UNIT_DAY, OVERTAKEN),
    "POST /v1/campaigns/{c}/days/{d}/reports/{u}/calls": _decision(
        "call", "board_row", LINE, UNIT_DAY, OVERTAKEN, {409: ("somebody_is_calling",)}
    ),
    "POST /v1/campaigns/{c}/days/{d}/reports/{u}/public": _decision("public", "board_row", LINE, UNIT_DAY, OVERTAKEN),
    "POST /v1/campaigns/{c}/days/{d}/excuse": _decision(
        "excuse_many", "excused_many", "Recorded; who needed no excuse is named and left as it is.", DAY
    ),
    "POST /v1/campaigns/{c}/days/{d}/deadline": _decision(
        "deadline",
        "moved_deadline",
        "Recorded: the day's deadline for every unit.",
        DAY,
        {409: ("deadline_moved_meanwhile",)},
    ),
    "GET /v1/campaigns/{c}/days/{d}/draft": _seen({200: "edition.edition"}, DAY, {422: ("day_in_the_future",)}),
    "GET /v1/campaigns/{c}/days/{d}/remarks": _seen({200: "remarks"}, DAY),
    "PUT /v1/campaigns/{c}/days/{d}/remarks": _desk(
        {201: "remarks"}, "remarks", "Recorded under the next number.", DAY, {409: ("remarks_meanwhile",)}
    ),
    f"GET {EDITIONS}": _seen({200: "editions"}, DAY),
    f"POST {EDITIONS}": _desk(
        {200: "edition_entry", 201: "edition_entry"},
        "issue",
        ISSUED,
        DAY,
        {409: ("issued_meanwhile",), 422: ("day_in_the_future",)},
    ),
    f"GET {EDITIONS}/{{n}}/{{format}}": _seen(
        {200: "edition.edition", 304: None}, DAY, DOCUMENT, headers=FILE_HEADERS, files=FILES
    ),
    f"POST {EDITIONS}/{{n}}/registry": _desk(
        {201: "registry"}, "registry", "Recorded.", DAY, {404: ("unknown_edition",), 409: ("registered_meanwhile",)}
    ),
    f"GET {PERIODS}": _seen({200: "periods"}, CAMPAIGN),
    f"GET {PERIODS}/{{p}}/editions": _seen({200: "editions"}, PERIOD),
    f"POST {PERIODS}/{{p}}/editions": _desk(
        {200: "edition_entry", 201: "edition_entry"}, "issue", ISSUED, PERIOD, {409: ("issued_meanwhile",)}
    ),
    f"GET {PERIODS}/{{p}}/editions/{{n}}/{{format}}": _seen(
        {200: "period.period", 304: None}, PERIOD, DOCUMENT, headers=FILE_HEADERS, files=FILES
    ),
    "GET /v1/campaigns/{c}/days/{d}/reminders": _seen({200: "reminders"}, DAY, WAVE),
    "GET /v1/campaigns/{c}/days/{d}/call-list": _seen({200: "call_list"}, DAY),
    "GET /v1/campaigns/{c}/days/{d}/chat": _seen({200: "text"}, DAY, WAVE),
    "POST /v1/campaigns/{c}/days/{d}/reminders/{wave}/dry-run": _steers("rehearsal", "dry_run", DAY, WAVE),
    "PUT /v1/campaigns/{c}/reminders/switch": _steers("switch", "switch", CAMPAIGN, {409: ("switched_meanwhile",)}),
    "PUT /v1/campaigns/{c}/reminders/milestones/{m}": _steers(
        "reached_milestone", "milestone", CAMPAIGN, {404: ("unknown_milestone",), 409: ("switched_meanwhile",)}
    ),
    "GET /v1/campaigns/{c}/directory": Answers(
        {200: "directory"}, _all(*DIRECTORY, {404: ("unknown_unit",)}), query=("unit",)
    ),
    "GET /v1/campaigns/{c}/directory/template/{format}": Answers(
        {200: None},
        _all(*DIRECTORY, {404: ("unknown_file_format",)}),
        ("Cache-Control",),
        query=("people",),
        files=tuple(kind.split(";")[0] for kind in FORMATS.values()),
    ),
    "POST /v1/campaigns/{c}/directory/import": Answers(
        {200: "import_plan"},
        _all(*DIRECTORY_CHANGE, {409: ("import_under_way",), 413: ("file_too_large",)}),
        takes="directory.import",
        by_gateway=(413,),
        conflict="person_conflict_answer",
    ),
    "PUT /v1/campaigns/{c}/directory/people/{id}": Answers(
        {200: "person"},
        _all(*DIRECTORY_CHANGE, {404: ("unknown_person",), 409: ("import_under_way",)}),
        takes="directory.person",
        by_gateway=(413,),
        conflict="person_conflict_answer",
    ),
    "DELETE /v1/campaigns/{c}/directory/people/{id}": Answers(
        {204: None}, _all(*DIRECTORY, OTHER_SITE, {404: ("unknown_person",)})
    ),
    "POST /v1/campaigns/{c}/units/{u}/reporter": Answers(
        {201: "person"},
        _all(*DIRECTORY_CHANGE, {404: ("unknown_unit",), 409: ("import_under_way",)}),
        takes="directory.reporter",
        by_gateway=(413,),
        created="The unit's reporter from now on; whoever was so before is deleted.",
        conflict="person_conflict_answer",
    ),
}

GOOD: Mapping[int, str] = {
    200: "As asked.",
    202: "Taken in; the answer is the same whether or not there is such a unit.",
    204: "Done.",
    304: "Unchanged since the ETag that was sent.",
}
SENT_AGAIN = "The same as was sent before: nothing has changed."
