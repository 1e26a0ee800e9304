"""How somebody is reached, and in what duty: words that campaign data, the directory and the outbox share."""

from enum import StrEnum


class Duty(StrEnum):
    """Why somebody is told."""

    REPORTER = "reporter"
    DEPUTY = "deputy"
    LEADER = "leader"


class Channel(StrEnum):
    SMS = "sms"
    EMAIL = "email"


class Why(StrEnum):
    """Why a channel is stopped."""

    STOP = "stop"
    BOUNCE = "bounce"
    COMPLAINT = "complaint"
    BY_HAND = "by_hand"
