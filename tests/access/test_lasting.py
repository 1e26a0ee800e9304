"""How long a link lasts, by what its bearer does."""

from datetime import datetime

import pytest

from giaoban.access import STAFF, Role
from giaoban.access.lasting import link_ends
from giaoban.campaign import Campaign

NINE = datetime.fromisoformat("2025-08-02T09:00:00+07:00")


@pytest.mark.parametrize(
    "role, ends",
    [
        (Role.REPORTER, "2025-08-04T16:00:00+07:00"),
        (Role.LEADER, "2025-08-04T16:00:00+07:00"),
        (Role.SUPPORTER, "2025-08-04T00:00:00+07:00"),
        (Role.OWNER, "2025-08-02T21:00:00+07:00"),
    ],
)
def test_a_link_lasts_as_long_as_what_it_is_for(campaign: Campaign, role: Role, ends: str) -> None:
    """Until corrections close; a day after the last placement; a shift."""
    assert link_ends(role, campaign, NINE).isoformat() == ends


def test_a_providers_lasts_as_long_as_the_campaign(campaign: Campaign) -> None:
    ends = link_ends(Role.PROVIDER, campaign, NINE)
    assert (ends - campaign.opens(campaign.last_day)).days == 1


@pytest.mark.parametrize("role", sorted(STAFF))
def test_staff_have_no_links(campaign: Campaign, role: Role) -> None:
    with pytest.raises(ValueError, match=role):
        link_ends(role, campaign, NINE)


def test_every_role_has_a_link_or_signs_in_as_staff(campaign: Campaign) -> None:
    assert all(link_ends(role, campaign, NINE) > NINE for role in set(Role) - STAFF)
