"""From the bytes of a list to people: the one way in, for the route and for the command line."""

from functools import partial

from giaoban.campaign import Campaign
from giaoban.directory.columns import COLUMNS
from giaoban.directory.person import Entry
from giaoban.directory.rows import PEOPLE, is_unfilled, read_person
from giaoban.lists import reading
from giaoban.lists.reading import RowRules
from giaoban.problem import Problem


def read_list(content: bytes, campaign: Campaign) -> tuple[list[Entry], list[Problem]]:
    """People and problems; a file that cannot be read at all is one problem. Raises TooLarge."""
    return reading.read_list(
        content,
        RowRules(
            COLUMNS,
            is_unfilled=partial(is_unfilled, campaign=campaign),
            read=partial(read_person, campaign=campaign),
            sameness=PEOPLE,
            named_in="name",
            twice="person_twice",
        ),
    )
