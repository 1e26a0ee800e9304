"""What must hold between a campaign's waves, their messages and the length of an SMS."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from giaoban.campaign.campaign import Unit
from giaoban.campaign.mistake import Mistake, repeated
from giaoban.campaign.read_form import Json
from giaoban.outbox.sms import fold_to_gsm, is_gsm7, parts

TICK_MINUTES = 5
RESERVED = {"milestones", "asked"}
# A token's length, and what stands before it in a link.
LINK = "/bao-cao#t=" + "x" * 22
ALWAYS = frozenset({"day", "deadline", "closes", "phone", "campaign"})
OF_UNITS, OF_LISTS = ALWAYS | {"unit", "link"}, ALWAYS | {"count", "list"}
OF_MILESTONES = ALWAYS | {"milestone", "due", "days"}
OF_CHAT = ALWAYS | {"in", "due", "count", "list", "origin"}
_VALUE = re.compile(r"\{(\w+)\}")
type Message = Mapping[str, Any]


def reminder_mistakes(data: Json, messages: Json, units: Mapping[str, Unit]) -> Iterator[Mistake]:
    """What is wrong beyond the JSON Schemas of both."""
    told = data["reminders"]
    yield from repeated("campaign.json", "/reminders/waves", told["waves"])
    yield from repeated("campaign.json", "/reminders/centre", told["centre"])
    for number, wave in enumerate(told["waves"]):
        yield from _wave(told, number, wave)
    yield from _hour(told, "/reminders/milestones", told["milestones"]["at"])
    for owner in told["milestones"]["owners"].keys() - data["owners"].keys():
        yield Mistake("campaign.json", "/reminders/milestones/owners", f"no owner is called “{owner}”")
    for path, name, channels, known in _uses(told):
        yield from _use(told, messages, path, name, channels, known)
    for name in messages["messages"]:
        yield from _length(data, told, messages["messages"][name], name, units)
    for number, line in enumerate(messages["chat"]):
        yield from _values(told, f"/chat/{number}", [line], OF_CHAT)


def _wave(told: Json, number: int, wave: Json) -> Iterator[Mistake]:
    path = f"/reminders/waves/{number}"
    if wave["id"] in RESERVED:
        yield Mistake("campaign.json", f"{path}/id", f"“{wave['id']}” has another meaning")
    if ("roles" in wave) == wave.get("to_centre", False):
        yield Mistake("campaign.json", f"{path}/roles", "roles, or to_centre: one of them")
    yield from _hour(told, path, wave["at"])
    same = [each for each in told["waves"][:number] if each["at"] == wave["at"] and "sms" in each["channels"]]
    if "sms" in wave["channels"] and any(set(each["roles"]) & set(wave["roles"]) for each in same):
        yield Mistake("campaign.json", f"{path}/at", "two waves by SMS to the same people at the same hour")


def _hour(told: Json, path: str, at: str) -> Iterator[Mistake]:
    begins, ends = told["hours"]
    if int(at[-2:]) % TICK_MINUTES or not begins <= at < ends:
        yield Mistake(
            "campaign.json", f"{path}/at", f"is no slot of {TICK_MINUTES} minutes between {begins} and {ends}"
        )


def _uses(told: Json) -> Iterator[tuple[str, str, list[str], frozenset[str]]]:
    """Where a message is named: for which channels, with which values."""
    for number, wave in enumerate(told["waves"]):
        known = OF_LISTS if wave.get("to_centre") else OF_UNITS
        yield f"/reminders/waves/{number}", wave["message"], wave["channels"], known
    yield "/reminders/asked", told["asked"]["message"], told["asked"]["channels"], OF_UNITS
    for name in ("message", "overdue_message"):
        milestones = told["milestones"]
        yield "/reminders/milestones", milestones[name], milestones["channels"], OF_MILESTONES


def _use(
    told: Json, messages: Json, path: str, name: str, channels: list[str], known: frozenset[str]
) -> Iterator[Mistake]:
    message = messages["messages"].get(name)
    if message is None:
        yield Mistake("campaign.json", path, f"no message is called “{name}”")
        return
    if "sms" in channels and "sms" not in message:
        yield Mistake(told["messages"], f"/messages/{name}", "goes by SMS and has no text for it")
    texts = [message[part] for part in ("sms", "subject", "button") if part in message] + message["text"]
    yield from _values(told, f"/messages/{name}", texts, known)


def _values(told: Json, path: str, texts: list[Mapping[str, str]], known: frozenset[str]) -> Iterator[Mistake]:
    for text in texts:
        for value in sorted({*_VALUE.findall(text["vi"]), *_VALUE.findall(text["en"])} - known):
            yield Mistake(told["messages"], path, f"there is no “{value}” here")


def _length(data: Json, told: Json, message: Message, name: str, units: Mapping[str, Unit]) -> Iterator[Mistake]:
    """One part, with the longest name of a unit, the longest link, and an hour on another day."""
    if "sms" not in message:
        return
    for language, text in message["sms"].items():
        path, longest = f"/messages/{name}/sms/{language}", fold_to_gsm(_longest(data, told, text, language, units))
        if "{link}" not in text:
            yield Mistake(told["messages"], path, "an SMS without its link")
        if not is_gsm7(longest):
            yield Mistake(told["messages"], path, "has letters that an SMS of 160 cannot carry")
        elif (count := parts(longest)) > 1:
            yield Mistake(told["messages"], path, f"{len(longest)} letters at the longest: {count} parts, not one")


def _longest(data: Json, told: Json, text: str, language: str, units: Mapping[str, Unit]) -> str:
    names = [unit.names.en if language == "en" else unit.names.vi for unit in units.values()]
    first = date.fromisoformat(data["first_day"])
    days = [first + timedelta(days=number) for number in range(data["days"] + data["corrections_close"]["days_after"])]
    written = [f"{each.day} {each:%b}" if language == "en" else f"{each.day}/{each.month}" for each in days]
    day = max(written, key=len)
    values = {"day": day, "deadline": f"16:00 {day}", "closes": f"16:00 {day}", "phone": data["help"]["phone"]}
    values |= {"unit": max(names, key=len, default=""), "campaign": data["names"][language]}
    values["link"] = "x" * told["longest_origin"] + LINK
    return _VALUE.sub(lambda found: values.get(found[1], found[0]), text)
