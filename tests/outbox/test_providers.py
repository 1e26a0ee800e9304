"""What is asked of AWS's clients, checked against their own models; and what each of their errors means."""

from collections.abc import Iterator
from typing import Any

import pytest
from botocore.client import BaseClient
from botocore.exceptions import ClientError, ConnectTimeoutError, EndpointConnectionError, ReadTimeoutError
from botocore.stub import ANY, Stubber

from giaoban.outbox.email import Email
from giaoban.outbox.outcome import NoAnswer, NotNow, Refused, SendOutcome, Taken, outcome_of
from giaoban.outbox.providers import Mailer, Texter, sending_client
from giaoban.outbox.tags import tags_of
from tests.reminders.made import KEY

TAGS = tags_of(KEY, "+84912345678")
LETTER = Email("Hạn 16:00", "text", "<p>html</p>", "BEGIN:VCALENDAR\r\n")


@pytest.fixture
def ses(aws: None) -> Iterator[tuple[BaseClient, Stubber]]:
    yield from _stubbed("sesv2")


@pytest.fixture
def sms(aws: None) -> Iterator[tuple[BaseClient, Stubber]]:
    yield from _stubbed("pinpoint-sms-voice-v2")


def _stubbed(service: str) -> Iterator[tuple[BaseClient, Stubber]]:
    client = sending_client(service)
    with Stubber(client) as stub:
        yield client, stub


def test_an_email_carries_text_html_the_deadline_and_tags(ses: tuple[BaseClient, Stubber]) -> None:
    client, stub = ses
    asked: dict[str, Any] = {
        "FromEmailAddress": "giaoban@giaoban.invalid",
        "Destination": {"ToAddresses": ["sen@giaoban.invalid"]},
        "Content": {"Simple": {"Subject": ANY, "Body": ANY, "Headers": ANY, "Attachments": ANY}},
        "EmailTags": [{"Name": name, "Value": value} for name, value in TAGS.items()],
        "ConfigurationSetName": "giaoban",
    }
    stub.add_response("send_email", {"MessageId": "id-1"}, asked)
    sent = Mailer("giaoban@giaoban.invalid", "giaoban", client).send("sen@giaoban.invalid", LETTER, TAGS)
    assert sent == Taken("id-1")


def test_an_sms_is_transactional_and_its_tags_come_back(sms: tuple[BaseClient, Stubber]) -> None:
    client, stub = sms
    asked: dict[str, Any] = {
        "DestinationPhoneNumber": "+84912345678",
        "OriginationIdentity": "GiaoBan",
        "MessageBody": "Xa Sen",
        "MessageType": "TRANSACTIONAL",
        "TimeToLive": 1800,
        "Context": TAGS,
    }
    stub.add_response("send_text_message", {"MessageId": "id-2"}, asked)
    assert Texter("GiaoBan", client).send("+84912345678", "Xa Sen", TAGS) == Taken("id-2")


@pytest.mark.parametrize("service", ["sesv2", "pinpoint-sms-voice-v2"])
def test_a_client_that_sends_asks_once(aws: None, service: str) -> None:
    assert sending_client(service).meta.config.retries["total_max_attempts"] == 1


def refusal(code: str, status: int, **more: str) -> ClientError:
    metadata = {"HTTPStatusCode": status, "RequestId": "x", "HostId": "", "HTTPHeaders": {}, "RetryAttempts": 0}
    return ClientError(
        {"Error": {"Code": code, "Message": "sen@giaoban.invalid"}, "ResponseMetadata": metadata, **more}, "x"
    )  # type: ignore[typeddict-item]


@pytest.mark.parametrize(
    "error, outcome",
    [
        (refusal("TooManyRequestsException", 429), NotNow()),
        (refusal("ThrottlingException", 400), NotNow()),
        (refusal("MessageRejected", 400), Refused("MessageRejected")),
        (refusal("ConflictException", 400, Reason="DESTINATION_PHONE_NUMBER_OPTED_OUT"), Refused("ConflictException", True)),
        (refusal("InternalServerException", 500), NoAnswer()),
        (ReadTimeoutError(endpoint_url="x"), NoAnswer()),
        (ConnectTimeoutError(endpoint_url="x"), NotNow()),
        (EndpointConnectionError(endpoint_url="x"), NotNow()),
    ],
    ids=lambda each: type(each).__name__,
)  # fmt: skip
def test_only_what_was_certainly_not_taken_is_tried_again(error: Any, outcome: SendOutcome) -> None:
    assert outcome_of(error) == outcome
