"""How every store talks to DynamoDB: its patience, its client, and what a refused condition looks like."""

from collections.abc import Callable

from botocore.config import Config
from pynamodb.connection._botocore_private import BotocoreBaseClientPrivate
from pynamodb.exceptions import PynamoDBException
from pynamodb.models import Model

from giaoban.problem import Unavailable

type Client = BotocoreBaseClientPrivate


# A phone waits at most 30 s for the gateway, and botocore would wait as long for one read: fail fast and answer
# rather than be cut off (design decision 5).
CONNECT_SECONDS = 1
READ_SECONDS = 3
RETRIES = 1
# botocore puts a name of its own together anew for each call: a tenth of what a call costs here.
NAMED = Config(user_agent="giaoban")


def bound[Items: Model](items: type[Items], table: str, client: Client | None = None) -> type[Items]:
    """The model of a table known only where the function is composed; `client` is another model's, to be shared.

    Makes the client at once, while the function starts and Lambda lends it a full core, not in the first answer.
    A client of its own for each model would cost a start some 20 ms more.
    """
    meta = {
        "table_name": table,
        "connect_timeout_seconds": CONNECT_SECONDS,
        "read_timeout_seconds": READ_SECONDS,
        "max_retry_attempts": RETRIES,
    }
    model: type[Items] = type(items.__name__, (items,), {"Meta": type("Meta", (), meta)})
    connection = model._get_connection().connection
    if client is None:
        connection.session.set_default_client_config(NAMED)
    else:
        connection._client = client
    _ = client_of(model)
    return model


def client_of(items: type[Model]) -> Client:
    """The client through which a model talks."""
    client: Client = items._get_connection().connection.client
    return client


def written(write: Callable[[], object]) -> bool:
    """Whether a conditional write went through; False when its condition does not hold.

    Raises Unavailable for anything else: then only reading can tell whether it went through.
    """
    try:
        write()
    except PynamoDBException as error:
        # PynamoDB wraps what botocore raised; a time-out has no code.
        if getattr(error, "cause_response_code", None) == "ConditionalCheckFailedException":
            return False
        raise Unavailable("store_silent") from error
    return True
