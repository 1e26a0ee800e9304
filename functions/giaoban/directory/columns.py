"""The words of the list of people: its columns, roles, channels and languages."""

from pathlib import Path

from giaoban.lists.columns import Columns

COLUMNS = Columns(Path(__file__).with_name("columns.json"), needed=("unit", "role", "name"))
