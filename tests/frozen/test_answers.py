"""What the days' readers were answered, they are answered still: boards, reports, drafts, links, lists, refusals."""

import pytest

from tests.frozen.answered import Answer
from tests.frozen.difference import difference
from tests.frozen.packed import unpack

THEN: dict[str, Answer] = unpack("answers.json.xz")


@pytest.mark.parametrize("question", sorted(THEN))
def test_the_answer_is_what_it_was(answered: dict[str, Answer], question: str) -> None:
    assert difference(THEN[question], answered[question]) is None


def test_every_question_has_its_recorded_answer(answered: dict[str, Answer]) -> None:
    assert answered.keys() == THEN.keys()
