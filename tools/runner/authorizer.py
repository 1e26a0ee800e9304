"""The HTTP API's JWT authorizer: signature, issuer, client, expiry, scope.

Source: the developer guide, "Control access to HTTP APIs with JWT authorizers".
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from tools.template import Node


class Refused(Exception):
    """401 without a token that holds, 403 with one that does not reach so far."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True)
class Authorizer:
    """Checks access tokens of one pool. Tokens live in real time, whatever the campaign's clock says."""

    issuer: str
    audience: str
    keys: KeySet
    seconds: Callable[[], float] = field(default=time.time)

    def allow(self, authorization: str, scopes: tuple[str, ...]) -> dict[str, Node]:
        """What stands in `requestContext.authorizer.jwt`. Raises Refused."""
        claims = self._claims(authorization)
        granted = str(claims.get("scope", "")).split()
        if scopes and not set(scopes) & set(granted):
            raise Refused(403)
        return {"claims": {name: _as_text(value) for name, value in claims.items()}, "scopes": list(scopes) or None}

    def _claims(self, authorization: str) -> dict[str, Node]:
        token = authorization.strip()
        if token[:7].lower() == "bearer ":
            token = token[7:].strip()
        try:
            claims = cast("dict[str, Node]", jwt.decode(token, self.keys, algorithms=["RS256"]).claims)
        except (JoseError, ValueError) as error:
            raise Refused(401) from error
        if not (self._is_ours(claims) and self._is_current(claims)):
            raise Refused(401)
        return claims

    def _is_ours(self, claims: dict[str, Node]) -> bool:
        """`client_id` is read only where there is no `aud`, as in Cognito's access tokens."""
        meant_for = claims.get("aud", claims.get("client_id"))
        audience = meant_for if isinstance(meant_for, list) else [meant_for]
        return claims.get("iss") == self.issuer and self.audience in audience

    def _is_current(self, claims: dict[str, Node]) -> bool:
        now = self.seconds()
        begins = [claims.get(name, 0) for name in ("nbf", "iat")]
        ends = claims.get("exp")
        if not all(isinstance(moment, int | float) for moment in [*begins, ends]):
            return False
        return now < cast("float", ends) and all(cast("float", begin) <= now + 1 for begin in begins)


def _as_text(value: Node) -> str:
    """HTTP APIs hand every claim on as text, a list as `[a b]`."""
    if isinstance(value, list):
        return f"[{' '.join(_as_text(each) for each in value)}]"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)
