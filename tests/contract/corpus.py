"""What no careful client sends, each with the answer that it gets. `…` in a body is a valid submission id."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import uuid4

JSON = "application/json"
LIMIT = 64 * 1024


@dataclass(frozen=True)
class Bad:
    """A body that is refused: with which status, which problem, at which place."""

    name: str
    body: bytes
    status: int
    problem: str
    at: str | None = None
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": JSON})


def whole(**otherwise: object) -> dict[str, object]:
    """A report that would be accepted as revision 2."""
    return {"submission_id": str(uuid4()), "base_revision": 1, "figures": {"team_members": 9}, **otherwise}


def _raw(figure: str) -> bytes:
    return json.dumps(whole(figures={"team_members": "?"})).replace('"?"', figure).encode()


def _figure(name: str, written: str, rule: str = "wrong_type_integer") -> Bad:
    return Bad(f"a figure: {name}", _raw(written), 422, rule, "/figures/team_members")


def _field(name: str, path: str, rule: str, **otherwise: object) -> Bad:
    return Bad(name, json.dumps(whole(**otherwise)).encode(), 422, rule, path)


def _unreadable(name: str, body: bytes, problem: str = "not_json") -> Bad:
    return Bad(name, body, 400, problem)


def _typed(kind: str) -> Bad:
    return Bad(
        f"sent as {kind or 'nothing'}", _text(), 415, "not_json_type", None, {"Content-Type": kind} if kind else {}
    )


def _text(**otherwise: object) -> bytes:
    return json.dumps(whole(**otherwise), ensure_ascii=False).encode()


def sized(size: int) -> bytes:
    """A report of exactly so many bytes; what is too much of it is white space."""
    body = _text()
    return body[:-1] + b" " * (size - len(body)) + b"}"


FIGURES = [
    _figure("negative", "-1", "below_minimum"),
    _figure("a half", "0.5"),
    _figure("10^18", "1000000000000000000", "above_maximum"),
    _figure("10^19, above 64 bits", "10000000000000000000", "above_maximum"),
    _figure("10^400", "1" + "0" * 400, "above_maximum"),
    _figure("-10^400", "-1" + "0" * 400, "below_minimum"),
    _figure("a float of 10^300", "1e300", "above_maximum"),
    _figure("text", '"12"'),
    _figure("full-width digits", '"１２"'),
    _figure("null", "null"),
    _figure("true", "true"),
    _figure("a list", "[1]"),
    _figure("an object", '{"$gt": 0}'),
    _figure("a formula", '"=1+1"'),
    _figure("almost nought", "0.0000001"),
    _figure("10^400 as a float", "1e400"),
    _figure("-10^400 as a float", "-1e400"),
]
NOT_JSON = [
    _unreadable("NaN", _raw("NaN")),
    _unreadable("Infinity", _raw("Infinity")),
    _unreadable("-Infinity", _raw("-Infinity")),
    _unreadable("a number of 10,000 digits", _raw("9" * 10_000)),
    _unreadable("hexadecimal", _raw("0x10")),
    _unreadable("a leading zero", _raw("012")),
    _unreadable("a comma at the end", b'{"base_revision": 0,}'),
    _unreadable("single quotes", b"{'base_revision': 0}"),
    _unreadable("a comment", b'{"base_revision": 0} // first'),
    _unreadable("two documents", b"{}{}"),
    _unreadable("half a document", _text()[:40]),
    _unreadable("HTML", b"<html></html>"),
    _unreadable("a form's fields", b"base_revision=0&figures="),
    _unreadable("nothing", b""),
    _unreadable("white space", b"  \n"),
    _unreadable("a NUL byte", b"\x00"),
    _unreadable("a raw NUL inside text", _text(notes={"proposals": "a?b"}).replace(b"?", b"\x00")),
    _unreadable("a raw line end inside text", _text(notes={"proposals": "a?b"}).replace(b"?", b"\n")),
    _unreadable("64 KiB of opening brackets", b"[" * LIMIT),
    _unreadable("64 KiB of opened objects", b'{"a":' * (LIMIT // 5)),
    _unreadable("a name twice", b'{"base_revision": 0, "base_revision": 1}'),
    _unreadable("a figure twice", _raw('1, "team_members": 2')),
    _unreadable("a figure twice but for white space", _raw('1, "team_members ": 2')),
    _unreadable("a figure twice but for a line end", _raw('1, "team_members\\n": 2')),
]
NOT_A_REPORT = [
    _unreadable("a list", b"[]", "not_an_object"),
    _unreadable("a report in a list", b"[" + _text() + b"]", "not_an_object"),
    _unreadable("text", '"báo cáo"'.encode(), "not_an_object"),
    _unreadable("a number", b"7", "not_an_object"),
    _unreadable("null", b"null", "not_an_object"),
    _unreadable("true", b"true", "not_an_object"),
    _unreadable("deeper than any report", _text(device={"a": [[[[[[[[[[1]]]]]]]]]]}), "too_deep"),
]
ENCODINGS = [
    _unreadable("UTF-16", _text().decode().encode("utf-16"), "not_utf8"),
    _unreadable("UTF-16 without a mark", _text().decode().encode("utf-16-le")),
    _unreadable("UTF-32", _text().decode().encode("utf-32"), "not_utf8"),
    _unreadable("Latin-1", _text(notes={"proposals": "é"}).decode().encode("latin-1"), "not_utf8"),
    _unreadable("Vietnamese in Windows-1258", _text(notes={"proposals": "ưu"}).decode().encode("cp1258"), "not_utf8"),
    _unreadable("an overlong slash", _text(notes={"proposals": "?"}).replace(b"?", b"\xc0\xaf"), "not_utf8"),
    _unreadable("a surrogate in UTF-8", _text(notes={"proposals": "?"}).replace(b"?", b"\xed\xa0\x80"), "not_utf8"),
    Bad(
        "gzip",
        gzip.compress(_text()),
        400,
        "not_utf8",
        None,
        {"Content-Type": JSON, "Content-Encoding": "gzip"},
    ),
]
SIZES = [
    Bad("64 KiB and a byte", sized(LIMIT + 1), 413, "too_large"),
    Bad("5 MB", sized(5_000_000), 413, "too_large"),
    Bad("5 MB of text", _text(notes={"difficulties": "x" * 5_000_000}), 413, "too_large"),
]
FIELDS = [
    _field("an unknown field", "/role", "unknown_field", role="coordinator"),
    _field("a prototype", "/__proto__", "unknown_field", __proto__={"complete": False}),
    _field("an unknown figure", "/figures/constructor", "unknown_field", figures={"constructor": 1}),
    _field("a figure with a slash", "/figures/a~1b~0", "unknown_field", figures={"a/b~": 1}),
    _field("figures as a list", "/figures", "wrong_type_object", figures=[1]),
    _field("figures as text", "/figures", "wrong_type_object", figures="team_members=1"),
    _field("figures as null", "/figures", "wrong_type_object", figures=None),
    _field("too many figures", "/figures", "too_many", figures={f"f{number}": 1 for number in range(201)}),
    _field("an id that is none", "/submission_id", "wrong_form", submission_id="1"),
    _field("an id with a line end", "/submission_id", "wrong_form", submission_id=f"{uuid4()}x"),
    _field("an id as a number", "/submission_id", "wrong_type_text", submission_id=7),
    _field("a base below 0", "/base_revision", "below_minimum", base_revision=-1),
    _field("a base of 10^18", "/base_revision", "above_maximum", base_revision=10**18),
    _field("a base as text", "/base_revision", "wrong_type_integer", base_revision="1"),
    _field("a base that is not there yet", "/base_revision", "base_revision_unknown", base_revision=99),
    _field("notes as text", "/notes", "wrong_type_object", notes="khó khăn"),
    _field("a note as a number", "/notes/proposals", "wrong_type_text", notes={"proposals": 1}),
    _field("a note too long", "/notes/proposals", "too_long", notes={"proposals": "ề" * 1001}),
    _field("an explanation too long", "/explanations/stock_fell", "too_long", explanations={"stock_fell": "x" * 1001}),
    _field("complete as a number", "/complete", "wrong_type_boolean", complete=1),
    _field("a device as text", "/device", "wrong_type_object", device="phone"),
    _field("finished at a number", "/device/finished_at", "wrong_type_text", device={"finished_at": 1754121600}),
    _field(
        "a clock that is off by a fraction",
        "/device/clock_offset_ms",
        "wrong_type_integer",
        device={"clock_offset_ms": 0.5},
    ),
    _field(
        "nothing to report, with figures of the day",
        "/figures/people_served",
        "nothing_yet_figures",
        nothing_to_report=True,
        figures={"people_served": 3},
    ),
]
TYPES = [
    _typed(kind)
    for kind in (
        "",
        "text/plain",
        "text/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/xml",
        "application/jsonp",
        "application/problem+json",
    )
]

REFUSED = [*FIGURES, *NOT_JSON, *NOT_A_REPORT, *ENCODINGS, *SIZES, *FIELDS, *TYPES]

# Text that is odd and harmless: it comes back as it was sent, or as the second says.
STORED = {
    "HTML": ("<script>alert(1)</script><b>đậm</b> & \"'", None),
    "a formula": ('=HYPERLINK("http://other.invalid","mở")', None),
    "a formula that begins with a sign": ("+1-2@SUM(A1)", None),
    "right-to-left marks": ("tốt\u202egnoht\u202c \u200f\u061c", None),
    "emoji": ("👍🏽👩‍👩‍👧‍👦 xong", None),
    "1,000 characters without a space": ("Ư" * 1000, None),
    "1,000 emoji": ("😀" * 1000, None),
    "a quote that would end a statement": ("'; DROP TABLE reports; --", None),
    "a placeholder": ("{team_members} ${x} %s {{7*7}}", None),
    "letters in two parts": ("Đường truye\u0302\u0300n", "Đường truyền"),
    "Windows line ends": ("một\r\nhai\rba", "một\nhai\nba"),
    "a line break of a word processor": ("một\x0bhai\u2028ba", "một\nhai\nba"),
    "a NUL": ("a\x00b", "ab"),
    "an escape": ("\x1b[31mđỏ", "[31mđỏ"),
    "half a letter": ("xong \ud83d", "xong"),
    "two halves turned round": ("\ude00a\ud83d", "a"),
    "white space around": ("  \u00a0giữa\t ", "giữa"),
    "a mark of byte order inside": ("a\ufeffb", None),
    "zero-width characters": ("a\u200b\u200c\u200db", None),
    "old and private letters": ("𡨸喃 \ue000", None),
}
