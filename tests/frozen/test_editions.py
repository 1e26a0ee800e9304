"""The stored days' editions: made again they have their hashes, and they are handed out as they were kept."""

import sys

from tests.frozen.answered import ask
from tests.frozen.asked import C, Question
from tests.frozen.difference import difference
from tests.frozen.stored import Stored


def test_every_edition_made_again_from_the_stored_items_has_its_hash(stored: Stored) -> None:
    from giaoban.editions.recompute import recompute

    stored.function("editions")
    stores = sys.modules["editions"].stores
    days = [sha for (period, _), sha in stored.editions.items() if period.startswith("2025-")]
    assert len(days) == 20
    for sha in days:
        again = recompute(stores, stores.archive.edition(sha))
        assert difference(stored.content(sha), again.content) is None
        assert again.sha256 == sha


def test_every_edition_is_handed_out_as_it_was_kept(stored: Stored) -> None:
    for (period, number), sha in stored.editions.items():
        where = f"days/{period}" if period.startswith("2025-") else f"periods/{period}"
        answer = ask(stored, Question("GET", f"{C}/{where}/editions/{number}/json", "viewer"))
        assert answer["status"] == 200
        assert answer["body"] == stored.content(sha)
