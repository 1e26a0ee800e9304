"""One e-mail, one attempt, and what is not known is said to be unknown."""

import email
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import default

import pytest
from botocore.exceptions import (
    ClientError,
    ConnectionClosedError,
    ConnectTimeoutError,
    EndpointConnectionError,
    ReadTimeoutError,
)

from giaoban.documents.letterhead import Addressee
from giaoban.documents.mail import Mail
from giaoban.documents.send import Postman, ses_client
from giaoban.documents.store import Fate

TO = Addressee("chairman", "Văn phòng Chủ tịch", "chu-tich@giaoban.invalid")
LETTER = Mail("Báo cáo ngày 02/08/2025", "Đã nhận đủ.", "<p>Đã nhận đủ.</p>")
FILES = {"bao-cao.pdf": b"%PDF-1.7", "bao-cao.docx": b"PK"}
ADDRESS = "https://email.ap-southeast-1.amazonaws.invalid"


class Provider:
    """Answers each call in turn; the last answer again and again."""

    def __init__(self, *answers: BaseException | str) -> None:
        self.answers, self.calls = list(answers), list[dict[str, object]]()

    def send_email(self, **asked: object) -> dict[str, str]:
        self.calls.append(asked)
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, BaseException):
            raise answer
        return {"MessageId": answer}


def refused(code: str, status: int) -> ClientError:
    said = {
        "Error": {"Code": code, "Message": "chu-tich@giaoban.invalid"},
        "ResponseMetadata": {"HTTPStatusCode": status},
    }
    return ClientError(said, "SendEmail")  # type: ignore[arg-type]


def postman(provider: Provider, pause: Callable[[float], object] = lambda _: None) -> Postman:
    return Postman("bao-cao@giaoban.invalid", provider, pause)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "answer, fate, calls",
    [
        ("m-1", Fate.SENT, 1),
        (refused("MessageRejected", 400), Fate.FAILED, 1),
        (refused("MailFromDomainNotVerifiedException", 400), Fate.FAILED, 1),
        (refused("TooManyRequestsException", 429), Fate.FAILED, 3),
        (refused("InternalServiceErrorException", 500), Fate.UNKNOWN, 1),
        (ReadTimeoutError(endpoint_url=ADDRESS), Fate.UNKNOWN, 1),
        (ConnectionClosedError(endpoint_url=ADDRESS), Fate.UNKNOWN, 1),
        (ConnectTimeoutError(endpoint_url=ADDRESS), Fate.FAILED, 3),
        (EndpointConnectionError(endpoint_url=ADDRESS), Fate.FAILED, 3),
    ],
)
def test_only_what_was_certainly_not_sent_is_tried_again(answer: BaseException | str, fate: Fate, calls: int) -> None:
    provider = Provider(answer)

    outcome = postman(provider).send(LETTER, TO, "Trung tâm", FILES)

    assert (outcome.fate, len(provider.calls)) == (fate, calls)
    assert "@" not in (outcome.reason or "")


def test_a_throttled_message_goes_out_in_the_end() -> None:
    provider, pauses = Provider(refused("TooManyRequestsException", 429), "m-2"), list[float]()

    outcome = postman(provider, pauses.append).send(LETTER, TO, "Trung tâm", FILES)

    assert (outcome.fate, outcome.message_id, pauses) == (Fate.SENT, "m-2", [1])


def test_the_client_makes_one_attempt_a_call(aws: None) -> None:
    assert ses_client().meta.config.retries["total_max_attempts"] == 1


def test_the_message_has_text_html_and_both_files() -> None:
    provider = Provider("m-1")
    postman(provider).send(LETTER, TO, "Trung tâm Phục vụ hành chính công", FILES)
    (call,) = provider.calls
    message = email.message_from_bytes(call["Content"]["Raw"]["Data"], policy=default)  # type: ignore[index]

    assert isinstance(message, EmailMessage)
    assert call["Destination"] == {"ToAddresses": ["chu-tich@giaoban.invalid"]}
    assert message["Subject"] == LETTER.subject
    assert message["From"] == "Trung tâm Phục vụ hành chính công <bao-cao@giaoban.invalid>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ]
    assert [part.get_filename() for part in message.iter_attachments()] == list(FILES)


def test_a_subject_cannot_smuggle_a_header() -> None:
    with pytest.raises(ValueError, match="Header values"):
        postman(Provider("m")).send(Mail("a\nBcc: x@giaoban.invalid", "", ""), TO, "n", {})
