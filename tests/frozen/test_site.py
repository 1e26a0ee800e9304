"""The public site of the stored editions says what it said, and its data are the same line by line."""

import pytest

from tests.frozen.difference import difference
from tests.frozen.packed import unpack
from tests.frozen.shown import site

THEN: dict[str, list[str]] = unpack("site.json.xz")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return site(tmp_path_factory.mktemp("site"))


@pytest.mark.parametrize("path", sorted(THEN))
def test_a_page_or_table_says_what_it_said(shown: dict[str, list[str]], path: str) -> None:
    assert difference(dict(enumerate(THEN[path])), dict(enumerate(shown.get(path, [])))) is None


def test_every_page_and_table_is_recorded(shown: dict[str, list[str]]) -> None:
    assert shown.keys() == THEN.keys()
