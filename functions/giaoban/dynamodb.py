"""How every store talks to DynamoDB: its patience, its client, and what a refused condition looks like."""

from collections.abc import Callable

from pynamodb.exceptions import PynamoDBException
from pynamodb.models import Model

from giaoban.problem import Unavailable

# A phone waits at most 30 s for the gateway, and botocore would wait as long for one read: fail fast and answer
# rather than be cut off (design decision 5).
CONNECT_SECONDS = 1
READ_SECONDS = 3
RETRIES = 2


def bound[Items: Model](items: type[Items], table: str) -> type[Items]:
    """The model of a table known only where the function is composed.

    Makes the client at once, while the function starts and Lambda lends it a full core, not in the first answer.
    """
    meta = {
        "table_name": table,
        "connect_timeout_seconds": CONNECT_SECONDS,
        "read_timeout_seconds": READ_SECONDS,
        "max_retry_attempts": RETRIES,
    }
    model: type[Items] = type(items.__name__, (items,), {"Meta": type("Meta", (), meta)})
    _ = model._get_connection().connection.client
    return model


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
