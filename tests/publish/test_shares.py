"""One unit's part of a target."""

from giaoban.campaign import load_all
from giaoban.publish.page_target import target_pages
from giaoban.publish.shares import measures
from giaoban.publish.story import Story
from tests.publish.made import story_of

FORM = load_all()["hanoi-45"].forms["commune"]


def row(figures: dict[str, int | bool], carried: dict[str, int | bool] | None = None):  # type: ignore[no-untyped-def]
    known = {name: {"value": value, "day": "2025-07-24"} for name, value in (carried or {}).items()}
    return {"figures": figures, "carried": known}


def test_a_stock_that_is_not_reported_today_stands_as_last_known_and_says_so() -> None:
    share = measures(FORM)["members_trained"].share(row({"members_trained": 5}, {"team_members": 10}))
    assert (share.value, share.carried) == (5000, True)


def test_what_was_never_reported_is_unknown_and_not_zero() -> None:
    share = measures(FORM)["members_trained"].share(row({"members_trained": 5}))
    assert (share.value, share.met) == (None, None)


def test_a_denominator_of_zero_gives_no_share() -> None:
    assert measures(FORM)["members_trained"].share(row({"members_trained": 0, "team_members": 0})).value is None


def test_a_communes_share_is_never_rounded_up_to_a_goal_that_is_not_reached() -> None:
    received = {"dossiers_online": 5999, "dossiers_counter": 4000, "dossiers_post": 0}
    share = measures(FORM)["online"].share(row(received))
    assert (share.value, share.met) == (5999, False)


def test_communes_that_meet_a_condition_add_up_to_the_editions_own_numerator(story: Story) -> None:
    issue = story.today
    assert issue is not None
    for name, measure in measures(FORM).items():
        if not measure.target.is_ratio:
            rows = [each for each in issue.edition["units"] if each["unit"]["kind"] == "commune"]
            assert sum(measure.share(each).met is True for each in rows) == issue.targets[name]["numerator"]


def test_every_target_has_its_page_before_the_first_edition() -> None:
    pages = list(target_pages(story_of([]), "vi"))
    assert len(pages) == len(measures(FORM))
