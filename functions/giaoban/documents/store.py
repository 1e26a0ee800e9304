"""What the documents job writes beside an edition: its documents, once, and what became of each message."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import partial

from pynamodb.expressions.update import Action

from giaoban.dynamodb import Client, bound, written
from giaoban.editions.items import Item, documents_key, mail_key, partition


class Fate(StrEnum):
    """CLAIMED before sending; of what a crash left claimed, nobody can tell whether it was sent: UNKNOWN."""

    CLAIMED = "CLAIMED"
    SENT = "SENT"
    UNKNOWN = "UNKNOWN"
    FAILED = "FAILED"


@dataclass(frozen=True)
class EditionName:
    """One edition: of a campaign, of a day or a longer period, its number."""

    campaign: str
    period: str
    edition: int


@dataclass(frozen=True)
class Stored:
    """A document in the bucket."""

    sha256: str
    bytes: int


@dataclass(frozen=True)
class MailOutcome:
    """How a message ended: the provider's id of it, or why not."""

    fate: Fate
    message_id: str | None = None
    reason: str | None = None


class DocumentStore:
    """Writes into the table of editions; what stands there is read with EditionStore.kept."""

    def __init__(self, table: str, client: Client | None = None) -> None:
        self._items = bound(Item, table, client)

    def add_documents(self, asked: EditionName, documents: Mapping[str, Stored]) -> bool:
        """False when the edition has its documents already. Raises Unavailable when that is not known."""
        item = self._item(asked, documents_key(asked.edition))
        item.data = {form: asdict(stored) for form, stored in documents.items()}
        return self._put(item)

    def claim(self, asked: EditionName, recipient: str, at: str) -> bool:
        """Whether this message is ours to send: of all who ask, one hears yes, once. Raises Unavailable."""
        item = self._item(asked, mail_key(asked.edition, recipient))
        item.state, item.at = Fate.CLAIMED.value, at
        return self._put(item)

    def settle(self, asked: EditionName, recipient: str, outcome: MailOutcome, at: str) -> bool:
        """Writes down how a claimed message ended. Raises Unavailable.

        Only who claimed a message can say that it was sent or failed; that also mends an UNKNOWN that another process
        wrote meanwhile because it found the claim. False when it has ended otherwise.
        """
        item, model = self._item(asked, mail_key(asked.edition, recipient)), self._items
        before = [Fate.CLAIMED.value, *([] if outcome.fate is Fate.UNKNOWN else [Fate.UNKNOWN.value])]
        said = {"message_id": outcome.message_id, "reason": outcome.reason}
        changes: list[Action] = [model.state.set(outcome.fate.value), model.at.set(at), model.data.set(said)]
        return written(partial(item.update, changes, condition=model.state.is_in(*before)))

    def _item(self, asked: EditionName, key: str) -> Item:
        return self._items(partition(asked.campaign, asked.period), key)

    def _put(self, item: Item) -> bool:
        return written(partial(item.save, self._items.period.does_not_exist()))
