"""A change as a document writes it: where not all units can be compared, with how many can."""

from collections.abc import Sequence

from giaoban.documents.words import say
from giaoban.editions.content.figures import Figure, Target
from giaoban.editions.content.period import PeriodTarget
from giaoban.numbers import signed, whole


def sum_moved(figure: Figure) -> str:
    """Of a figure or a total, for a cell: +12, or +12 (84)."""
    change = signed(figure["change"])
    return f"{change} ({whole(figure.get('compared'))})" if is_left_out(figure, due_of(figure)) else change


def is_left_out(moved: Figure | Target | PeriodTarget, due: int) -> bool:
    """Whether some units are not in the change; the first editions did not know."""
    return moved["change"] is not None and moved.get("compared", due) < due


def in_words(change: str, moved: Figure | Target | PeriodTarget, due: int) -> str:
    """For a sentence."""
    if not is_left_out(moved, due):
        return change
    return say("change_compared", change=change, compared=moved.get("compared", due), due=due)


def due_of(figure: Figure) -> int:
    """How many units owe a figure."""
    return figure["units"] + figure["blank"]


def note(targets: Sequence[tuple[Target | PeriodTarget, int]]) -> list[str]:
    """Of how few units the changes of these targets are; nothing where of all. With each target, how many units owe it."""
    left_out = [(target.get("compared", due), due) for target, due in targets if is_left_out(target, due)]
    if not left_out:
        return []
    least, due = min(left_out, key=lambda each: each[0] / each[1])
    return [say("compared_note", least=least, due=due)]
