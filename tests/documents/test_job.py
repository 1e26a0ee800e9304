"""The job that makes and sends an edition's documents: everything once, wherever it is cut short."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from giaoban.campaign import Campaign
from giaoban.documents import job
from giaoban.documents.job import Unknown, make
from giaoban.documents.store import Fate, MailOutcome
from giaoban.editions.canonical import canonical
from giaoban.problem import Unavailable
from tests.documents.memory import ASKED, Crashed, Crasher, Memory, Silent
from tests.documents.run_job import AT, tools_of
from tests.documents.scene import Made, made
from tests.editions.replayed import replayed
from tests.editions.samples import chain

ALL_SENT = {"chairman": "SENT", "centre": "SENT"}


@pytest.fixture(scope="module")
def small(campaign: Campaign) -> Made:
    """Of three units: quick to render."""
    return made(chain(replayed(campaign, 2))["edition-1"].content, campaign)


@pytest.fixture
def memory(tmp_path: Path, small: Made, campaign: Campaign) -> Memory:
    return begun(Memory(tmp_path), small, campaign)


def begun(memory: Memory, small: Made, campaign: Campaign) -> Memory:
    memory.begin(small.bytes, canonical(dict(campaign.files)))
    return memory


def test_it_renders_keeps_and_sends_each_once(memory: Memory) -> None:
    done = make(tools_of(memory), ASKED, AT)

    assert done.rendered == ("pdf", "docx", "xlsx")
    assert memory.states == ALL_SENT
    assert {len(sent) for sent in memory.sent.values()} == {1}
    assert "bao-cao-lang-sen-2025-07-24-ban-1.docx" in memory.sent["chairman"][0]
    assert len(memory.files) == 3


def test_run_again_it_does_nothing(memory: Memory) -> None:
    make(tools_of(memory), ASKED, AT)
    before = memory.everything

    done = make(tools_of(memory), ASKED, AT)

    assert (done.rendered, done.messages) == ((), {})
    assert memory.everything == before


def test_of_two_runs_at_once_one_sends(memory: Memory) -> None:
    """The other one begins and ends between this one's look at the table and its first write."""

    class Overtaken(Memory):
        def put(self, key: str, content: bytes, content_type: str) -> None:
            if not memory.sent:
                make(tools_of(memory), ASKED, AT)
            super().put(key, content, content_type)

    make(tools_of(Overtaken(memory.folder)), ASKED, AT)

    assert memory.states == ALL_SENT
    assert {len(sent) for sent in memory.sent.values()} == {1}
    assert len(memory.files) == 3


def test_a_claim_seen_in_mid_sending_is_mended_by_who_sent(memory: Memory) -> None:
    """The other run finds our claim and takes it for a crash; we know better."""

    class Looked(Memory):
        def send(self, *args):  # type: ignore[no-untyped-def]
            make(tools_of(memory), ASKED, AT)
            return super().send(*args)

    make(tools_of(Looked(memory.folder)), ASKED, AT)

    assert memory.states == ALL_SENT
    assert {len(sent) for sent in memory.sent.values()} == {1}


@pytest.mark.parametrize("edge", range(40))
def test_cut_short_anywhere_and_run_again_it_is_one_edition_and_no_second_mail(
    edge: int, memory: Memory, kept_render: None
) -> None:
    memory.killer = Crasher(edge)
    try:
        make(tools_of(memory), ASKED, AT)
    except Crashed:
        pass
    else:
        assert memory.killer.edges <= edge
    memory.killer = Crasher()

    make(tools_of(memory), ASKED, AT)
    once = memory.everything
    make(tools_of(memory), ASKED, AT)

    assert memory.everything == once
    assert len(memory.files) == 3
    assert set(memory.states) == set(ALL_SENT)
    assert set(memory.states.values()) <= {"SENT", "UNKNOWN"}
    assert all(len(sent) == 1 for sent in memory.sent.values())
    assert {name for name, state in memory.states.items() if state == "SENT"} <= set(memory.sent)


@pytest.fixture
def kept_render(monkeypatch: pytest.MonkeyPatch, small: Made) -> None:
    """Rendered once for all edges: the same edition gives the same files, which has its own test."""
    monkeypatch.setattr(job, "render", lambda *_: {"pdf": b"%PDF", "docx": b"PK", "xlsx": b"PK2"})


@pytest.mark.parametrize("edge", [1, 4, 8, 13, 15])
def test_a_process_killed_for_real_leaves_one_edition_and_no_second_mail(edge: int, memory: Memory) -> None:
    killed = run(memory.folder, edge)
    assert killed.returncode == -9, killed.stderr

    again = run(memory.folder, None)

    assert again.returncode == 0, again.stderr
    assert set(memory.states) == set(ALL_SENT)
    assert set(memory.states.values()) <= {"SENT", "UNKNOWN"}
    assert all(len(sent) == 1 for sent in memory.sent.values())
    assert len(memory.files) == 3


def run(folder: Path, edge: int | None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.documents.run_job", str(folder), *([] if edge is None else [str(edge)])]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=120)


def test_a_message_that_failed_is_told_and_not_sent_again(memory: Memory) -> None:
    memory.outcomes = [
        MailOutcome(Fate.FAILED, reason="MessageRejected"),
        MailOutcome(Fate.UNKNOWN, reason="ReadTimeoutError"),
    ]

    done = make(tools_of(memory), ASKED, AT)
    make(tools_of(memory), ASKED, AT)

    assert done.messages == {"chairman": Fate.FAILED, "centre": Fate.UNKNOWN}
    assert memory.states == {"chairman": "FAILED", "centre": "UNKNOWN"}
    assert set(memory.sent) == {"centre"}


def test_a_table_that_does_not_answer_sends_nothing(tmp_path: Path, small: Made, campaign: Campaign) -> None:
    silent = begun(Silent(tmp_path), small, campaign)

    with pytest.raises(Unavailable):
        make(tools_of(silent), ASKED, AT)

    assert silent.sent == {}


def test_an_edition_that_does_not_exist_is_an_error(memory: Memory) -> None:
    with pytest.raises(Unknown):
        make(tools_of(memory), replace(ASKED, edition=2), AT)


def test_files_too_large_for_a_mailbox_are_linked(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job, "MOST_ATTACHED_BYTES", 1000)

    make(tools_of(memory), ASKED, AT)

    assert memory.sent["chairman"] == ["[]"]


def test_a_provisional_editions_documents_are_made_like_any_others(
    tmp_path: Path, campaign: Campaign, small: Made
) -> None:
    content = chain(replayed(campaign, 2))["edition-2"].content
    memory = begun(Memory(tmp_path), made(content, campaign), campaign)

    assert make(tools_of(memory), ASKED, AT).rendered == ("pdf", "docx", "xlsx")


def test_what_stands_in_the_list_is_what_lies_in_the_bucket(memory: Memory) -> None:
    make(tools_of(memory), ASKED, AT)
    listed = json.loads((memory.folder / "lists" / "1").read_bytes())

    assert {f"{each['sha256']}.{form}" for form, each in listed.items()} == {
        name.partition("-")[2] for name in memory.files
    }
