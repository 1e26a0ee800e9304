"""The whole edition: by its schema, by its sums, and the same from the same for good."""

from datetime import timedelta
from typing import Any

import pytest

from giaoban.campaign import Campaign
from giaoban.editions.alike import known_of
from giaoban.editions.canonical import canonical, sha256
from giaoban.editions.consolidate import consolidate
from giaoban.editions.edition import RULES, EditionKind, Frozen, Imprint
from giaoban.reports.decision import DecisionKind as Decided
from tests.editions.made import BEFORE, consolidated, day_of, known, sent
from tests.editions.replayed import Replayed, replayed
from tests.editions.samples import chain
from tests.editions.schemas import validator
from tests.reports.made import at, decision, moved

# Of an edition that says something in every part, by its rules. If one changes, editions that were frozen before can no
# longer be made again: then it is another schema, `urn:giaoban:edition:3`, and the old rules stay for the old editions.
GOLDEN = {
    1: "f7f9f5372c6f1ad97d33c48e783dc5c1eb481ac2daa043018b7f5ec927fd5efe",
    2: "ee90a54479c42bf0ac0392bc724a1ba6b82ffe929aa33988934ee0cb74e7e800",
}


@pytest.fixture(scope="module")
def story(hanoi: Campaign) -> Replayed:
    return replayed(hanoi, 10)


@pytest.fixture(scope="module")
def editions(story: Replayed) -> dict[str, Frozen]:
    return chain(story)


def test_every_edition_of_the_replay_follows_the_schema(editions: dict[str, Frozen]) -> None:
    for name, edition in editions.items():
        assert [f"{name}: {error.message}" for error in validator("edition").iter_errors(edition.content)] == []


def test_states_add_up_to_what_is_due(editions: dict[str, Frozen]) -> None:
    for edition in editions.values():
        for counts in [edition.content["counts"], *(kind["counts"] for kind in edition.content["kinds"])]:
            states = ("expected", "on_time", "late", "missing", "excused")
            assert sum(counts[state] for state in states) == counts["due"]


def test_every_total_can_be_added_up_again_from_the_units_lines(editions: dict[str, Frozen]) -> None:
    for edition in editions.values():
        for kind in edition.content["kinds"]:
            rows = [row for row in edition.content["units"] if row["unit"]["kind"] == kind["kind"]]
            for each in [figure for group in kind["groups"] for figure in group["figures"]]:
                assert again(each["id"], rows) == tuple(each[name] for name in ("total", "units", "carried", "blank"))


def again(name: str, rows: list[Any]) -> tuple[int | None, int, int, int]:
    today = [row["figures"][name] for row in rows if name in row["figures"]]
    carried = [row["carried"][name]["value"] for row in rows if name in row["carried"]]
    known = today + carried
    return (sum(known) if known else None, len(known), len(carried), len(rows) - len(known))


def test_each_edition_tells_its_change_against_the_one_before_of_whoever_is_known_in_both(
    editions: dict[str, Frozen],
) -> None:
    before, now = editions["edition-7"].content, editions["edition-8"].content
    assert now["previous"] == {"day": before["day"], "edition": 1, "sha256": editions["edition-7"].sha256}
    for kind in now["kinds"]:
        old, new = known_of(before, kind["kind"]), known_of(now, kind["kind"])
        for figure in [figure for group in kind["groups"] for figure in group["figures"]]:
            name = figure["id"]
            both = [code for code in new if name in new[code] and name in old[code]]
            assert figure["compared"] == len(both)
            assert figure["change"] == sum(new[code][name] - old[code][name] for code in both)


def test_a_correction_says_every_unit_that_differs_and_no_other(editions: dict[str, Frozen]) -> None:
    first, second = editions["edition-9"].content, editions["edition-9-correction"].content
    differ = [
        new["unit"]["code"]
        for old, new in zip(first["units"], second["units"], strict=True)
        if (old["revision"], old["state"]) != (new["revision"], new["state"])
    ]
    assert [each["unit"] for each in second["changes"]] == differ
    assert differ


def test_the_same_in_is_the_same_out(story: Replayed, editions: dict[str, Frozen]) -> None:
    again = chain(replayed(story.campaign, 10))
    assert {name: edition.sha256 for name, edition in again.items()} == {
        name: edition.sha256 for name, edition in editions.items()
    }


def full(campaign: Campaign, rules: int = RULES) -> dict[str, object]:
    """An edition of the small campaign in which everything is said."""
    reports = [
        sent(campaign, "00001", figures={"dossiers_online": 41, "dossiers_counter": 9, "team_members": 3}),
        sent(campaign, "00002", "16:40", complete=False, notes={"difficulties": "Đường truyền “chậm” 🙂\n<b>"}),
        sent(campaign, "00002", "16:44", 2, notes={"proposals": "=HYPERLINK()"}, told_by="Bà Sen"),
    ]
    more = {"00001": [decision(Decided.RETURN)], "SSEN": [decision(Decided.EXCUSE)], "moves": [moved("16:30")]}
    baselines = {"00001": known(team_members=9, emergency_team=True), "00002": known(team_members=80)}
    imprints = (
        Imprint(1, kind, at(clock), rules=rules)
        for kind, clock in ((EditionKind.ISSUED, "15:00"), (EditionKind.PROVISIONAL, "16:50"))
    )
    earlier, before = (of_any_campaign(consolidate(day_of(campaign), imprint)) for imprint in imprints)
    before["day"] = BEFORE.isoformat()
    named = [Frozen(sha256(canonical(each)), each) for each in (before, earlier)]
    day = day_of(campaign, *reports, baselines=baselines, **more)
    return consolidated(day, number=2, previous=named[0], replaces=named[1], rules=rules)  # type: ignore[no-any-return]


def of_any_campaign(edition: Any) -> Any:
    """Rules are held to their bytes, and the small campaign's data may grow: without the hash of that data."""
    return {**edition, "campaign": {**edition["campaign"], "data_sha256": ""}}


def test_everything_said_follows_the_schema(campaign: Campaign) -> None:
    assert [error.message for error in validator("edition").iter_errors(full(campaign))] == []


@pytest.mark.parametrize("rules", GOLDEN)
def test_rules_make_the_same_bytes_as_when_editions_were_first_frozen_by_them(campaign: Campaign, rules: int) -> None:
    assert sha256(canonical(of_any_campaign(full(campaign, rules)))) == GOLDEN[rules]


def test_an_edition_of_one_day_is_told_in_less_than_a_megabyte(editions: dict[str, Frozen]) -> None:
    assert max(len(canonical(edition.content)) for edition in editions.values()) < 1024 * 1024


def test_days_are_numbered_and_dated_on_the_campaigns_clock(editions: dict[str, Frozen], story: Replayed) -> None:
    tenth = editions["edition-10"].content
    assert (tenth["day"], tenth["day_number"], tenth["kind"]) == ("2025-08-02", 10, "provisional")
    assert tenth["issued_at"] == "2025-08-02T16:55:00.000+07:00"
    assert (tenth["deadline"], tenth["edition_deadline"]) == ("2025-08-02T16:00:00+07:00", "2025-08-02T17:00:00+07:00")
    assert story.campaign.first_day + timedelta(days=9) == at("12:00").date()
