"""What may appear in public, and what happens to an edition that is not as agreed."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from giaoban.publish.allowed import NotPublic, public_part
from giaoban.publish.page_record import told
from tests.publish.demo import Json
from tests.publish.made import CANARY, story_of, with_canaries


def test_nothing_personal_and_no_free_text_passes(ten_days: list[Json]) -> None:
    for edition in ten_days:
        assert CANARY not in json.dumps(public_part(with_canaries(copy.deepcopy(edition))), ensure_ascii=False)


def test_the_allow_list_lets_nothing_through_that_it_does_not_name(ten_days: list[Json]) -> None:
    part = public_part({**ten_days[0], "new_field": 1})
    assert "new_field" not in part
    assert {"issued_by", "remarks", "notes", "measures"}.isdisjoint(part)
    assert {"receipt", "findings", "record", "decisions"}.isdisjoint(part["units"][0])


def test_figures_states_and_counts_pass_as_they_are(ten_days: list[Json]) -> None:
    edition, part = ten_days[0], public_part(ten_days[0])
    assert part["counts"] == edition["counts"]
    assert part["units"][0]["figures"] == edition["units"][0]["figures"]
    assert part["kinds"][0]["targets"] == edition["kinds"][0]["targets"]


@pytest.mark.parametrize(
    "path, value",
    [
        (("units", 0, "figures", "officials"), "mười hai"),
        (("units", 0, "state"), "Bà Nguyễn quên"),
        (("units", 0, "received_at"), "lúc bốn giờ"),
        (("changes",), [{"unit": "00004", "why": "vì bà ấy ốm"}]),
        (("day",), "hôm nay"),
        (("kinds", 0, "targets", 0, "title"), "một tên"),
        (("units", 0, "unit", "names", "vi"), "hai\ndòng"),
        (("units", 0, "figures"), {"số điện thoại của bà": 1}),
    ],
)
def test_text_in_the_place_of_a_figure_or_a_code_stops_the_whole_edition(
    ten_days: list[Json], path: tuple[str | int, ...], value: object
) -> None:
    edition = copy.deepcopy(ten_days[0])
    place: object = edition
    for step in path[:-1]:
        place = place[step]  # type: ignore[index]
    place[path[-1]] = value  # type: ignore[index]
    with pytest.raises(NotPublic):
        public_part(edition)


def test_a_missing_part_stops_the_edition_and_the_message_names_the_place_not_the_content(ten_days: list[Json]) -> None:
    edition = copy.deepcopy(ten_days[0])
    edition["units"][3]["state"] = CANARY
    with pytest.raises(NotPublic, match="/units/3/state") as stopped:
        public_part(edition)
    assert CANARY not in str(stopped.value)


def places(value: Json | list[Json] | object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Of all that an edition's public part holds, one of each list."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield (*path, name)
            yield from places(each, (*path, name))
    elif isinstance(value, list) and value:
        yield from places(value[0], (*path, 0))


def at_place(edition: Json, path: tuple[str | int, ...]) -> Any:
    """What holds the last step of the path."""
    holds: Any = edition
    for step in path[:-1]:
        holds = holds[step]
    return holds


def test_whatever_stands_in_place_of_any_part_is_not_let_through(ten_days: list[Json]) -> None:
    """Of every part, the edition's number too: neither a person's words nor an object of them."""
    edition = next(each for each in ten_days if each["changes"])
    paths = list(places(public_part(edition)))
    assert len(paths) > 100
    for path in paths:
        for wrong in (f"{CANARY}\nhai dòng", {"x": CANARY}):
            spoilt = copy.deepcopy(edition)
            at_place(spoilt, path)[path[-1]] = wrong
            with pytest.raises(NotPublic):
                pytest.fail(f"{path} let {type(public_part(spoilt))} through")


def test_an_edition_that_lacks_any_part_is_not_published(ten_days: list[Json]) -> None:
    """Also one that may be null: who left it out may have meant something else."""
    edition = next(each for each in ten_days if each["changes"])
    for path in places(public_part(edition)):
        if "figures" in path[:-1] or "carried" in path[:-1] or path[-1] in {"public", "texts", "compared", 0}:
            continue
        spoilt = copy.deepcopy(edition)
        del at_place(spoilt, path)[path[-1]]
        with pytest.raises(NotPublic, match=f"/{path[-1]} is missing"):
            pytest.fail(f"{path} was left out of {type(public_part(spoilt))}")


def test_a_unit_that_the_edition_before_did_not_have_stops_nothing(ten_days: list[Json]) -> None:
    """As when a campaign's list of units has grown between the two."""
    edition = copy.deepcopy(next(each for each in ten_days if each["changes"]))
    edition["changes"][0]["state"]["from"] = None
    change = public_part(edition)["changes"][0]

    story = story_of([edition])
    assert change["state"]["from"] is None
    assert told(story, story.issues[0], change, "vi")["states"][0] == "–"
