"""The JWT authorizer refuses every token that is not this pool's, for this client, now, signed, and wide enough."""

import hmac
from base64 import urlsafe_b64encode

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from tools.runner.authorizer import Authorizer, Refused

NOW = 1_754_125_200
SCOPE = "aws.cognito.signin.user.admin"
KEY = RSAKey.generate_key(2048, {"kid": "ours"})
ANOTHER = RSAKey.generate_key(2048, {"kid": "ours"})
CLAIMS = {
    "iss": "the pool",
    "client_id": "web",
    "token_use": "access",
    "scope": SCOPE,
    "iat": NOW - 60,
    "exp": NOW + 60,
    "cognito:groups": ["coordinator", "viewer"],
    "username": "dieu-phoi-1",
}
AUTHORIZER = Authorizer("the pool", "web", KeySet([KEY]), seconds=lambda: NOW)


def token(key: RSAKey = KEY, **changes: object) -> str:
    claims = {name: value for name, value in {**CLAIMS, **changes}.items() if value is not None}
    return jwt.encode({"alg": "RS256", "kid": "ours"}, claims, key)


def text(part: bytes) -> str:
    return urlsafe_b64encode(part).rstrip(b"=").decode()


def refusal(authorization: str) -> int:
    with pytest.raises(Refused) as refused:
        AUTHORIZER.allow(authorization, (SCOPE,))
    return refused.value.status


@pytest.mark.parametrize("prefix", ["Bearer ", "bearer ", ""])
def test_a_good_token_is_let_through_with_its_claims_as_text(prefix: str):
    jwt = AUTHORIZER.allow(prefix + token(), (SCOPE,))
    assert jwt["scopes"] == [SCOPE]
    assert jwt["claims"]["cognito:groups"] == "[coordinator viewer]"
    assert jwt["claims"]["exp"] == str(NOW + 60)


def test_an_audience_counts_before_the_client_id():
    assert AUTHORIZER.allow(token(aud="web", client_id=None), (SCOPE,))
    assert refusal(token(aud="another")) == 401


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "another pool"},
        {"client_id": "another client"},
        {"client_id": None},
        {"exp": NOW},
        {"exp": NOW - 1},
        {"exp": None},
        {"exp": "tomorrow"},
        {"nbf": NOW + 60},
        {"iat": NOW + 3600},
    ],
    ids=str,
)
def test_claims_that_do_not_hold_are_401(changes: dict[str, object]):
    assert refusal(token(**changes)) == 401


@pytest.mark.parametrize("scope", [None, "", "openid email", SCOPE + ".more"])
def test_a_token_of_another_scope_is_403(scope: str | None):
    assert refusal(token(scope=scope)) == 403


def test_another_keys_signature_is_401():
    assert refusal(token(ANOTHER)) == 401


def test_a_changed_token_is_401():
    head, body, signature = token().split(".")
    _, other_body, _ = token(**{"cognito:groups": ["admin"]}).split(".")
    assert refusal(f"{head}.{other_body}.{signature}") == 401
    assert refusal(f"{head}.{body}.") == 401


def test_an_unsigned_or_a_symmetric_token_is_401():
    body = token().split(".")[1]
    assert refusal(f"{text(b'{"alg":"none"}')}.{body}.") == 401
    # The public key, which anybody knows, taken for a shared secret.
    signed = f"{text(b'{"alg":"HS256","kid":"ours"}')}.{body}"
    assert refusal(f"{signed}.{text(hmac.digest(KEY.as_pem(private=False), signed.encode(), 'sha256'))}") == 401


@pytest.mark.parametrize("nothing", ["", "Bearer", "Bearer ", "Basic eDp5", "Bearer a.b.c", "Bearer đ.đ.đ"])
def test_what_is_no_token_is_401(nothing: str):
    assert refusal(nothing) == 401
