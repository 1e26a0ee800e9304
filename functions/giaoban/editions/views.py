"""What answers say of a period's editions: a line each, with its registry number, its documents and who got it."""

from collections.abc import Mapping

from giaoban.campaign.edition_rules import Recipient
from giaoban.editions.kept import Entry, Kept, Message, Registered

type View = dict[str, object]


def entry_view(entry: Entry) -> View:
    return {
        "edition": entry.number,
        "kind": entry.kind.value,
        "sha256": entry.sha256,
        "issued_at": entry.issued_at,
        "issued_by": entry.issued_by,
    }


def list_view(kept: Kept, recipients: tuple[Recipient, ...]) -> View:
    """Every edition of a period; recipients by the names that the campaign gives them today."""
    known = {recipient.id: recipient for recipient in recipients}
    return {
        "editions": [row_view(entry, kept, known) for entry in kept.editions],
        "recipients": [{"id": each.id, "names": each.names.view()} for each in recipients],
        "remarks": kept.remark.view(),
        "alarm": {"at": kept.alarm_at} if kept.alarm_at else None,
    }


def row_view(entry: Entry, kept: Kept, known: Mapping[str, Recipient]) -> View:
    registered = kept.registered.get(entry.number, ())
    return {
        **entry_view(entry),
        "counts": dict(entry.counts),
        "registry": registry_view(registered[-1]) if registered else None,
        "documents": kept.documents.get(entry.number),
        "mail": [_message_view(message, known) for message in kept.mail.get(entry.number, ())],
    }


def registry_view(given: Registered) -> View:
    return {"number": given.number, "date": given.date, "at": given.at, "by": given.by}


def _message_view(message: Message, known: Mapping[str, Recipient]) -> View:
    recipient = known.get(message.recipient)
    names = recipient.names.view() if recipient else {"vi": message.recipient, "en": message.recipient}
    return {
        "recipient": {"id": message.recipient, "names": names},
        "state": message.state,
        "at": message.at,
        "reason": message.reason,
    }
