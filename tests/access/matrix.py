"""Who shall be able to use which route: kept by hand in matrix.csv, from what the design and the duties say.

`own`: of one's own unit or provider in one's own campaign; `all`: of every one; `no`.
"""

import csv
from pathlib import Path

from giaoban.access import Role

LINES = list(csv.DictReader((Path(__file__).parent / "matrix.csv").read_text(encoding="utf-8").splitlines()))
CAPABILITY = {line["route"]: line["capability"] or None for line in LINES}
EXPECTED = {(line["route"], role): line[role] for line in LINES for role in Role}
