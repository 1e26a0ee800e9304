"""The linter finds what names one machine, and runs everything it promises."""

import pytest

from tools.lint import names_here


@pytest.mark.parametrize("line", ["/{}/me/x", "see /{}/project.py", '"/{}/.cache"'])
@pytest.mark.parametrize("folder", ["root", "home/me", "work"])
def test_a_folder_of_one_machine_is_found(line: str, folder: str):
    assert names_here(line.format(folder))


@pytest.mark.parametrize("line", ["/usr/bin/chromium", "/var/task", "PUT /v1/session", "docs/work.md", "make run"])
def test_what_every_machine_has_is_not(line: str):
    assert not names_here(line)
