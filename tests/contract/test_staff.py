"""Staff sign in through the pool; the gateway's authorizer stands before the route."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.contract.client import Answer, Client
from tests.contract.system import System

STAFF = "/v1/staff-session"


def sign_in(client: Client, token: str) -> Answer:
    return client.post(STAFF, headers={"Authorization": f"Bearer {token}"})


@pytest.mark.parametrize("name, role", [("dieu-phoi-1", "coordinator"), ("lanh-dao", "viewer"), ("quan-tri", "admin")])
def test_an_access_token_of_the_pool_opens_a_session_of_its_role(system: System, name: str, role: str) -> None:
    client = system.client()
    answer = sign_in(client, system.staff_token(name))
    assert answer.status == 200
    assert (answer.json["role"], answer.json["campaign"], answer.json["unit"]) == (role, None, None)
    assert answer.json["expires_at"] == "2025-08-03T00:00:00+07:00"
    assert client.get("/v1/session").json == answer.json


def test_the_cookie_of_staff_is_of_the_same_kind(system: System, anyone: Client) -> None:
    value, *attributes = sign_in(anyone, system.staff_token("dieu-phoi-1")).headers["set-cookie"].split("; ")
    assert value.startswith("__Host-giaoban=s-")
    named = {each.lower() for each in attributes if not each.startswith("Max-Age=")}
    assert named == {"path=/", "secure", "httponly", "samesite=strict"}


@pytest.mark.parametrize("routes, name", [(8, "lanh-dao"), (20, "dieu-phoi-1"), (0, "quan-tri")])
def test_what_a_role_may_do_is_said_by_route(system: System, routes: int, name: str) -> None:
    may = system.staff(name).get("/v1/session").json["may"]
    assert len([route for route in may if "/days/" in route]) == routes


@pytest.mark.parametrize(
    "value", [None, "", "Bearer", "Bearer ", "Bearer a.b.c", "Basic ZGllbTpwaG9p", "Bearer " + "A" * 4000]
)
def test_without_a_token_of_the_pool_the_gateway_says_401(anyone: Client, value: str | None) -> None:
    answer = anyone.post(STAFF, headers={"Authorization": value} if value is not None else {})
    assert (answer.status, answer.json, anyone.cookie) == (401, {"message": "Unauthorized"}, "")


def test_a_token_whose_claims_were_changed_is_401(system: System, anyone: Client) -> None:
    head, claims, signature = system.staff_token("lanh-dao").split(".")
    assert sign_in(anyone, f"{head}.{claims[:-4]}AAAA.{signature}").status == 401


def test_somebody_in_the_pool_without_a_role_is_403(anyone: Client, newcomer: dict[str, str]) -> None:
    answer = sign_in(anyone, newcomer["AccessToken"])
    assert (answer.status, answer.problem, anyone.cookie) == (403, "not_staff", "")


def test_an_id_token_is_not_an_access_token(anyone: Client, newcomer: dict[str, str]) -> None:
    assert sign_in(anyone, newcomer["IdToken"]).status == 403


def test_a_session_cookie_is_no_token(system: System) -> None:
    assert system.staff().post(STAFF).status == 401


@pytest.fixture
def newcomer(system: System) -> Iterator[dict[str, str]]:
    """Somebody whom nobody has given a role: an account of the pool in no group."""
    cognito, password = system.aws("cognito-idp"), "Moi-den-1-Moi-den"
    pool = cognito.list_user_pools(MaxResults=1)["UserPools"][0]["Id"]
    who = {"UserPoolId": pool, "Username": "moi-den"}
    cognito.admin_create_user(**who, MessageAction="SUPPRESS")
    cognito.admin_set_user_password(**who, Password=password, Permanent=True)
    yield _tokens(cognito, pool, password)
    cognito.admin_delete_user(**who)


def _tokens(cognito: Any, pool: str, password: str) -> dict[str, str]:
    client = cognito.list_user_pool_clients(UserPoolId=pool, MaxResults=1)["UserPoolClients"][0]["ClientId"]
    parameters = {"USERNAME": "moi-den", "PASSWORD": password}
    answer = cognito.initiate_auth(AuthFlow="USER_PASSWORD_AUTH", ClientId=client, AuthParameters=parameters)
    tokens: dict[str, str] = answer["AuthenticationResult"]
    return tokens
