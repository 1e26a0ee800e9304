"""What was known at a moment, and what an edition names."""

from dataclasses import replace

from giaoban.campaign import Campaign
from giaoban.editions.cut import as_named, known_at
from giaoban.reports.decision import DecisionKind
from tests.editions.made import consolidated, day_of, known, line, sent
from tests.reports.made import at, decision, moved


def test_what_came_after_the_moment_is_not_known(campaign: Campaign) -> None:
    first, second = sent(campaign, "00001", "15:00"), sent(campaign, "00001", "16:50", 2)
    decisions = [decision(DecisionKind.RETURN, at=at("15:30")), decision(DecisionKind.EXCUSE, 2, at=at("17:00"))]
    moves = [moved("16:30"), replace(moved("16:40", 2), at=at("17:00"))]
    whole = day_of(campaign, first, second, **{"00001": decisions, "moves": moves})
    cut = known_at(whole, at("16:49:59.999"))
    assert cut.units["00001"].revisions == (first,)
    assert cut.units["00001"].decisions == (decisions[0],)
    assert (cut.moved, cut.moves) == (moves[0], (moves[0],))
    assert {each.moved for each in cut.units.values()} == {moves[0]}
    assert known_at(whole, at("17:00")).units["00001"].revisions == (first, second)


def test_what_came_in_the_very_millisecond_is_known(campaign: Campaign) -> None:
    day = day_of(campaign, sent(campaign, "00001", "16:48:12.345"), sent(campaign, "00002", "16:48:12.346"))
    edition = consolidated(day, at("16:48:12.345"))
    assert [row["revision"] for row in edition["units"]] == [1, 0, 0]


def test_revisions_are_cut_in_the_order_of_their_numbers(campaign: Campaign) -> None:
    """One received earlier may have been written later: one number must still say what was used."""
    first, second = sent(campaign, "00001", "16:50"), sent(campaign, "00001", "16:40", 2)
    assert known_at(day_of(campaign, first, second), at("16:45")).units["00001"].revisions == ()


def test_an_edition_names_exactly_what_it_was_made_of(campaign: Campaign) -> None:
    first = sent(campaign, "00001", "15:00")
    edition = consolidated(day_of(campaign, first, moves=[moved("16:30")]))
    later = day_of(
        campaign,
        first,
        sent(campaign, "00001", "15:10", 2),
        sent(campaign, "00002", "15:20"),
        baselines={"00001": known(team_members=9)},
        moves=[moved("16:30"), moved("16:40", 2)],
        **{"00001": [decision(DecisionKind.EXCUSE, at=at("15:30"))]},
    )
    assert consolidated(later) != edition
    named = as_named(later, edition)
    assert consolidated(named) == edition
    assert line(edition, "00001")["revision"] == 1
