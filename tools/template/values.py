"""Gives the intrinsic functions of a template their values: `Ref`, `Fn::GetAtt`, `Fn::Sub`, `Fn::Join`."""

import re
from collections.abc import Mapping

from tools.template.reading import Node


class UnresolvedError(LookupError):
    """A name in the template that nobody gave a value; says which."""


def resolve(node: Node, known: Mapping[str, str]) -> Node:
    """The node with every intrinsic function replaced. `known` maps `Name` and `Name.Attribute` to values."""
    if isinstance(node, list):
        return [resolve(each, known) for each in node]
    if not isinstance(node, dict):
        return node
    if len(node) == 1:
        name, argument = next(iter(node.items()))
        if name in ("Ref", "Fn::GetAtt", "Fn::Sub", "Fn::Join"):
            return _intrinsic(name, argument, known)
    return {key: resolve(value, known) for key, value in node.items()}


def _intrinsic(name: str, argument: Node, known: Mapping[str, str]) -> str:
    match name, argument:
        case "Ref", str(target):
            return _value(target, known)
        case "Fn::GetAtt", [str(target), str(attribute)]:
            return _value(f"{target}.{attribute}", known)
        case "Fn::Sub", str(text):
            return re.sub(r"\$\{([^!}]+)\}", lambda found: _value(found[1], known), text)
        case "Fn::Join", [str(between), list(parts)]:
            return between.join(str(resolve(part, known)) for part in parts)
    raise UnresolvedError(f"{name} {argument!r} is written in a form that the local runner does not read")


def _value(name: str, known: Mapping[str, str]) -> str:
    try:
        return known[name]
    except KeyError:
        raise UnresolvedError(f"template.yaml names {name}, which has no value here") from None
