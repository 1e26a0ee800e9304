"""The reminders as the outbox asks them: whom a message is for, what is against it, whether it is still wanted."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from giaoban.access import Role
from giaoban.access.grant import Place
from giaoban.access.links import issue
from giaoban.access.store import GrantStore
from giaoban.campaign import Campaign, campaign_of
from giaoban.campaign.reminder_rules import Contact, ReminderRules
from giaoban.contact import Channel, Duty, Why
from giaoban.directory.leaving import keeps_links
from giaoban.directory.person import Person
from giaoban.directory.store import DirectoryStore
from giaoban.outbox.capability import Allowance, Recipient, Said
from giaoban.outbox.message import Message, Reason
from giaoban.reminders.asked_for import purse_of_asked
from giaoban.reminders.audience import day_about
from giaoban.reminders.rounds import ASKED, MILESTONES
from giaoban.reminders.still_wanted import StillWanted
from giaoban.reminders.stops import stop
from giaoban.reminders.store import ReminderStore
from giaoban.reminders.why_not import person_is_quiet
from giaoban.reports.store import ReportStore


@dataclass(frozen=True)
class AtTheCentre:
    """A contact of the centre: no person of the directory, always by e-mail."""

    contact: Contact
    language: str = "vi"

    def address(self, channel: Channel) -> str | None:
        return self.contact.email if channel is Channel.EMAIL else None

    def reachable(self) -> tuple[Channel, ...]:
        return (Channel.EMAIL,)


class Reminding:
    """The outbox's Capability, for one invocation."""

    def __init__(
        self,
        campaigns: Mapping[str, Campaign],
        reports: ReportStore,
        directory: DirectoryStore,
        grants: GrantStore,
        outbox: ReminderStore,
        origin: str,
    ) -> None:
        """`origin`: what a link begins with."""
        self._campaigns, self._directory, self._grants, self._origin = campaigns, directory, grants, origin
        self._still_wanted = StillWanted(reports, directory, outbox)

    def is_mine(self, campaign: str) -> bool:
        return campaign_of(self._campaigns, campaign).reminders is not None

    def units(self, campaign: str) -> Collection[str]:
        return self._campaigns[campaign].units.keys() if campaign in self._campaigns else ()

    def recipients(self, campaign: str, first: str, last: str) -> Mapping[str, Recipient]:
        rules = self._rules(campaign)
        if first == rules.centre_code:
            return {each.id: AtTheCentre(each) for each in rules.centre}
        return {each.id: each for each in self._directory.units(campaign, first, last).people}

    def forbids(self, message: Message, recipient: Recipient, now: datetime) -> Reason | None:
        if not isinstance(recipient, Person):
            return None
        at = now.astimezone(self._campaigns[message.key.campaign].zone).time()
        return person_is_quiet(message, recipient, self._rules(message.key.campaign), at)

    def still_wanted(self, message: Message, recipient: Recipient, now: datetime) -> Said | Reason:
        campaign, rules = self._campaigns[message.key.campaign], self._rules(message.key.campaign)
        link = self._link(campaign, message, recipient, now)
        if link is None:
            return Reason.GONE
        said = self._still_wanted(campaign, rules, message, recipient.language, now)
        return said if isinstance(said, Reason) else replace(said, values={**said.values, "link": link})

    def channels(self, message: Message) -> Sequence[Channel]:
        rules = self._rules(message.key.campaign)
        wave = rules.wave(message.key.wave)
        return wave.channels if wave else rules.asked.channels if message.key.wave == ASKED else ()

    def allowance(self, message: Message) -> Allowance:
        rules = self._rules(message.key.campaign)
        if message.key.wave == ASKED:
            return purse_of_asked(message, rules)
        limits = rules.limits
        return Allowance(limits.sms_per_day, message.key.day.isoformat(), altogether=limits.sms_campaign)

    def silence(self, message: Message, recipient: Recipient, why: Why, now: datetime) -> None:
        if isinstance(recipient, Person):
            stop(self._directory, message.key.campaign, recipient, message.key.channel, why, now)

    def _rules(self, campaign: str) -> ReminderRules:
        rules = self._campaigns[campaign].reminders
        assert rules is not None  # noqa: S101 - is_mine is asked first
        return rules

    def _link(self, campaign: Campaign, message: Message, recipient: Recipient, now: datetime) -> str | None:
        """It lands on the day that the message is about. Empty where there is to be none.

        None for somebody who is gone, or has another address, since they were read.
        """
        if not isinstance(recipient, Person) or message.key.wave == MILESTONES:
            return ""
        role = Role.LEADER if recipient.entry.role is Duty.LEADER else Role.REPORTER
        unit = campaign.unit(message.key.unit)
        wave, day = self._rules(campaign.slug).wave(message.key.wave), message.key.day
        lands = Place(day_about(wave, day) if wave else day)
        link = issue(self._grants, campaign, unit, day, recipient.id, role, now, lands)
        # Asked after it was written: whoever lets somebody go ends the links that are written until then.
        stands = self._directory.person(campaign.slug, recipient.id)
        if stands is None or not keeps_links(recipient.entry, stands.entry):
            self._grants.revoke(link.grant.id)
            return None
        return link.address(self._origin)
