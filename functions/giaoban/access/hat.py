"""A hat: one thing that somebody is to the system. Several add up."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from giaoban.access.role import STAFF, Role

# From who can do most; a hat for one capability comes after those for all of them.
_WIDEST = (
    Role.ADMIN,
    Role.COORDINATOR,
    Role.VIEWER,
    Role.LEADER,
    Role.REPORTER,
    Role.OWNER,
    Role.PROVIDER,
    Role.SUPPORTER,
)
_STAFF_GROUP = re.compile(rf"(?P<role>{'|'.join(sorted(STAFF))})(\.(?P<capability>[a-z]+))?")


@dataclass(frozen=True)
class Owner:
    """Whose something is, as far as an address names it."""

    campaign: str | None = None
    unit: str | None = None
    provider: str | None = None


@dataclass(frozen=True)
class Hat:
    """A role, for one capability (None: for all), of a unit or a provider of a campaign; staff have no owner of their own."""

    role: Role
    capability: str | None = None
    own: Owner = Owner()

    @property
    def is_plain(self) -> bool:
        """As all of them were, before there were capabilities and providers."""
        return self.capability is None and self.own.provider is None

    def fits(self, may: frozenset[str], capability: str | None) -> bool:
        """Whether it is for these roles, and for this capability."""
        return self.role in may and (capability is None or self.capability in {None, capability})

    def covers(self, named: Owner) -> bool:
        """Staff's covers every unit and provider; any other its own campaign, unit and provider, and no other."""
        if self.role in STAFF:
            return self.own.campaign is None or named.campaign in {None, self.own.campaign}
        own = self.own
        return (
            named.campaign in {None, own.campaign}
            and named.unit in {None, own.unit}
            and named.provider in {None, own.provider}
        )


def widest(hats: Iterable[Hat]) -> list[Hat]:
    return sorted(hats, key=lambda hat: (hat.capability is not None, _WIDEST.index(hat.role)))


def staff_hats(groups: frozenset[str]) -> tuple[Hat, ...]:
    """One for each of the pool's groups that is a role of staff's: `viewer`, or for one capability `coordinator.staffing`."""
    found = (_STAFF_GROUP.fullmatch(group) for group in sorted(groups))
    return tuple(Hat(Role(each["role"]), each["capability"]) for each in found if each)


def acts_by(hats: Iterable[Hat], may: frozenset[str], capability: str | None, named: Owner) -> Hat | None:
    """The hat by which somebody may use a route, of several the one that can do most; None when there is none."""
    able = (hat for hat in hats if hat.fits(may, capability) and hat.covers(named))
    return min(able, key=lambda hat: _WIDEST.index(hat.role), default=None)
