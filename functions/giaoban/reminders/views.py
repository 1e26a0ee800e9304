"""What the centre sees of reminders: counts for everybody there, people for coordinators alone."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from giaoban.campaign import Campaign
from giaoban.campaign.reminder_rules import Milestone, ReminderRules
from giaoban.moments import iso
from giaoban.outbox.items import Spent, Switch
from giaoban.outbox.message import Message, MessageState
from giaoban.reminders.call_list import Call, fate_text
from giaoban.reminders.rounds import ASKED, MILESTONES, Round, rounds
from giaoban.reminders.store import Head
from giaoban.reminders.words import word
from giaoban.text import Text

type View = dict[str, object]


def waves_view(
    campaign: Campaign,
    rules: ReminderRules,
    day: date,
    heads: Mapping[str, Head],
    messages: Mapping[str, Sequence[Message]],
    switch: Switch,
    spent: Spent,
    asked_for: int,
    done: Collection[str],
) -> View:
    """A day's waves, the milestones and the links asked for; `asked_for`: parts of SMS that these took."""
    found = [_wave_view(campaign, rules, each, heads.get(each.id), messages[each.id]) for each in rounds(campaign, day)]
    asked = messages[ASKED]
    return {
        "campaign": campaign.slug,
        "day": day.isoformat(),
        "switch": switch_view(switch, campaign.zone),
        "sms": {
            "today": spent.on(day),
            "asked_today": asked_for,
            "altogether": spent.total,
            "limit_per_day": rules.limits.sms_per_day,
            "limit_altogether": rules.limits.sms_campaign,
            "cost_vnd": (spent.on(day) + asked_for) * rules.limits.cost_per_part_vnd,
            "cost_per_part_vnd": rules.limits.cost_per_part_vnd,
        },
        "waves": found,
        "milestones": [_milestone_view(each, done) for each in rules.milestones.dated],
        "asked": {"names": rules.asked.names.view(), **_counts(rules, asked)},
    }


def _wave_view(
    campaign: Campaign, rules: ReminderRules, each: Round, head: Head | None, messages: Sequence[Message]
) -> View:
    wave = rules.wave(each.id)
    return {
        "id": each.id,
        "names": wave_names(rules, each.id).view(),
        "to_units": wave is not None and not wave.to_centre,
        "at": each.slot.astimezone(campaign.zone).isoformat(),
        "state": head.state if head else "coming",
        **_counts(rules, messages),
    }


def _milestone_view(milestone: Milestone, done: Collection[str]) -> View:
    due = milestone.due.isoformat()
    return {"id": milestone.id, "names": milestone.names.view(), "due": due, "done": milestone.id in done}


def wave_names(rules: ReminderRules, wave_id: str) -> Text:
    wave = rules.wave(wave_id)
    if wave:
        return wave.names
    return rules.asked.names if wave_id == ASKED else word(f"wave_{MILESTONES}")


def _counts(rules: ReminderRules, messages: Sequence[Message]) -> View:
    states, fates = Counter(each.state for each in messages), Counter(each.fate for each in messages if each.fate)
    reasons = Counter((each.reason or "").partition(":")[0] for each in messages if each.reason)
    parts = sum(each.parts for each in messages)
    return {
        "counts": {state.value: states[state] for state in MessageState},
        "reasons": dict(reasons),
        "fates": {fate.value: count for fate, count in fates.items()},
        "parts": parts,
        "cost_vnd": parts * rules.limits.cost_per_part_vnd,
    }


def switch_view(switch: Switch, zone: ZoneInfo) -> View:
    at = switch.at and iso(switch.at, zone)
    return {"paused": switch.paused, "reason": switch.reason, "by": switch.by, "at": at, "version": switch.version}


def message_view(message: Message, zone: ZoneInfo) -> View:
    """How far one message got, in words too."""
    return {
        "wave": message.key.wave,
        "channel": message.key.channel,
        "recipient": message.key.recipient,
        "state": message.state,
        "reason": message.reason,
        "fate": message.fate,
        "at": iso(message.fate_at or message.at or message.slot, zone),
        **fate_text(message).view(),
    }


def call_list_view(campaign: Campaign, day: date, calls: Sequence[Call]) -> View:
    return {
        "campaign": campaign.slug,
        "day": day.isoformat(),
        "units": [_call_view(each, campaign.zone) for each in calls],
    }


def _call_view(call: Call, zone: ZoneInfo) -> View:
    return {
        "unit": call.unit.view(),
        "people": [
            {
                "id": person.id,
                "name": person.entry.name,
                "role": person.entry.role,
                "phone": person.entry.phone,
                "stopped": [each for each in person.entry.channels if person.stop_of(each)],
                "messages": [message_view(each, zone) for each in call.messages if each.key.recipient == person.id],
            }
            for person in call.people
        ],
    }
