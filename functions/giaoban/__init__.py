"""Giao Ban: every unit reports once a day; one consolidated edition leaves before the hour is over."""

__version__ = "0.1.0"
