"""Documents of stored editions say what they said, line by line, in all three formats."""

import pytest

from tests.frozen.answered import Answer
from tests.frozen.difference import difference
from tests.frozen.packed import unpack
from tests.frozen.rendered import texts
from tests.frozen.stored import Stored

THEN: dict[str, list[str]] = unpack("documents.json.xz")


@pytest.fixture(scope="module")
def made(stored: Stored, answered: dict[str, Answer]) -> dict[str, list[str]]:
    """After the answers: documents made anew stand in the lists of editions."""
    return texts(stored)


@pytest.mark.parametrize("document", sorted(THEN))
def test_a_document_says_what_it_said(made: dict[str, list[str]], document: str) -> None:
    assert difference(dict(enumerate(THEN[document])), dict(enumerate(made[document]))) is None


def test_every_document_is_recorded(made: dict[str, list[str]]) -> None:
    assert made.keys() == THEN.keys()
