"""All units of a day as squares, one each, those on time first."""

from collections.abc import Sequence

from markupsafe import Markup

from giaoban.publish.charts.svg import element, picture, words

COLUMNS, STEP, SIDE = 18, 20, 17
_OPACITY = {"on_time": 1.0, "late": 0.6, "missing": 0.2, "excused": 0.35, "expected": 0.1}


def squares(name: str, units: Sequence[tuple[str, str]], title: str, description: str) -> Markup:
    """(state, name) of each unit, in the order drawn."""
    rows = -(-len(units) // COLUMNS)
    drawn = [_square(number, state, told) for number, (state, told) in enumerate(units)]
    size = (COLUMNS * STEP - STEP + SIDE, rows * STEP - STEP + SIDE)
    return picture(name, title, description, size, drawn, class_="squares")


def _square(number: int, state: str, told: str) -> Markup:
    return element(
        "rect",
        words("title", told),
        class_=state,
        x=number % COLUMNS * STEP,
        y=number // COLUMNS * STEP,
        width=SIDE,
        height=SIDE,
        rx=2,
        fill="currentColor",
        fill_opacity=_OPACITY[state],
    )
