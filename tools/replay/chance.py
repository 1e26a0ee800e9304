"""Chance that repeats itself: the same seed and the same question give the same answer, on every machine."""

import hashlib
from math import exp
from random import Random


def chance(seed: int, *about: object) -> Random:
    """A die of its own for each question, so that a new question changes no other answer."""
    question = "/".join(map(str, (seed, *about)))
    return Random(int.from_bytes(hashlib.sha256(question.encode()).digest()[:8]))


def events(die: Random, mean: float) -> int:
    """How often something happens in a day that happens `mean` times on average."""
    return die.binomialvariate(1000, min(mean / 1000, 1.0))


def share(die: Random, whole: int, part: float) -> int:
    """How many of `whole`, each with the probability `part`."""
    return die.binomialvariate(whole, min(max(part, 0.0), 1.0))


def spread(die: Random, middle: float, sigma: float) -> float:
    """Around `middle`, which stays the average; some are much larger (log-normal)."""
    return middle * die.lognormvariate(0, sigma) * exp(-sigma * sigma / 2)
