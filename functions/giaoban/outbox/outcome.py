"""How handing a message over to a provider can end."""

from dataclasses import dataclass

from botocore.exceptions import BotoCoreError, ClientError, ConnectTimeoutError, EndpointConnectionError

# Answers that say: not now. Everything below 500 says that the message was not taken.
BUSY = frozenset({"TooManyRequestsException", "ThrottlingException", "LimitExceededException"})
SERVER_ERROR = 500


@dataclass(frozen=True)
class Taken:
    """The provider has it, under this id."""

    message_id: str


@dataclass(frozen=True)
class NotNow:
    """Certainly not taken; trying again sends nothing twice."""


@dataclass(frozen=True)
class Refused:
    """Certainly not taken, and never will be. A code and no text: providers repeat addresses in it."""

    code: str
    is_opted_out: bool = False


@dataclass(frozen=True)
class NoAnswer:
    """Nobody knows."""


type SendOutcome = Taken | NotNow | Refused | NoAnswer


def outcome_of(error: BotoCoreError | ClientError) -> SendOutcome:
    """What an error of AWS's client means for the message."""
    if isinstance(error, (ConnectTimeoutError, EndpointConnectionError)):
        return NotNow()
    if not isinstance(error, ClientError):
        return NoAnswer()
    code, status = str(error.response["Error"]["Code"]), error.response["ResponseMetadata"]["HTTPStatusCode"]
    if code in BUSY or status == 429:
        return NotNow()
    if status >= SERVER_ERROR:
        return NoAnswer()
    return Refused(code, error.response.get("Reason") == "DESTINATION_PHONE_NUMBER_OPTED_OUT")
