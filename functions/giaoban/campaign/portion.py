"""A campaign with as many of its units as one invocation handles: the rest is another's."""

from dataclasses import replace

from giaoban.campaign.campaign import Campaign

# Measured with `make bench`: their revisions 0 or their messages are put in a few seconds.
UNITS = 250


def portion(campaign: Campaign, after: str = "") -> tuple[Campaign, str | None]:
    """With its next units in the order of their codes; and the last one's code, None where no more are left."""
    codes = sorted(code for code in campaign.units if code > after)
    if not after and len(codes) <= UNITS:
        return campaign, None
    some = set(codes[:UNITS])
    units = {code: unit for code, unit in campaign.units.items() if code in some}
    return replace(campaign, units=units), codes[UNITS - 1] if len(codes) > UNITS else None
