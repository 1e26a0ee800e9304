"""A capability's part of an edition: only where the campaign's frozen data name it, one item a day, and never its register."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from giaoban.campaign import Campaign
from giaoban.editions.canonical import canonical
from giaoban.editions.edition import Frozen, frozen
from giaoban.editions.issue import Order, issue
from giaoban.editions.kept import Kept
from giaoban.editions.part import PartLost, part_of
from giaoban.editions.recompute import recompute
from tests.editions.fakes import FakeStores
from tests.editions.made import changed_campaign, consolidated, day_of, sent
from tests.editions.schemas import validator
from tests.reports.made import DAY, at, new_id

SAID = {"present": 3, "short": ["00001"]}


@pytest.fixture
def naming(tmp_path: Path) -> Campaign:
    """The small campaign, whose data name one part."""
    return changed_campaign(tmp_path, lambda _, data: data["edition"].update(parts=["coverage"]))


def issued(made: FakeStores, campaign: Campaign, base: int = 0, clock: str = "16:48") -> Frozen[Any]:
    order = Order(new_id(), base, "dieu-phoi-1")
    return made.stores.archive.edition(issue(made.stores, campaign, DAY, order, at(clock)).entry.sha256)


def put(made: FakeStores, campaign: Campaign, said: dict[str, Any] = SAID, name: str = "coverage") -> bool:
    return made.editions.add_part(campaign.slug, DAY.isoformat(), name, part_of(said))


def test_what_the_data_do_not_name_is_in_no_edition_and_changes_no_hash(campaign: Campaign) -> None:
    without, beside = FakeStores(), FakeStores()
    put(beside, campaign)
    first, second = issued(without, campaign), issued(beside, campaign)

    assert "parts" not in second.content
    assert first.sha256 == second.sha256


def test_what_they_name_stands_in_it_under_its_hash(naming: Campaign) -> None:
    made = FakeStores()
    put(made, naming)
    put(made, naming, {"nobody": "asked"}, "somebody_else")
    edition = issued(made, naming)

    assert edition.content["parts"] == {"coverage": {"sha256": part_of(SAID).sha256, "content": SAID}}
    assert list(validator("edition").iter_errors(edition.content)) == []
    assert recompute(made.stores, edition).sha256 == edition.sha256


def test_a_part_that_came_too_late_is_in_the_next_edition_and_the_first_stays_what_it_was(naming: Campaign) -> None:
    made = FakeStores()
    first = issued(made, naming)
    put(made, naming)
    second = issued(made, naming, 1, "17:20")

    assert first.content["parts"] == {"coverage": None}
    assert second.content["parts"]["coverage"]["content"] == SAID
    for edition in (first, second):
        assert recompute(made.stores, edition).sha256 == edition.sha256


def test_a_register_that_changes_afterwards_changes_no_edition(naming: Campaign) -> None:
    made, register = FakeStores(), dict(SAID)
    put(made, naming, register)
    edition = issued(made, naming)
    register["present"] = 99

    assert not put(made, naming, register)
    assert recompute(made.stores, edition).sha256 == edition.sha256


def test_an_item_that_is_gone_or_another_is_said_so(naming: Campaign) -> None:
    made = FakeStores()
    put(made, naming)
    edition = issued(made, naming)
    key = (naming.slug, DAY.isoformat())
    kept: Kept = made.editions.periods[key]

    made.editions.periods[key] = replace(kept, parts={})
    with pytest.raises(PartLost, match="coverage: no item"):
        recompute(made.stores, edition)
    for other in (part_of({"present": 4}), replace(part_of(SAID), content={"present": 4})):
        made.editions.periods[key] = replace(kept, parts={"coverage": other})
        with pytest.raises(PartLost, match="coverage: another item"):
            recompute(made.stores, edition)


def test_the_campaign_of_the_first_edition_says_which_parts_a_later_one_has(
    naming: Campaign, campaign: Campaign
) -> None:
    made = FakeStores()
    put(made, naming)
    issued(made, naming)
    made.reports.add(sent(campaign, "00001", "16:50"))

    assert "parts" in issued(made, campaign, 1, "17:20").content


def test_an_edition_from_before_has_the_same_bytes(campaign: Campaign) -> None:
    """A draft of a campaign without parts says nothing of parts, whatever lies beside it."""
    assert b'"parts"' not in canonical(frozen(consolidated(day_of(campaign))).content)
