"""What is sent about people, checked against schemas/directory.schema.json and then by the same rules as a list."""

import binascii
from base64 import b64decode

from giaoban.campaign import Campaign
from giaoban.contact import Channel, Duty
from giaoban.directory.person import Entry
from giaoban.directory.phone import mobile
from giaoban.directory.rows import chosen_channels, quiet_hours
from giaoban.directory.words import email_address, full_name
from giaoban.lists.reading import MAX_FILE
from giaoban.problem import Problem, Refused, TooLarge, problem
from giaoban.shown import as_shown
from giaoban.web.checked import Body
from giaoban.web.routes import Router

MAX_IMPORT = MAX_FILE * 4 // 3 + 4096


def read_import(router: Router) -> tuple[Body, bytes]:
    """The body and the file in it. Raises TooLarge, Refused, and what reading JSON raises."""
    try:
        body = router.body(MAX_IMPORT)
    except TooLarge as error:
        raise TooLarge("file_too_large") from error
    try:
        return body, b64decode(str(body["file"]), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused("directory_refused", [problem("/file", "wrong_form")]) from error


def read_entry(body: Body, unit: str, campaign: Campaign) -> Entry:
    """Somebody as a form says it. Raises Refused with every problem."""
    phone, email = (as_shown(body.get(name) or "") or None for name in ("phone", "email"))
    quiet = body.get("quiet") or ["", ""]
    found: dict[str, object] = {
        "unit": unit,
        "role": Duty(body.get("role", Duty.REPORTER)),
        "name": full_name(as_shown(body["name"]), "/name"),
        "phone": phone and mobile(phone, "/phone", campaign.test_numbers),
        "email": email and email_address(email, "/email"),
        "channels": _channels(body, phone, email),
        "language": body.get("language", "vi"),
        "quiet": quiet_hours(quiet[0], quiet[1], "/quiet"),
    }
    if problems := [each for each in found.values() if isinstance(each, Problem)]:
        raise Refused("directory_refused", problems)
    return Entry(**found)  # type: ignore[arg-type]  # what is no problem is of the field's type


def _channels(body: Body, phone: object, email: object) -> tuple[Channel, ...] | Problem:
    if phone is None and email is None:
        return problem("/phone", "no_address")
    named = [Channel(each) for each in body.get("channels", [])]
    return chosen_channels(named or [], phone, email, "/channels")
