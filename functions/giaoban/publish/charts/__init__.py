"""Charts as inline SVG, drawn when the site is built: readable without script, in both colour schemes and on paper.

Colours are CSS classes (`.on_time`, `.line`), never `style`; without a stylesheet everything is drawn in currentColor.
Each picture carries its title and description; the table that belongs to it stands beneath, in the page.
"""

from giaoban.publish.charts.bars import bar, shares
from giaoban.publish.charts.days import columns, mini, strip, swatch
from giaoban.publish.charts.line import line, spark
from giaoban.publish.charts.squares import squares

__all__ = ["bar", "columns", "line", "mini", "shares", "spark", "squares", "strip", "swatch"]
