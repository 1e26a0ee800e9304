"""The providers' stand-ins, called by AWS's own clients: what they keep, and every way in which they can fail."""

import asyncio
import time
from collections.abc import AsyncIterator
from datetime import datetime
from email.message import EmailMessage
from typing import Any

import botocore.session
import pytest
from botocore.client import BaseClient
from botocore.config import Config
from botocore.exceptions import ClientError, ReadTimeoutError

from tools.runner.clock import TENTH_DAY
from tools.runner.providers import Attachment, Behaviour, Manner, Message, Providers, Receipts

pytestmark = pytest.mark.anyio
MAIL = {
    "FromEmailAddress": "giaoban@giaoban.invalid",
    "Destination": {"ToAddresses": ["lanh-dao@giaoban.invalid"]},
    "Content": {
        "Simple": {
            "Subject": {"Data": "Báo cáo ngày 02/8/2025"},
            "Body": {"Text": {"Data": "126 phường, xã"}, "Html": {"Data": "<p>126 phường, xã</p>"}},
            "Attachments": [{"FileName": "bao-cao.pdf", "ContentType": "application/pdf", "RawContent": b"%PDF"}],
        }
    },
}
SMS = {"DestinationPhoneNumber": "+84000000000", "OriginationIdentity": "GIAOBAN", "MessageBody": "Chua bao cao"}


@pytest.fixture
async def receipts() -> list[Message]:
    return []


@pytest.fixture
async def providers(receipts: list[Message]) -> AsyncIterator[Providers]:
    providers = Providers(lambda: TENTH_DAY, receipts.append)
    await providers.start()
    yield providers
    await providers.stop()


def client(providers: Providers, service: str) -> BaseClient:
    """As the functions make theirs: what sends is never tried again by itself (design decision 5)."""
    session = botocore.session.Session()
    session.set_credentials("local", "local")
    patience = Config(connect_timeout=1, read_timeout=0.5, retries={"total_max_attempts": 1})
    return session.create_client(service, "ap-southeast-1", endpoint_url=providers.endpoint, config=patience)


async def send(providers: Providers, told: dict[str, Any] = MAIL) -> str:
    return str((await asyncio.to_thread(client(providers, "sesv2").send_email, **told))["MessageId"])


async def send_sms(providers: Providers, told: dict[str, Any] = SMS) -> str:
    sms = client(providers, "pinpoint-sms-voice-v2")
    return str((await asyncio.to_thread(sms.send_text_message, **told))["MessageId"])


async def test_an_e_mail_is_kept_whole_with_the_campaigns_time(providers: Providers):
    sent = await send(providers)
    (message,) = providers.messages
    assert (message.id, message.channel, message.at) == (sent, "email", TENTH_DAY)
    assert (message.sender, message.to) == ("giaoban@giaoban.invalid", ("lanh-dao@giaoban.invalid",))
    assert (message.subject, message.text) == ("Báo cáo ngày 02/8/2025", "126 phường, xã")
    assert message.html == "<p>126 phường, xã</p>"
    assert message.attachments == (Attachment("bao-cao.pdf", "application/pdf", b"%PDF"),)


async def test_a_raw_e_mail_is_read_like_any_other(providers: Providers):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "giaoban@giaoban.invalid", "a@giaoban.invalid", "Báo cáo"
    mail.set_content("Chào")
    mail.add_alternative("<b>Chào</b>", subtype="html")
    mail.add_attachment(b"PK", maintype="application", subtype="zip", filename="a.zip")
    await send(providers, {"Content": {"Raw": {"Data": mail.as_bytes()}}})
    (message,) = providers.messages
    assert (message.sender, message.to) == ("giaoban@giaoban.invalid", ("a@giaoban.invalid",))
    assert (message.subject, message.text.strip(), message.html.strip()) == ("Báo cáo", "Chào", "<b>Chào</b>")
    assert message.attachments == (Attachment("a.zip", "application/zip", b"PK"),)


async def test_an_sms_is_kept(providers: Providers):
    sent = await send_sms(providers)
    (message,) = providers.messages
    assert (message.id, message.channel, message.to, message.text) == (sent, "sms", ("+84000000000",), "Chua bao cao")


async def test_a_message_to_nobody_is_refused_and_not_kept(providers: Providers):
    with pytest.raises(ClientError, match="BadRequest"):
        await send(providers, {**MAIL, "Destination": {}})
    assert not providers.messages


@pytest.mark.parametrize("sending", [send, send_sms], ids=["email", "sms"])
@pytest.mark.parametrize("manner", [Manner.BROKEN, Manner.THROTTLING, Manner.REFUSING])
async def test_what_is_not_accepted_is_an_error_and_not_kept(providers: Providers, sending: Any, manner: Manner):
    providers.behave(Behaviour(manner, times=1))
    with pytest.raises(ClientError) as raised:
        await sending(providers)
    status = raised.value.response["ResponseMetadata"]["HTTPStatusCode"]
    assert (status >= 500) is (manner is Manner.BROKEN)
    assert not providers.messages
    assert await sending(providers)  # the next call is answered as ever


async def test_throttling_is_named_as_the_services_name_it(providers: Providers):
    providers.behave(Behaviour(Manner.THROTTLING))
    with pytest.raises(ClientError, match="TooManyRequestsException"):
        await send(providers)
    with pytest.raises(ClientError, match="ThrottlingException"):
        await send_sms(providers)


@pytest.mark.parametrize("manner", [Manner.SLOW, Manner.SILENT])
async def test_a_message_may_be_accepted_and_its_answer_never_heard(providers: Providers, manner: Manner):
    providers.behave(Behaviour(manner, seconds=0.8))
    with pytest.raises(ReadTimeoutError):
        await send(providers)
    assert len(providers.messages) == 1


async def test_a_slow_answer_comes(providers: Providers):
    providers.behave(Behaviour(Manner.SLOW, seconds=0.2))
    started = time.monotonic()
    assert await send(providers)
    assert time.monotonic() - started >= 0.2


async def test_one_channel_behaves_while_the_other_does_not(providers: Providers):
    providers.behave(Behaviour(Manner.BROKEN), "sms")
    assert await send(providers)
    with pytest.raises(ClientError):
        await send_sms(providers)
    with pytest.raises(KeyError):
        providers.behave(Behaviour(), "pigeon")


@pytest.mark.parametrize(
    "how, order",
    [(Receipts.DELIVERED, "123"), (Receipts.LOST, ""), (Receipts.DUPLICATED, "112233"), (Receipts.REORDERED, "21")],
)
async def test_receipts_come_as_told(providers: Providers, receipts: list[Message], how: Receipts, order: str):
    providers.behave(Behaviour(receipts=how))
    sent = {await send_sms(providers): number for number in "123"}
    assert "".join(sent[receipt.id] for receipt in receipts) == order


async def test_nothing_else_stands_there(providers: Providers):
    with pytest.raises(ClientError, match="UnknownOperation"):
        await asyncio.to_thread(client(providers, "sesv2").get_account)


def test_the_clock_is_the_machines_where_none_is_given():
    assert isinstance(Providers()._now(), datetime)
