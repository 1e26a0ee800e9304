"""A share over the campaign's days. A day without a value is a gap in the line; days to come are empty."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from giaoban.publish.charts.svg import decoration, element, picture, words

WHOLE = 10_000


@dataclass(frozen=True)
class Sheet:
    """The paper of one width: two are drawn, the stylesheet shows the one that fits, so that text stays readable."""

    css: str
    width: int
    height: int
    grid: tuple[int, ...]
    every: int
    left: int = 44
    right: int = 16
    top: int = 22
    bottom: int = 26

    def x(self, number: int, days: int) -> float:
        return self.left + (self.width - self.left - self.right) * (number + 0.5) / days

    def y(self, value: int) -> float:
        return self.top + (self.height - self.top - self.bottom) * (1 - value / WHOLE)


WIDE = Sheet("line wide", 760, 280, (0, 25, 50, 75, 100), 7)
NARROW = Sheet("line narrow", 340, 210, (0, 50, 100), 14, left=40, right=10)


@dataclass(frozen=True)
class Drawn:
    """What a line shows: a value a day (hundredths of a percent, None for a gap), the goal, and its words."""

    values: Sequence[int | None]
    labels: Sequence[str]
    told: Sequence[str]
    goal: int
    goal_words: str
    last_words: str


def line(name: str, drawn: Drawn, title: str, description: str) -> Markup:
    """Both widths of one chart."""
    return Markup("").join(
        _sheet(f"{name}-{sheet.css[5]}", drawn, title, description, sheet) for sheet in (WIDE, NARROW)
    )


def spark(values: Sequence[int | None], top: int | None = None) -> Markup:
    """A line as small as a word; the number stands beside it."""
    highest = top or max((value for value in values if value is not None), default=0) or 1
    points = [
        None if value is None else (number * 2.0 + 1, 21 - 20 * value / highest) for number, value in enumerate(values)
    ]
    return decoration((len(values) * 2, 22), [*_stroke(points, 1.5)], class_="spark", preserveAspectRatio="none")


def _sheet(name: str, drawn: Drawn, title: str, description: str, sheet: Sheet) -> Markup:
    days = len(drawn.values)
    points = [
        None if value is None else (sheet.x(number, days), sheet.y(value)) for number, value in enumerate(drawn.values)
    ]
    parts = [*_grid(sheet), *_dates(sheet, drawn), *_goal(sheet, drawn), *_stroke(points, 2.5), *_dots(sheet, drawn)]
    return picture(name, title, description, (sheet.width, sheet.height), parts, class_=sheet.css)


def _grid(sheet: Sheet) -> Iterator[Markup]:
    for share in sheet.grid:
        y = sheet.y(share * 100)
        yield element(
            "path",
            class_="grid",
            d=f"M{sheet.left} {y:.1f}H{sheet.width - sheet.right}",
            stroke="currentColor",
            stroke_opacity=0.2,
        )
        yield words(
            "text", f"{share}%", class_="axis", x=sheet.left - 8, y=y + 4, text_anchor="end", fill="currentColor"
        )


def _dates(sheet: Sheet, drawn: Drawn) -> Iterator[Markup]:
    for number in range(0, len(drawn.labels), sheet.every):
        x = sheet.x(number, len(drawn.labels))
        yield words(
            "text",
            drawn.labels[number],
            class_="axis",
            x=x,
            y=sheet.height - 6,
            text_anchor="middle",
            fill="currentColor",
        )


def _goal(sheet: Sheet, drawn: Drawn) -> Iterator[Markup]:
    y = sheet.y(drawn.goal)
    yield element(
        "path",
        class_="goal",
        d=f"M{sheet.left} {y:.1f}H{sheet.width - sheet.right}",
        stroke="currentColor",
        stroke_width=1.5,
        stroke_dasharray="5 4",
    )
    yield words(
        "text",
        drawn.goal_words,
        class_="goal-words",
        x=sheet.width - sheet.right,
        y=y - 7,
        text_anchor="end",
        fill="currentColor",
    )


def _stroke(points: Sequence[tuple[float, float] | None], width: float) -> Iterator[Markup]:
    """One path for each run of days without a gap; a day alone between gaps becomes a dot."""
    for has_value, run in groupby(points, key=lambda point: point is not None):
        if has_value:
            at = [point for point in run if point]
            path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in at) + ("h.1" if len(at) == 1 else "")
            yield element(
                "path",
                class_="stroke",
                d=path,
                fill="none",
                stroke="currentColor",
                stroke_width=width,
                stroke_linecap="round",
                stroke_linejoin="round",
                vector_effect="non-scaling-stroke",
            )


def _dots(sheet: Sheet, drawn: Drawn) -> Iterator[Markup]:
    """A place to point at for each day on the wide sheet, and the last value in words on both."""
    known = [(number, value) for number, value in enumerate(drawn.values) if value is not None]
    days = len(drawn.values)
    for number, value in known if sheet is WIDE else []:
        told = words("title", drawn.told[number])
        yield element(
            "circle", told, class_="dot", cx=sheet.x(number, days), cy=sheet.y(value), r=5, fill="transparent"
        )
    for number, value in known[-1:]:
        x, y = sheet.x(number, days), sheet.y(value)
        yield element("circle", class_="last", cx=x, cy=y, r=5, fill="currentColor")
        # Below a line that falls, so that it does not run through the words; else where there is room.
        is_high, falls = value > WHOLE * 0.85 or value >= drawn.goal - 800, [each for _, each in known[-2:-1]] > [value]
        below = y + 20 if is_high or (falls and value > WHOLE * 0.1) else y - 12
        anchor = "end" if number > days * 0.8 else "middle" if number > days * 0.1 else "start"
        yield words(
            "text", drawn.last_words, class_="last-words", x=x, y=below, text_anchor=anchor, fill="currentColor"
        )
