"""A deadline as an iCalendar file (RFC 5545), which any mail program can put into a calendar."""

from datetime import UTC, datetime, timedelta

LASTS = timedelta(minutes=15)
# RFC 5545, 3.1: longer lines are folded, counted in octets.
LINE = 75


def entry(uid: str, title: str, deadline: datetime, sequence: int, written: datetime) -> str:
    """One event that ends with the deadline, and rings half an hour before it.

    `sequence`: how often the deadline has been moved, also back to where it was (RFC 5545, 3.8.7.4): calendars keep the
    highest. `written`: when these words were (3.8.7.2), so that of two with one sequence the later stays.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Giao Ban//VI",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{uid}@giaoban",
        f"DTSTAMP:{_utc(written)}",
        f"SEQUENCE:{sequence}",
        f"DTSTART:{_utc(deadline - LASTS)}",
        f"DTEND:{_utc(deadline)}",
        f"SUMMARY:{_escaped(title)}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(title)}",
        "TRIGGER:-PT15M",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """No letter of several octets is cut in two."""
    rows, room = [""], LINE
    for letter in line:
        size = len(letter.encode())
        if size > room:
            rows.append("")
            room = LINE - 1
        rows[-1] += letter
        room -= size
    return "\r\n ".join(rows)
