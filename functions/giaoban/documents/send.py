"""E-mail through SES (v2), never twice: one attempt a call, and what is not known is not tried again."""

import time
from collections.abc import Callable, Mapping
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

import botocore.session
from botocore.client import BaseClient
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError, ConnectTimeoutError, EndpointConnectionError

from giaoban.documents.letterhead import Addressee
from giaoban.documents.mail import Mail
from giaoban.documents.store import Fate, MailOutcome
from giaoban.editions.fetch import TYPES

# Throttled or not reached: certainly not sent, so trying again sends nothing twice.
PAUSES_SECONDS = (1, 4)
_TOO_MANY = 429
_SERVER_ERROR = 500


def ses_client() -> BaseClient:
    """botocore's own retries can send one e-mail three times (design decision 5)."""
    patience = Config(connect_timeout=2, read_timeout=15, retries={"total_max_attempts": 1})
    return botocore.session.get_session().create_client("sesv2", config=patience)


class Postman:
    """Sends from one address; `pause` waits so many seconds."""

    def __init__(
        self, sender: str, ses: BaseClient | None = None, pause: Callable[[float], object] = time.sleep
    ) -> None:
        self._sender, self._ses, self._pause = sender, ses or ses_client(), pause

    def send(self, mail: Mail, to: Addressee, name: str, files: Mapping[str, bytes]) -> MailOutcome:
        """`name` is the sending body's; `files` are attached under their names. Raises nothing: that is the outcome."""
        message = _message(mail, (self._sender, name), to, files)
        for seconds in PAUSES_SECONDS:
            outcome, is_certain = self._attempt(message, to)
            if not is_certain:
                return outcome
            self._pause(seconds)
        return self._attempt(message, to)[0]

    def _attempt(self, message: bytes, to: Addressee) -> tuple[MailOutcome, bool]:
        """The outcome, and whether it may be tried again."""
        try:
            answer = self._ses.send_email(
                FromEmailAddress=self._sender,
                Destination={"ToAddresses": [to.email]},
                Content={"Raw": {"Data": message}},
            )
        except ClientError as error:
            return _refused(error)
        except (ConnectTimeoutError, EndpointConnectionError) as error:
            return MailOutcome(Fate.FAILED, reason=type(error).__name__), True
        except BotoCoreError as error:
            return MailOutcome(Fate.UNKNOWN, reason=type(error).__name__), False
        return MailOutcome(Fate.SENT, message_id=answer["MessageId"]), False


def _refused(error: ClientError) -> tuple[MailOutcome, bool]:
    """A code and no text: providers repeat addresses in it."""
    code, status = error.response["Error"]["Code"], error.response["ResponseMetadata"]["HTTPStatusCode"]
    fate = Fate.UNKNOWN if status >= _SERVER_ERROR else Fate.FAILED
    return MailOutcome(fate, reason=str(code)), status == _TOO_MANY


def _message(mail: Mail, sender: tuple[str, str], to: Addressee, files: Mapping[str, bytes]) -> bytes:
    address, name = sender
    message = EmailMessage(policy=SMTP)
    message["Subject"] = mail.subject
    message["From"] = Address(name, addr_spec=address)
    message["To"] = Address(to.name, addr_spec=to.email)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    for file, content in files.items():
        kind, _, sub = TYPES[file.rpartition(".")[2]].partition("/")
        message.add_attachment(content, maintype=kind, subtype=sub, filename=file)
    return message.as_bytes()
