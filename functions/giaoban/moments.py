"""Moments as they are stored, milliseconds since 1970, and as they are told, ISO 8601 on the campaign's clock."""

from datetime import UTC, datetime, timedelta, tzinfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def milliseconds(moment: datetime) -> int:
    """Since 1970; a part of one is cut off, as DynamoDB and the gateway count them."""
    return (moment - _EPOCH) // _MILLISECOND


def moment_of(milliseconds: float, zone: tzinfo = UTC) -> datetime:
    """From milliseconds since 1970."""
    return (_EPOCH + int(milliseconds) * _MILLISECOND).astimezone(zone)


def iso(moment: datetime, zone: tzinfo | None = None) -> str:
    """To the millisecond, on the clock of `zone`, or on its own."""
    return (moment.astimezone(zone) if zone else moment).isoformat(timespec="milliseconds")
