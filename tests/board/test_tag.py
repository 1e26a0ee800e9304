"""An unchanged board is 304 without a body; whatever changes it changes its ETag."""

from collections.abc import Callable

import pytest

from giaoban.campaign import Campaign
from tests.board.centre import DAY, Centre
from tests.reports import made
from tests.reports.made import at, moved


@pytest.fixture
def centre(campaign: Campaign) -> Centre:
    return Centre(campaign)


def test_an_unchanged_board_has_no_body(centre: Centre) -> None:
    first = centre.api.call("GET", DAY, cookie=centre.coordinator)
    for asked in (first["headers"]["ETag"], f'"x", W/{first["headers"]["ETag"]}'):
        again = centre.api.call("GET", DAY, cookie=centre.viewer, headers={"if-none-match": asked})
        assert (again["statusCode"], again["body"]) == (304, None)
        assert again["headers"]["ETag"] == first["headers"]["ETag"]
    assert first["headers"]["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("change", ["report", "decision", "deadline", "clock"])
def test_whatever_changes_the_board_changes_it(centre: Centre, change: str) -> None:
    tag = centre.api.call("GET", DAY, cookie=centre.coordinator, at=at("15:40"))["headers"]["ETag"]
    changes: dict[str, Callable[[], object]] = {
        "report": centre.send,
        "decision": centre.excused,
        "deadline": lambda: centre.store.move_deadline(centre.api.campaign, made.DAY, moved("16:30")),
        "clock": lambda: None,
    }
    changes[change]()
    now = at("16:00") if change == "clock" else at("15:41")
    answer = centre.api.call("GET", DAY, cookie=centre.coordinator, at=now, headers={"if-none-match": tag})
    assert answer["statusCode"] == 200


def test_the_clock_alone_changes_nothing_between_two_hours(centre: Centre) -> None:
    tags = {
        centre.api.call("GET", DAY, cookie=centre.coordinator, at=at(clock))["headers"]["ETag"]
        for clock in ("09:00", "12:00", "15:59:59.999")
    }
    assert len(tags) == 1
