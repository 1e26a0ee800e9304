"""Links for the dev page, made by the same code as `giaoban link issue`."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from giaoban.access.links import issue
from giaoban.access.store import GrantStore
from giaoban.campaign import Campaign
from tools.runner.clock import Clock

KEPT = 20


@dataclass(frozen=True)
class IssuedLink:
    """A link as the page lists it. The real system keeps no link's address; this list lives as long as the runner."""

    url: str
    unit: str
    names: Mapping[str, str]
    at: str
    ends: str


@dataclass
class Links:
    """Issues links on the campaign's clock and remembers the last ones."""

    store: GrantStore
    campaign: Campaign
    origin: str
    clock: Clock
    last: deque[IssuedLink] = field(default_factory=lambda: deque(maxlen=KEPT))

    def issue(self, code: str) -> IssuedLink:
        """Raises Unknown for a unit that is not in the campaign, Unavailable when the store is."""
        unit = self.campaign.unit(code)
        link = issue(self.store, self.campaign, unit, self._day(), recipient="dev")
        issued = IssuedLink(
            url=link.address(self.origin),
            unit=unit.code,
            names={"vi": unit.names.vi, "en": unit.names.en},
            at=self.clock.now().isoformat(timespec="seconds"),
            ends=link.grant.expires_at.isoformat(timespec="seconds"),
        )
        self.last.appendleft(issued)
        return issued

    def _day(self) -> date:
        """Today; the campaign's first or last day when the clock stands outside it."""
        today = self.campaign.today(self.clock.now())
        return min(max(today, self.campaign.first_day), self.campaign.last_day)
