"""Whatever can become of a message has its word, in both languages; and no word is left over."""

from giaoban.contact import Channel, Duty
from giaoban.outbox.message import Fate, MessageState
from giaoban.reminders.words import _words


def test_every_word_is_there_and_used() -> None:
    named = {f"duty_{each}" for each in Duty} | {f"channel_{each}" for each in Channel}
    became = {f"message_{each.lower()}" for each in MessageState} | {f"fate_{each}" for each in Fate}
    assert set(_words()) == named | became | {"no_number", "wave_milestones"}


def test_a_word_stands_in_both_languages() -> None:
    assert all(each.vi.strip() and each.en.strip() for each in _words().values())
