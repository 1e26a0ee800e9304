"""Who is told for each unit, and how: the one place where names, numbers and addresses of a unit's people live."""

from giaoban.directory.person import Entry, Person, Stop

__all__ = ["Entry", "Person", "Stop"]
