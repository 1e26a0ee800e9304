"""The staff's user pool in the engine, from iac/identity.yaml, with invented people in it."""

import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from urllib.request import urlopen

from botocore.client import BaseClient
from joserfc.jwk import KeySet

from tools.runner.authorizer import Authorizer
from tools.runner.engine import Engine
from tools.template import Node, read, resolve

ROOT = Path(__file__).parents[2]
# The demonstration's staff, all invented: user name → group.
STAFF = {"dieu-phoi-1": "coordinator", "dieu-phoi-2": "coordinator", "lanh-dao": "viewer", "quan-tri": "admin"}


@dataclass(frozen=True)
class Identity:
    """The pool as template.yaml's parameters and the dev page need it."""

    engine: Engine
    pool: str
    client: str
    password: str

    @property
    def issuer(self) -> str:
        return str(self._published("openid-configuration")["issuer"])

    def authorizer(self) -> Authorizer:
        keys = cast("Any", self._published("jwks.json"))
        return Authorizer(self.issuer, self.client, KeySet.import_key_set(keys))

    def sign_in(self, name: str) -> str:
        """An access token for one of STAFF. Raises KeyError for anybody else."""
        if name not in STAFF:
            raise KeyError(name)
        parameters = {"USERNAME": name, "PASSWORD": self.password}
        answer = self.engine.client("cognito-idp").initiate_auth(
            AuthFlow="USER_PASSWORD_AUTH", ClientId=self.client, AuthParameters=parameters
        )
        return str(answer["AuthenticationResult"]["AccessToken"])

    def _published(self, name: str) -> dict[str, Node]:
        with urlopen(f"{self.engine.endpoint}/{self.pool}/.well-known/{name}", timeout=10) as answer:  # noqa: S310
            return cast("dict[str, Node]", json.load(answer))


def create(engine: Engine, path: Path = ROOT / "iac" / "identity.yaml") -> Identity:
    """The pool, its client, groups and STAFF.

    Two things differ from the real pool: no second factor, since the demonstration's staff have no device, and
    sign-in with a password, since nobody types it: the dev page signs in for you.
    """
    resources = cast("dict[str, dict[str, Any]]", read(path)["Resources"])
    cognito = engine.client("cognito-idp")
    pool = cognito.create_user_pool(PoolName="staff")["UserPool"]["Id"]
    known = {"UserPool": pool}
    client = cast("dict[str, Any]", resolve(resources["Client"]["Properties"], known))
    client["ExplicitAuthFlows"].append("ALLOW_USER_PASSWORD_AUTH")
    created = cognito.create_user_pool_client(**client)["UserPoolClient"]["ClientId"]
    for each in resources.values():
        if each["Type"] == "AWS::Cognito::UserPoolGroup":
            cognito.create_group(**cast("dict[str, Any]", resolve(each["Properties"], known)))
    identity = Identity(engine, pool, created, f"Demo-1-{secrets.token_urlsafe(12)}")
    _add_staff(cognito, identity)
    return identity


def _add_staff(cognito: BaseClient, identity: Identity) -> None:
    for name, group in STAFF.items():
        who = {"UserPoolId": identity.pool, "Username": name}
        cognito.admin_create_user(**who, MessageAction="SUPPRESS")
        cognito.admin_set_user_password(**who, Password=identity.password, Permanent=True)
        cognito.admin_add_user_to_group(**who, GroupName=group)
