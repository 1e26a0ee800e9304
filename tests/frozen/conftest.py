"""The stored days, and today's answers about them, once for all tests that compare."""

from collections.abc import Iterator

import pytest

from tests.frozen.answered import Answer, answers
from tests.frozen.stored import Stored, stored_days


@pytest.fixture(scope="package")
def stored(dynalite: str) -> Iterator[Stored]:
    with stored_days(dynalite) as days:
        yield days


@pytest.fixture(scope="package")
def answered(stored: Stored) -> dict[str, Answer]:
    return dict(answers(stored))
