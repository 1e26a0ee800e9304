"""One function: our own faults are told and logged without a word of what was sent."""

import io
import json
from typing import Any

import pytest
from aws_lambda_powertools import Logger

from giaoban.access.guard import Guard
from giaoban.campaign import Campaign
from giaoban.campaign.routes import campaign_routes
from giaoban.reports.routes import report_routes
from giaoban.web.app import make_app, make_handler
from tests.access.fake_grants import FakeGrantStore
from tests.access.made import signed_in
from tests.reports.fake_store import FakeReportStore
from tests.reports.made import body, new_id
from tests.web.event import ORIGIN, body_of, event

PATH = "/v1/campaigns/lang-sen/days/2025-08-02/reports/00001"
TOLD = "chuyện riêng của Bà Sen"


class BrokenStore(FakeReportStore):
    def unit_day(self, *_: Any) -> Any:
        raise RuntimeError(TOLD)


def call(campaign: Campaign, store: FakeReportStore) -> tuple[dict[str, Any], str]:
    """The answer to a report, and all that was logged."""
    grants, lines = FakeGrantStore(), io.StringIO()
    routers = campaign_routes({"lang-sen": campaign}), report_routes({"lang-sen": campaign}, store)  # type: ignore[arg-type]
    app = make_app(Guard(grants, {"lang-sen": campaign}, ORIGIN), *routers)  # type: ignore[arg-type]
    logger = Logger(service=new_id(), stream=lines, level="INFO")
    sent = event("PUT", PATH, cookie=signed_in(grants), body=body(notes={"difficulties": TOLD}))
    return make_handler(app, logger)(sent, None), lines.getvalue()


def test_a_fault_of_ours_is_a_500_in_both_languages_that_tells_nothing(campaign: Campaign) -> None:
    answered, _ = call(campaign, BrokenStore())
    assert (answered["statusCode"], answered["headers"]["Content-Type"]) == (500, "application/problem+json")
    assert body_of(answered)["type"] == "urn:giaoban:problem:broken"
    assert TOLD not in answered["body"]
    assert "RuntimeError" not in answered["body"]


def test_the_log_names_the_fault_by_its_type(campaign: Campaign) -> None:
    _, logged = call(campaign, BrokenStore())
    assert "RuntimeError" in logged


@pytest.mark.parametrize("store", [FakeReportStore()])
def test_the_log_has_one_line_per_answer_without_figures_texts_or_secrets(
    campaign: Campaign, store: FakeReportStore
) -> None:
    answered, logged = call(campaign, store)
    assert answered["statusCode"] == 201
    (line,) = [json.loads(each) for each in logged.splitlines()]
    assert (line["message"], line["status"]) == ("answered", 201)
    assert TOLD not in logged
    assert "__Host-" not in logged
    assert "dossiers_online" not in logged
