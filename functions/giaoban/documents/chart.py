"""The one chart: how the reports came, day by day. Its trend is seen at a glance, in a table it is not."""

import json
from collections.abc import Sequence
from pathlib import Path

import typst

from giaoban.documents.words import say
from giaoban.editions.content.period import PeriodDay
from giaoban.letters.dates import day_text
from giaoban.letters.font import FAMILY

_FORM = (Path(__file__).parent / "chart.typ").read_bytes()
_STATES = ("on_time", "late", "missing")
_MOST_NAMES = 9
_DOTS_PER_INCH = 200


def reporting_chart(days: Sequence[PeriodDay], fonts: Path) -> bytes:
    """PNG. With many days not every one has its date below."""
    step = max(1, -(-len(days) // _MOST_NAMES))
    shown = [
        {
            "name": day_text(day["day"])[:5] if number % step == 0 else "",
            "values": [day["counts"]["on_time"], day["counts"]["late"], day["counts"]["missing"]],
        }
        for number, day in enumerate(days)
    ]
    drawn = typst.compile(
        _FORM,
        font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)]),
        ignore_system_fonts=True,
        sys_inputs={
            "chart": json.dumps({"days": shown, "names": [say(f"state_{state}") for state in _STATES]}),
            "font": FAMILY,
        },
        format="png",
        ppi=_DOTS_PER_INCH,
    )
    if not isinstance(drawn, bytes):
        raise TypeError("a chart is one picture")
    return drawn
