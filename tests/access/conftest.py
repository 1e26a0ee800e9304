"""The store of grants, on both engines and in memory."""

import pytest

from giaoban.access.grant import Grant
from giaoban.access.store import GrantStore
from tests.access.fake_grants import FakeGrantStore
from tests.access.made import grant
from tests.engines.fixtures import Engine


@pytest.fixture(params=["moto", "dynalite", "memory"])
def grants(request: pytest.FixtureRequest) -> GrantStore | FakeGrantStore:
    """The real store on both engines, and the fake one that other tests stand on."""
    if request.param == "memory":
        return FakeGrantStore()
    engine: Engine = request.getfixturevalue(f"on_{request.param}")
    return GrantStore(engine.access)


@pytest.fixture
def link(grants: GrantStore) -> Grant:
    made = grant()
    assert grants.add(made)
    return made
