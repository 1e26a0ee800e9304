"""Who is told for each unit, and how: the one place where names, numbers and addresses of a unit's people live."""

from giaoban.directory.person import Channel, Duty, Entry, Person, Stop, Why

__all__ = ["Channel", "Duty", "Entry", "Person", "Stop", "Why"]
