"""The whole OpenAPI document, put together."""

import json
from collections.abc import Iterable
from typing import cast

from giaoban import __version__
from giaoban.access import STAFF, Role
from tools.openapi.requests import EXAMPLES, REPORT_EXAMPLE, TAKES, parameters
from tools.openapi.responses import responses
from tools.openapi.routes import Registered
from tools.openapi.schemas import ROOT, Tree, component, components, ref

PATH = ROOT / "openapi.json"


def text(routes: Iterable[Registered]) -> str:
    """The content of schemas/openapi.json."""
    return json.dumps(document(routes), ensure_ascii=False, indent=1) + "\n"


def document(routes: Iterable[Registered]) -> Tree:
    paths: dict[str, Tree] = {}
    for route in routes:
        paths.setdefault(route.path, {})[route.method.lower()] = _operation(route)
    schemas = components() | TAKES
    cast("Tree", schemas["report"])["examples"] = [REPORT_EXAMPLE]
    for name, examples in EXAMPLES.items():
        cast("Tree", schemas[name])["examples"] = examples
    return {
        "openapi": "3.1.1",
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "info": _info(),
        "servers": [{"url": "/"}],
        "paths": cast("Tree", paths),
        "components": {"schemas": schemas, "securitySchemes": _security_schemes()},
    }


def _info() -> Tree:
    return {
        "title": "Giao Ban",
        "version": __version__,
        "description": (
            "Báo cáo hằng ngày của các đơn vị trong chiến dịch. Mọi thời điểm theo giờ của chiến dịch (+07:00). "
            "Mọi lỗi theo RFC 9457, bằng tiếng Việt và tiếng Anh.\n\n"
            "The units' daily reports of a campaign. Every moment is on the campaign's clock (+07:00). "
            "Every error follows RFC 9457, in Vietnamese and English. A change must come as application/json; "
            "if it names an Origin, that must be this site's."
        ),
        "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
    }


def _security_schemes() -> Tree:
    return {
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": "__Host-giaoban",
            "description": "Given by POST /v1/session (a unit's link) or POST /v1/staff-session.",
        },
        "staff": {
            "type": "http",
            "scheme": "bearer",
            "bearerFormat": "JWT",
            "description": "Access token of the staff's user pool, with the scope aws.cognito.signin.user.admin.",
        },
    }


def _operation(route: Registered) -> Tree:
    operation: Tree = {"operationId": route.name, "summary": route.summary}
    if route.description:
        operation["description"] = route.description
    if asked := parameters(route):
        operation["parameters"] = asked
    if "takes" in route.says:
        content: Tree = {"application/json": {"schema": ref(component(route.says["takes"]))}}
        operation["requestBody"] = {"required": True, "content": content}
    return operation | _security(route) | {"responses": responses(route)}


def _security(route: Registered) -> Tree:
    """`x-roles` says whose session or token it must be."""
    who = route.says["may"]
    if route.says.get("by_pool", False):
        return {"security": [{"staff": []}], "x-roles": [role.value for role in Role if role in STAFF]}
    if who is None:
        return {"security": []}
    return {"security": [{"session": []}], "x-roles": [role.value for role in Role if role in who]}
