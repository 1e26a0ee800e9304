"""Few random examples for each mutant, and always the same: it is killed by a rule's own tests, not by luck."""

from hypothesis import HealthCheck, Phase, settings

# Whether one fails is all that is asked: no smaller example is looked for.
settings.register_profile(
    "mutants", max_examples=20, derandomize=True, database=None, deadline=None,
    phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck),
)  # fmt: skip


def pytest_collection() -> None:
    """After the tests' own profile, before any test is read."""
    settings.load_profile("mutants")
