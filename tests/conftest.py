"""What every test may ask for: the real campaign, a small one, the engines; and: nothing is skipped quietly."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from xdist.remote import Producer

from giaoban.campaign import Campaign, load
from giaoban.schemas import schemas_folder
from tests.campaign.small import write_campaign
from tests.shared import Shared, turn

pytest_plugins = ["tests.engines.fixtures"]

# The same examples in every run: a build breaks by what was changed in it.
settings.register_profile("giaoban", deadline=None, database=None, derandomize=True)
settings.load_profile("giaoban")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: turn(item.path.as_posix()))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Shared:
    return Shared(config, log)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if left_out := _left_out(terminalreporter.config):
        terminalreporter.section("left out, and GIAOBAN_NO_SKIPS=1 forbids it", red=True)
        terminalreporter.write_line("\n".join(report.nodeid for report in left_out))


def pytest_sessionfinish(session: pytest.Session) -> None:
    if _left_out(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _left_out(config: pytest.Config) -> list[pytest.TestReport]:
    reporter = config.pluginmanager.getplugin("terminalreporter")
    if os.environ.get("GIAOBAN_NO_SKIPS") != "1" or not reporter:
        return []
    return [*reporter.stats.get("skipped", []), *reporter.stats.get("xfailed", []), *reporter.stats.get("xpassed", [])]


@pytest.fixture(scope="session")
def hanoi() -> Campaign:
    """The real campaign, as it is shipped."""
    return load(schemas_folder() / "campaigns" / "hanoi-45")


@pytest.fixture(scope="session")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Campaign:
    """A small campaign that goes on as long as the real one; see tests/campaign/small.py."""
    return load(small_folder(tmp_path_factory.mktemp("campaigns")))


@pytest.fixture(scope="session")
def reminding(campaign: Campaign, hanoi: Campaign) -> Campaign:
    """The small campaign with the real one's waves, messages and limits."""
    assert hanoi.reminders
    dated = tuple(replace(each, owner="communes") for each in hanoi.reminders.milestones.dated[:1])
    milestones = replace(hanoi.reminders.milestones, dated=dated)
    return replace(campaign, reminders=replace(hanoi.reminders, milestones=milestones))


def small_folder(under: Path) -> Path:
    folder = under / "lang-sen"
    write_campaign(folder)
    return folder
