"""Editions to make documents of, and LibreOffice to open what was made."""

import pytest

from giaoban.campaign import Campaign
from tests.documents.office import Office
from tests.documents.scene import Made, editions


@pytest.fixture(scope="session")
def made(hanoi: Campaign) -> dict[str, Made]:
    return editions(hanoi)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))
