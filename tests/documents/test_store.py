"""The documents' items on both engines: every write once, every message claimed by one."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from giaoban.documents.store import DocumentStore, EditionName, Fate, MailOutcome, Stored
from giaoban.editions.store import EditionStore
from tests.engines.fixtures import Engine
from tools.template import load

ASKED = EditionName("hanoi-45", "2025-08-02", 1)
AT = "2025-08-02T16:49:00.000+07:00"
LATER = "2025-08-02T16:50:00.000+07:00"
SENT = MailOutcome(Fate.SENT, message_id="m-1")


@pytest.fixture
def table(engine: Engine) -> str:
    """The template's table of editions, empty."""
    name = f"Editions-{uuid.uuid4().hex[:12]}"
    template = next(each for each in load().tables if each.name == "EditionsTable")
    engine.client().create_table(TableName=name, **template.properties)
    return name


@pytest.fixture
def store(table: str) -> DocumentStore:
    return DocumentStore(table)


def message(table: str) -> tuple[str, str, str | None, str | None]:
    (found,) = EditionStore(table).kept("hanoi-45", "2025-08-02").mail[1]
    return found.state, found.at, found.message_id, found.reason


def test_documents_are_written_once(store: DocumentStore, table: str) -> None:
    assert store.add_documents(ASKED, {"pdf": Stored("a" * 64, 10)})
    assert not store.add_documents(ASKED, {"pdf": Stored("b" * 64, 11)})

    kept = EditionStore(table).kept("hanoi-45", "2025-08-02")
    assert kept.documents == {1: {"pdf": {"sha256": "a" * 64, "bytes": 10}}}


def test_a_message_is_claimed_once(store: DocumentStore, table: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        claimed = list(pool.map(lambda _: store.claim(ASKED, "chairman", AT), range(8)))

    assert sum(claimed) == 1
    assert message(table) == ("CLAIMED", AT, None, None)


def test_how_a_message_ended_is_kept(store: DocumentStore, table: str) -> None:
    store.claim(ASKED, "chairman", AT)

    assert store.settle(ASKED, "chairman", SENT, LATER)
    assert message(table) == ("SENT", LATER, "m-1", None)


def test_who_sent_it_mends_what_another_took_for_a_crash(store: DocumentStore, table: str) -> None:
    store.claim(ASKED, "chairman", AT)
    store.settle(ASKED, "chairman", MailOutcome(Fate.UNKNOWN, reason="interrupted"), LATER)

    assert store.settle(ASKED, "chairman", SENT, LATER)
    assert message(table)[0] == "SENT"


@pytest.mark.parametrize("outcome", [MailOutcome(Fate.UNKNOWN), MailOutcome(Fate.FAILED), SENT])
def test_a_message_that_has_ended_stays_as_it_is(outcome: MailOutcome, store: DocumentStore, table: str) -> None:
    store.claim(ASKED, "chairman", AT)
    store.settle(ASKED, "chairman", SENT, LATER)

    assert not store.settle(ASKED, "chairman", outcome, LATER)
    assert message(table)[0] == "SENT"


def test_nothing_is_said_of_a_message_that_nobody_claimed(store: DocumentStore, table: str) -> None:
    assert not store.settle(ASKED, "chairman", SENT, AT)
    assert EditionStore(table).kept("hanoi-45", "2025-08-02").mail == {}
