"""An open board that is told only what has changed shows what a full read would, put together by the page's own modules."""

import json
import shutil
import subprocess
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from giaoban.campaign import Campaign
from tests.board.busy_day import READ_EVERY, BusyDay, Look

ROOT = Path(__file__).parents[2]
NODE = shutil.which("node", path=str(ROOT / ".venv" / "bin")) or "node"
SEEDS, LOOKS = range(3), 50


def test_whatever_happens_the_page_shows_the_same_as_a_full_read(campaign: Campaign) -> None:
    """At once when no hint was lost, and within a minute of the last whole read otherwise."""
    for seed in SEEDS:
        looks = BusyDay(campaign, seed).play(LOOKS)
        wrong = [look.now for look, is_same in zip(looks, _replayed(looks), strict=True) if look.must and not is_same]
        assert wrong == [], seed
        assert {look.must for look in looks} == {True, False}, "no hint was ever lost"
        assert [look for look in looks if look.reports is None], "nothing was ever unchanged"
        assert [look for look in looks if look.reports and not look.reports["whole"]], "all was told every time"


def test_a_page_is_told_of_reports_at_least_once_a_minute(campaign: Campaign) -> None:
    day = BusyDay(campaign, 0)
    for _ in range(20):
        day.look()
        day.now += timedelta(seconds=10)
    told = [look.now for look in day.looks if look.reports]
    assert [later - earlier for earlier, later in pairwise(told)] == [READ_EVERY] * 3


def _replayed(looks: list[Look]) -> list[bool]:
    """Of each look, whether the page and the full read agree."""
    script = str(Path(__file__).with_name("replayed.mjs").relative_to(ROOT))
    told = json.dumps([look.view() for look in looks])
    done = subprocess.run([NODE, script], input=told, cwd=ROOT, capture_output=True, text=True, check=True)
    found: list[bool] = json.loads(done.stdout)
    return found
