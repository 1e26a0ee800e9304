"""A share as a bar with its goal; a whole cut into its parts."""

from collections.abc import Sequence

from markupsafe import Markup

from giaoban.publish.charts.svg import element, picture

WHOLE = 10_000  # hundredths of a percent


def bar(name: str, value: int | None, goal: int, title: str, description: str) -> Markup:
    """`value` and `goal` in hundredths of a percent; nothing known draws an empty track."""
    track = element("rect", class_="track", width=WHOLE, height=100, fill="currentColor", fill_opacity=0.12)
    met = "value met" if value is not None and value >= goal else "value"
    filled = element("rect", class_=met, width=min(value or 0, WHOLE), height=100, fill="currentColor")
    mark = element("rect", class_="goal", x=goal - 30, width=60, height=100, fill="currentColor")
    parts = [track, filled, *([mark] if goal < WHOLE else [])]
    return picture(name, title, description, (WHOLE, 100), parts, class_="bar", preserveAspectRatio="none")


def shares(name: str, parts: Sequence[tuple[str, int]], title: str, description: str) -> Markup:
    """A whole cut into parts, each with the class that colours it; a thin gap keeps them apart in print."""
    total = sum(size for _, size in parts)
    drawn, at = [], 0.0
    for colour, size in parts:
        width = size * 1000 / total
        drawn.append(element("rect", class_=colour, x=at + 1, width=width - 2, height=100, fill="currentColor"))
        at += width
    return picture(name, title, description, (1000, 100), drawn, class_="shares", preserveAspectRatio="none")
