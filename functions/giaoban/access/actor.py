"""Who is asking, as the guard found out."""

from dataclasses import dataclass

from aws_lambda_powertools.event_handler.api_gateway import Router

from giaoban.access.grant import Grant
from giaoban.access.role import Role


@dataclass(frozen=True)
class Actor:
    """The grant behind the session, and the role by which the route that was asked for may be used."""

    grant: Grant
    role: Role


def who_decides(router: Router) -> str:
    """The coordinator's own account name, as histories tell it."""
    actor: Actor = router.context["actor"]
    return actor.grant.recipient
