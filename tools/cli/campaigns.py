"""Which campaign, unit and day an argument names, and the campaign's present."""

from datetime import date, datetime

import httpx

from giaoban.campaign import Campaign, Unit, load_all
from giaoban.problem import Unknown
from giaoban.reports.free_text import NOTES
from tools.cli.system import System
from tools.cli.words import failed, misused


def campaign_named(slug: str | None, system: System) -> Campaign:
    """The campaign asked for, else the running one, else the only one. Raises Failed."""
    known = load_all()
    wanted = slug or system.campaign or (next(iter(known)) if len(known) == 1 else None)
    if wanted is None:
        raise misused("which_campaign", known=", ".join(known))
    if wanted not in known:
        raise misused("unknown_campaign", campaign=wanted, known=", ".join(known))
    return known[wanted]


def unit_named(campaign: Campaign, code: str) -> Unit:
    """Raises Failed."""
    try:
        return campaign.unit(code)
    except Unknown:
        raise misused("unknown_unit", campaign=campaign.slug, unit=code) from None


def day_named(campaign: Campaign, text: str) -> date:
    """Raises Failed."""
    try:
        return campaign.day(text)
    except Unknown:
        raise misused("no_such_day", day=text, **_ends(campaign)) from None


def field_named(campaign: Campaign, unit: Unit, name: str | None) -> str | None:
    """A figure or text that the unit's form asks for. Raises Failed."""
    if name is not None and name not in {*campaign.form_of(unit).figures, *NOTES}:
        raise misused("no_such_field", field=name)
    return name


def present(campaign: Campaign, system: System) -> datetime:
    """The local system's campaign time; anywhere else the real time. Raises Failed."""
    if not system.is_local:
        return datetime.now(campaign.zone)
    try:
        answer = httpx.get(f"{system.origin}/v1/campaigns/{campaign.slug}", timeout=10, trust_env=False)
        answer.raise_for_status()
    except httpx.HTTPError as error:
        raise failed("no_answer", origin=system.origin, why=type(error).__name__) from error
    return datetime.fromisoformat(answer.json()["server_time"])


def today(campaign: Campaign, system: System) -> date:
    """The campaign's today. Raises Failed outside the campaign."""
    day = campaign.today(present(campaign, system))
    if campaign.day_number(day) is None:
        raise misused("day_outside", day=day.isoformat(), **_ends(campaign))
    return day


def _ends(campaign: Campaign) -> dict[str, str]:
    return {"first": campaign.first_day.isoformat(), "last": campaign.last_day.isoformat()}
