"""E-mail through SES (v2) and SMS through AWS End User Messaging: one attempt a call, never a hidden second one."""

from collections.abc import Mapping

import botocore.session
from botocore.client import BaseClient
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from giaoban.dynamodb import NAMED
from giaoban.outbox.email import Email
from giaoban.outbox.outcome import SendOutcome, Taken, outcome_of

# A reminder that a carrier still holds after this long is of no use to anybody.
SMS_LIVES_SECONDS = 1800
type Tags = Mapping[str, str]


def sending_client(service: str) -> BaseClient:
    """botocore's own retries can send one message three times (design decision 5)."""
    retries = {"total_max_attempts": 1}
    patience = NAMED.merge(Config(connect_timeout=1, read_timeout=5, retries=retries, max_pool_connections=20))
    return botocore.session.get_session().create_client(service, config=patience)


class Mailer:
    """Sends from one address; `events`: the configuration set that publishes what becomes of it."""

    def __init__(self, sender: str, events: str, ses: BaseClient | None = None) -> None:
        self._sender, self._events, self._ses = sender, events, ses or sending_client("sesv2")

    def send(self, address: str, letter: Email, tags: Tags) -> SendOutcome:
        """`tags` come back with each event about the message."""
        simple = {
            "Subject": _text(letter.subject),
            "Body": {"Text": _text(letter.text), "Html": _text(letter.html)},
            "Headers": [{"Name": "Auto-Submitted", "Value": "auto-generated"}],
        }
        if letter.calendar:
            simple["Attachments"] = [_calendar(letter.calendar)]
        try:
            answer = self._ses.send_email(
                FromEmailAddress=self._sender,
                Destination={"ToAddresses": [address]},
                Content={"Simple": simple},
                EmailTags=[{"Name": name, "Value": value} for name, value in tags.items()],
                ConfigurationSetName=self._events,
            )
        except (BotoCoreError, ClientError) as error:
            return outcome_of(error)
        return Taken(answer["MessageId"])


class Texter:
    """Sends under one registered name."""

    def __init__(self, sender: str, sms: BaseClient | None = None) -> None:
        self._sender, self._sms = sender, sms or sending_client("pinpoint-sms-voice-v2")

    def send(self, number: str, text: str, tags: Tags) -> SendOutcome:
        """`tags` come back with each event about the message."""
        try:
            answer = self._sms.send_text_message(
                DestinationPhoneNumber=number,
                OriginationIdentity=self._sender,
                MessageBody=text,
                MessageType="TRANSACTIONAL",
                TimeToLive=SMS_LIVES_SECONDS,
                Context=dict(tags),
            )
        except (BotoCoreError, ClientError) as error:
            return outcome_of(error)
        return Taken(answer["MessageId"])


def _text(data: str) -> dict[str, str]:
    return {"Data": data, "Charset": "UTF-8"}


def _calendar(content: str) -> dict[str, object]:
    return {
        "FileName": "han-bao-cao.ics",
        "ContentType": "text/calendar; charset=utf-8; method=PUBLISH",
        "RawContent": content.encode(),
        "ContentDisposition": "ATTACHMENT",
    }
