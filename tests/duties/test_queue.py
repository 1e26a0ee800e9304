"""What the duties' queue does not take, whoever asks is told of: it is not done by itself."""

from datetime import date
from typing import Any

import pytest
from botocore.exceptions import EndpointConnectionError

from giaoban.duties.duty import Duty, What
from giaoban.duties.queue import DutyQueue
from giaoban.problem import Unavailable
from tests.reports.made import at

DUTIES = [Duty(What.WAVE, f"c{number}", at("15:45"), date(2025, 8, 2), "late") for number in range(12)]


class Sqs:
    def __init__(self, takes: int = 99) -> None:
        self.calls: list[int] = []
        self.takes = takes

    def send_message_batch(self, QueueUrl: str, Entries: list[dict[str, str]]) -> dict[str, Any]:  # noqa: N803, ARG002
        self.calls.append(len(Entries))
        return {"Successful": Entries[: self.takes]}


def test_ten_are_asked_for_in_one_call() -> None:
    sqs = Sqs()
    DutyQueue("url", sqs).ask(DUTIES)  # type: ignore[arg-type]
    assert sqs.calls == [10, 2]


def test_one_that_is_not_taken_is_told() -> None:
    with pytest.raises(Unavailable):
        DutyQueue("url", Sqs(takes=9)).ask(DUTIES)  # type: ignore[arg-type]


def test_a_queue_that_is_not_there_is_told() -> None:
    class Silent:
        def send_message_batch(self, **_: object) -> None:
            raise EndpointConnectionError(endpoint_url="x")

    with pytest.raises(Unavailable):
        DutyQueue("url", Silent()).ask(DUTIES)  # type: ignore[arg-type]
