"""Whose links and sessions lie among the stored days, with secrets that are plainly invented."""

import hashlib
from base64 import urlsafe_b64encode

# Role by name; `over` is an expired link, `revoked` a revoked one.
OF_A_UNIT = ("reporter", "leader", "department", "over", "revoked")
STAFF = ("coordinator", "viewer", "admin")


def token(name: str) -> str:
    """What stands in a link's address, as long as a real one."""
    return f"frozen-{name}".ljust(22, "-")


def cookie(name: str) -> str:
    """A session that is among the stored ones."""
    owner = f"s-frozen-{name}" if name in STAFF else f"l-{_digest(token(name))}"
    return f"{owner}.{f'secret-{name}'.ljust(22, '-')}"


def _digest(secret: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(secret.encode()).digest()).rstrip(b"=").decode()
