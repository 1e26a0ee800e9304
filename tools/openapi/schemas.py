"""The schemas as components of the document: one name each, `$defs` beside the schema that uses them."""

import json
from pathlib import Path
from typing import cast

from giaoban.campaign import Form, load_all
from tools.template import Node

ROOT = Path(__file__).parents[2] / "schemas"
type Tree = dict[str, Node]

# What of a figure of a form says something about its value, or to its reader.
_OF_A_FIGURE = ("title", "title_en", "description", "description_en", "type", "minimum", "maximum", "measure")
_DIALECT = ("$schema", "$id")


def ref(name: str) -> Tree:
    """A reference to a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def component(takes: str) -> str:
    """The component of a body as a route names it, by the file of its schema."""
    return takes.replace("decisions.", "decision.")


def components() -> Tree:
    """Every schema of the document by name."""
    answers, form, report, decisions, directory, reminders, edition, period = (
        read(f"{name}.schema.json")
        for name in ("answers", "form", "report", "decisions", "directory", "reminders", "edition", "period")
    )
    figures = {f"figures.{slug}.{each.kind}": _figures(each) for slug, each in _forms()}
    sent = cast("Tree", report["properties"])
    sent["figures"] = {
        "description": "The figures of the form of the unit's kind; an absent one is blank, which is not 0.",
        "anyOf": [ref(name) for name in figures],
    }
    return {
        **_adopted(cast("Tree", answers["$defs"]), ""),
        **_adopted(cast("Tree", form.pop("$defs")), "form."),
        **_adopted(cast("Tree", decisions["$defs"]), "decision."),
        **_adopted(cast("Tree", directory["$defs"]), "directory."),
        **_adopted(cast("Tree", reminders["$defs"]), "reminders."),
        **_adopted(cast("Tree", edition["$defs"]), "edition."),
        **_adopted(cast("Tree", period["$defs"]), "period."),
        "form": _moved(_plain(form), "form."),
        "report": _plain(report),
        **figures,
    }


def read(name: str) -> Tree:
    return cast("Tree", json.loads((ROOT / name).read_text(encoding="utf-8")))


def _forms() -> list[tuple[str, Form]]:
    return [(slug, form) for slug, campaign in load_all().items() for form in campaign.forms.values()]


def _figures(form: Form) -> Tree:
    properties = cast("dict[str, Tree]", form.schema["properties"])
    return {
        "title": form.title.vi,
        "title_en": form.title.en,
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: {key: value for key, value in figure.items() if key in _OF_A_FIGURE}
            for name, figure in properties.items()
        },
    }


def _plain(schema: Tree) -> Tree:
    return {key: value for key, value in schema.items() if key not in _DIALECT}


def _adopted(definitions: Tree, prefix: str) -> Tree:
    return {f"{prefix}{name}": _moved(schema, prefix) for name, schema in definitions.items()}


def _moved(node: Node, prefix: str) -> Node:
    """The schema with its references to `$defs` pointed at the components."""
    if isinstance(node, list):
        return [_moved(each, prefix) for each in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _pointed(value, prefix) if key == "$ref" and isinstance(value, str) else _moved(value, prefix)
        for key, value in node.items()
    }


def _pointed(reference: str, prefix: str) -> str:
    """A period's schema refers to the edition's."""
    own = reference.replace("urn:giaoban:edition:1#/$defs/", "#/components/schemas/edition.")
    return own.replace("#/$defs/", f"#/components/schemas/{prefix}")
