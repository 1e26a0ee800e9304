"""How long a link opens something, by what its bearer does."""

from datetime import datetime, timedelta

from giaoban.access.role import Role
from giaoban.campaign import Campaign

SHIFT = timedelta(hours=12)
ONE_DAY = timedelta(days=1)


def link_ends(role: Role, campaign: Campaign, begins: datetime) -> datetime:
    """`begins`: the day of a unit's report, a supporter's last placement, or the shift at a desk.

    Raises ValueError for staff, who sign in through the pool.
    """
    day = campaign.today(begins)
    match role:
        case Role.REPORTER | Role.LEADER:
            return campaign.corrections_close(day)
        case Role.PROVIDER:
            return campaign.opens(campaign.last_day + ONE_DAY)
        case Role.SUPPORTER:
            # The whole day after it.
            return campaign.opens(day + 2 * ONE_DAY)
        case Role.OWNER:
            return begins + SHIFT
        case _:
            raise ValueError(role)
