"""The campaign's days side by side: one unit's strip of states, and how all units reported each day.

The height says what the colour says: on time is full, late two thirds, missing a stub, excused an outline.
"""

from collections.abc import Sequence

from markupsafe import Markup

from giaoban.publish.charts.svg import decoration, element, picture, words

STEP, HEIGHT = 10, 30
_HEIGHTS = {"on_time": 30, "late": 19, "missing": 7, "excused": 30, "expected": 2, "none": 2}
STACK = ("on_time", "late", "excused", "missing")
_OPACITY = {"on_time": 1.0, "late": 0.6, "missing": 0.35, "excused": 0.2}


def strip(name: str, states: Sequence[tuple[str, str]], title: str, description: str) -> Markup:
    """One cell a day: (state, what is said of the day when pointed at); the state `none` is a day without edition."""
    cells = [_cell(number * STEP, state, told) for number, (state, told) in enumerate(states)]
    size = (len(states) * STEP, HEIGHT)
    return picture(name, title, description, size, cells, class_="strip", preserveAspectRatio="none")


def _cell(x: int, state: str, told: str) -> Markup:
    height = _HEIGHTS[state]
    return element(
        "rect",
        words("title", told),
        class_=state,
        x=x + 1,
        y=HEIGHT - height,
        width=STEP - 2,
        height=height,
        fill="currentColor",
        fill_opacity=_OPACITY.get(state, 0.15),
    )


def mini(states: Sequence[tuple[str, str]]) -> Markup:
    """A strip as small as a line of a list, one path for each state; the words beside it say how many."""
    paths = []
    for state in ("on_time", "late", "missing", "excused"):
        at = [number * STEP + 5 for number, (each, _) in enumerate(states) if each == state]
        drawn = "".join(f"M{x} {HEIGHT}v-{_HEIGHTS[state]}" for x in at)
        if drawn:
            opacity = _OPACITY[state]
            paths.append(
                element("path", class_=state, d=drawn, stroke="currentColor", stroke_width=8, stroke_opacity=opacity)
            )
    return decoration((len(states) * STEP, HEIGHT), paths, class_="mini", preserveAspectRatio="none")


def columns(name: str, days: Sequence[dict[str, int] | None], title: str, description: str) -> Markup:
    """Each day's units, stacked by state; a day without an edition stays empty."""
    drawn = [_column(number * STEP, counts) for number, counts in enumerate(days) if counts]
    size = (len(days) * STEP, 100)
    return picture(name, title, description, size, drawn, class_="columns", preserveAspectRatio="none")


def _column(x: int, counts: dict[str, int]) -> Markup:
    total, below, parts = max(sum(counts.values()), 1), 100.0, []
    for state in STACK:
        height = counts.get(state, 0) * 100 / total
        below -= height
        if height:
            parts.append(
                element(
                    "rect",
                    class_=state,
                    x=x + 1,
                    y=below,
                    width=STEP - 2,
                    height=height,
                    fill="currentColor",
                    fill_opacity=_OPACITY[state],
                )
            )
    return element("g", *parts)


def swatch(state: str) -> Markup:
    """The cell of a legend."""
    height = _HEIGHTS[state]
    cell = element("rect", class_=state, y=HEIGHT - height, width=STEP - 2, height=height, fill="currentColor")
    return decoration((STEP - 2, HEIGHT), [cell], class_="swatch")
