"""From the bytes of a list to people: the one way in, for the route and for the command line."""

from giaoban.campaign import Campaign
from giaoban.directory.bodies import MAX_FILE
from giaoban.directory.person import Entry
from giaoban.directory.rows import read_people
from giaoban.directory.table import read_table
from giaoban.problem import Problem, Refused, TooLarge


def read_list(content: bytes, campaign: Campaign) -> tuple[list[Entry], list[Problem]]:
    """People and problems; a file that cannot be read at all is one problem. Raises TooLarge."""
    if len(content) > MAX_FILE:
        raise TooLarge("file_too_large")
    try:
        return read_people(read_table(content), campaign)
    except Refused as refused:
        return [], list(refused.problems)
