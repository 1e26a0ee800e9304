"""What is read of a list, and what is found wrong with it."""

from giaoban.campaign import Campaign
from giaoban.directory import Entry
from giaoban.directory.reading import read_list


def read(content: bytes, campaign: Campaign) -> list[Entry]:
    people, problems = read_list(content, campaign)
    assert problems == [], problems
    return people


def rules(content: bytes, campaign: Campaign) -> dict[str, str]:
    return {each.path: each.rule for each in read_list(content, campaign)[1]}
