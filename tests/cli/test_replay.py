"""`giaoban replay`: what it asks for, what it says; what it plays is tested in tests/replay."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

import tools.cli.replay
from tests.cli.conftest import Said
from tools.replay import ReplayStopped, Summary


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What the command has asked to be played, instead of playing it."""
    asked: list[tuple[object, ...]] = []

    def play(run: object, *wanted: object) -> Summary:
        asked.append(wanted)
        return Summary(days=9, revisions=1400, seconds=21.0)

    monkeypatch.setattr(tools.cli.replay, "play", play)
    return asked


def test_it_plays_so_many_days_and_says_how_long_it_took(
    giaoban: Callable[..., Said], bare_local: Path, played: list[tuple[object, ...]]
) -> None:
    said = giaoban("replay", "--days", "9", "--run", str(bare_local))
    days, seed, _, until = played[0]
    assert (said.status, days, seed, until) == (0, 9, 45, None)
    assert "9 days, 1,400 reports in 21.0 s (1.50 s per 100)." in said.err


def test_seed_and_moment_are_passed_on(
    giaoban: Callable[..., Said], bare_local: Path, played: list[tuple[object, ...]]
) -> None:
    moment = "2025-08-02T15:20:00+07:00"
    giaoban("replay", "--days", "9", "--seed", "7", "--until", moment, "--run", str(bare_local))
    assert (played[0][1], played[0][3]) == (7, datetime.fromisoformat(moment))


@pytest.mark.parametrize(
    "arguments, sentence",
    [
        (("--days", "0"), "--days goes from 1 to 45"),
        (("--days", "46"), "--days goes from 1 to 45"),
        (("--days", "many"), "invalid int value"),
        (("--days", "9", "--until", "15:20"), "15:20 is not a moment"),
        (("--days", "9", "--until", "2025-08-02T15:20:00"), "is not a moment like"),
    ],
)
def test_what_cannot_be_played_is_said(
    giaoban: Callable[..., Said],
    bare_local: Path,
    played: list[tuple[object, ...]],
    arguments: tuple[str, ...],
    sentence: str,
) -> None:
    said = giaoban("replay", *arguments, "--run", str(bare_local))
    assert (said.status, played) == (2, [])
    assert sentence in said.err


def test_it_goes_on_from_the_present(
    giaoban: Callable[..., Said], bare_local: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(tools.cli.replay, "go_on", lambda _, seed, __: asked.append(seed))
    assert giaoban("replay", "--go-on", "--run", str(bare_local)).status == 0
    assert asked == [45]


@pytest.mark.parametrize("arguments", [(), ("--days", "9", "--go-on")], ids=["neither", "both"])
def test_it_either_plays_days_or_goes_on(
    giaoban: Callable[..., Said], bare_local: Path, played: list[tuple[object, ...]], arguments: tuple[str, ...]
) -> None:
    assert (giaoban("replay", *arguments, "--run", str(bare_local)).status, played) == (2, [])


def test_where_it_stopped_is_said(
    giaoban: Callable[..., Said], bare_local: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> Summary:
        raise ReplayStopped("PUT /v1/campaigns/hanoi-45/days/2025-07-24/reports/00004 answers 500, not 201")

    monkeypatch.setattr(tools.cli.replay, "play", stop)
    said = giaoban("replay", "--days", "1", "--run", str(bare_local))
    assert said.status == 1
    assert "reports/00004 answers 500" in said.err


def test_invented_reports_go_to_a_local_system_only(giaoban: Callable[..., Said], bare_deployed: None) -> None:
    said = giaoban("replay", "--days", "1")
    assert said.status == 1
    assert "make run" in said.err
