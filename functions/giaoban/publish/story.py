"""The campaign so far, read from its public editions: the newest of each day, and all of them."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from giaoban.campaign import Campaign
from giaoban.editions.content.edition import PublicEdition
from giaoban.editions.content.figures import Figure, KindOfUnit, Target
from giaoban.editions.content.units import PublicUnit
from giaoban.editions.edition import rules_of
from giaoban.publish.allowed import public_part


@dataclass(frozen=True)
class Issue:
    """One edition: its public part, and the SHA-256 that names the whole edition."""

    edition: PublicEdition
    sha256: str

    @property
    def day(self) -> date:
        return date.fromisoformat(self.edition["day"])

    @property
    def number(self) -> int:
        return self.edition["edition"]

    @property
    def anchor(self) -> str:
        """Its place on the page of all editions."""
        return f"{self.edition['day']}-{self.number}"

    @property
    def path(self) -> str:
        """Its stable address under /data/."""
        return f"editions/{self.edition['day']}/{self.number}.json"

    @cached_property
    def rows(self) -> Mapping[str, PublicUnit]:
        return {row["unit"]["code"]: row for row in self.edition["units"]}

    @cached_property
    def kinds(self) -> Mapping[str, KindOfUnit]:
        return {kind["kind"]: kind for kind in self.edition["kinds"]}

    @cached_property
    def targets(self) -> Mapping[str, Target]:
        return {target["id"]: target for kind in self.edition["kinds"] for target in kind["targets"]}

    @property
    def compares_alike(self) -> bool:
        """Whether its changes are of the units known on both days; asked by the templates."""
        return rules_of(self.edition) > 1

    def keep_silent(self) -> None:
        """Takes out every unit's own words."""
        for row in self.edition["units"]:
            row.pop("public", None)

    def figure(self, kind: str, name: str) -> Figure | None:
        return self._figures.get((kind, name))

    @cached_property
    def _figures(self) -> Mapping[tuple[str, str], Figure]:
        return {
            (kind["kind"], figure["id"]): figure
            for kind in self.edition["kinds"]
            for group in kind["groups"]
            for figure in [*group["figures"], *group["totals"]]
        }


@dataclass(frozen=True)
class Story:
    """A campaign and its editions in order of day and number."""

    campaign: Campaign
    issues: Sequence[Issue]

    @cached_property
    def days(self) -> tuple[date, ...]:
        return tuple(self.campaign.first_day + timedelta(days=number) for number in range(self.campaign.days))

    @cached_property
    def latest(self) -> Mapping[date, Issue]:
        """The newest edition of each day that has one."""
        return {issue.day: issue for issue in self.issues}

    @property
    def today(self) -> Issue | None:
        """The newest edition of the newest day; None before the first."""
        return self.issues[-1] and self.latest[self.issues[-1].day] if self.issues else None

    @property
    def corrected(self) -> list[Issue]:
        """Editions that replace another, the newest first."""
        found = [issue for issue in self.issues if issue.edition["replaces"]]
        return sorted(found, key=lambda issue: issue.edition["issued_at"], reverse=True)

    def by_day(self) -> list[tuple[date, Issue | None]]:
        return [(day, self.latest.get(day)) for day in self.days]


def read_story(campaign: Campaign, bodies: Iterable[bytes]) -> Story:
    """The campaign's story from canonical edition files. Raises NotPublic, ValueError for what is no edition.

    Only the newest edition of a day speaks in a unit's words: hidden in it, they are in no public copy of an older one.
    """
    issues = [Issue(public_part(json.loads(body)), hashlib.sha256(body).hexdigest()) for body in bodies]
    own = [issue for issue in issues if issue.edition["campaign"]["slug"] == campaign.slug]
    story = Story(campaign, tuple(sorted(own, key=lambda issue: (issue.day, issue.number))))
    for issue in story.issues:
        if story.latest[issue.day] is not issue:
            issue.keep_silent()
    return story
