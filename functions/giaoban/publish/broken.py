"""A site that must not be published; the one of yesterday stays."""


class BrokenSite(Exception):
    """What is wrong, for the engineer who gets the alarm."""
