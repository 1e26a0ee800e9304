"""Messages made with a word or two."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from giaoban.campaign import Campaign
from giaoban.contact import Channel
from giaoban.outbox.message import Key, Message
from tests.reports.made import DAY, at

SLOT = at("15:30")
KEY = Key("lang-sen", DAY, "sms_before", "00001", Channel.SMS, "00001-0000000001")


def message(slot: datetime = SLOT, **key: Any) -> Message:
    return Message(replace(KEY, **key), slot)


def of(campaign: Campaign, **key: Any) -> Message:
    return message(campaign=campaign.slug, **key)
