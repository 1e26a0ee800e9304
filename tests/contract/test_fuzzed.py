"""Whatever a machine makes of openapi.json, anyone, a unit or a coordinator may send it: every answer is described.

Some seconds of it here, the same in every run; GIAOBAN_EXAMPLES=300 asks for so many of each operation, with every
boundary case that the description has.
"""

import os
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import Phase, settings
from schemathesis.config import SchemathesisConfig

from giaoban.access import Role
from tests.contract.client import COOKIE
from tests.contract.described import Described
from tests.contract.likely import COMMUNE, MOMENTS, UNITS, likely_document
from tests.contract.system import System, running

EXAMPLES = int(os.environ.get("GIAOBAN_EXAMPLES", "15"))
IS_LONG = "GIAOBAN_EXAMPLES" in os.environ
# Some scenarios are begun and thrown away: about twice as many need a commune, and two machines share 124.
SCENARIOS, STEPS = (25, 30) if IS_LONG else (20, 10)
WHO = ("anyone", "reporter", "coordinator")

CONFIG = SchemathesisConfig.from_dict(
    {
        "seed": 45,
        "generation": {
            "mode": "all",
            "max-examples": EXAMPLES,
            "deterministic": True,
            "database": "none",
            "with-security-parameters": False,
        },
        "phases": {"coverage": {"enabled": IS_LONG}},
        "checks": {
            name: {"enabled": False}
            for name in (
                # A rule of the campaign may refuse what the schema allows, and the other way round.
                "positive_data_acceptance",
                "negative_data_rejection",
                # The gateway answers 404 for a method that no route has.
                "unsupported_method",
                # Held by tests of their own, with sessions of every kind.
                "ignored_auth",
                "missing_required_header",
                "use_after_free",
                "ensure_resource_availability",
            )
        },
    }
)
SCHEMA = schemathesis.openapi.from_dict(likely_document(), config=CONFIG)
type Headers = dict[str, str]
type SignedIn = Callable[[str, str], Headers]


@pytest.fixture(scope="module")
def fuzzed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """A system of its own: nothing that is stored here may surprise another test."""
    with running(tmp_path_factory.mktemp("build")) as started:
        yield started


@pytest.fixture(scope="module")
def fresh_units(fuzzed: System) -> Iterator[str]:
    communes = [unit.code for unit in fuzzed.campaign.units.values() if unit.kind == "commune"]
    return iter([code for code in communes if code not in UNITS])


@pytest.fixture(scope="module")
def signed_in(fuzzed: System) -> SignedIn:
    """The headers of somebody; whoever signs out does so from a session that nobody else needs."""
    bearer = {"Authorization": f"Bearer {fuzzed.staff_token('dieu-phoi-1')}"}
    kept = {who: cookie_of(fuzzed, who, COMMUNE) for who in WHO[1:]}

    def headers(who: str, method: str) -> Headers:
        if who == "anyone":
            return {}
        own = cookie_of(fuzzed, who, COMMUNE) if method == "DELETE" else kept[who]
        return {"Cookie": f"{COOKIE}={own}", **(bearer if who == "coordinator" else {})}

    return headers


def cookie_of(fuzzed: System, who: str, unit: str) -> str:
    """A new session."""
    if who == "reporter":
        return fuzzed.reporter(unit, fuzzed.campaign.last_day).cookie
    return fuzzed.member(who, Role.COORDINATOR).cookie


def moment_of(case: Any) -> str:
    """Some moment, the same for the same request."""
    return MOMENTS[zlib.crc32(repr((case.path_parameters, case.body)).encode("utf-8", "replace")) % len(MOMENTS)]


def judge(case: Any, answer: Any) -> None:
    """Ours is the stricter judge of bodies and headers; the other one is somebody else's."""
    case.validate_response(answer)
    plain = {name: values[0] for name, values in answer.headers.items()}
    url = str(answer.request.url).partition("/v1/")[2]
    Described().check(case.method, f"/v1/{url}", answer.status_code, plain, answer.content)


@pytest.mark.parametrize("who", WHO)
@SCHEMA.parametrize()
def test_every_answer_is_described(case: Any, who: str, fuzzed: System, signed_in: SignedIn) -> None:
    headers = {"giaoban-at": moment_of(case), **signed_in(who, case.method)}
    judge(case, case.call(base_url=fuzzed.origin, headers=headers))


@pytest.mark.parametrize("who", WHO[1:])
def test_one_request_after_the_other(who: str, fuzzed: System, fresh_units: Iterator[str]) -> None:
    """Each scenario has a commune of its own on which nothing is stored: what comes of it depends on nothing before."""

    class Machine(SCHEMA.as_state_machine()):  # type: ignore[misc]
        def setup(self) -> None:
            self.unit = next(fresh_units)
            self.headers = {"giaoban-at": MOMENTS[0], "Cookie": f"{COOKIE}={cookie_of(fuzzed, who, self.unit)}"}

        def before_call(self, case: Any) -> None:
            if case.path_parameters.get("u") in UNITS[:-1]:
                case.path_parameters["u"] = self.unit
            if isinstance(case.body, dict) and isinstance(case.body.get("units"), list):
                case.body["units"] = [self.unit if each in UNITS[:-1] else each for each in case.body["units"]]

        def get_call_kwargs(self, _: Any) -> dict[str, Any]:
            return {"base_url": fuzzed.origin, "headers": self.headers}

        def validate_response(self, response: Any, case: Any, *_: Any, **__: Any) -> None:
            judge(case, response)

    Machine.run(settings=settings(max_examples=SCENARIOS, stateful_step_count=STEPS, phases=[Phase.generate]))
