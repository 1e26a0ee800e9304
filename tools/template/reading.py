"""Reads a CloudFormation or SAM template, its short tags (`!Ref`) written out long (`{"Ref": …}`)."""

from pathlib import Path
from typing import cast

import yaml

type Node = dict[str, Node] | list[Node] | str | int | float | bool | None


class _Loader(yaml.SafeLoader):
    """SafeLoader with CloudFormation's tags; dates stay text, as CloudFormation has them."""


def _tag(loader: _Loader, suffix: str, node: yaml.Node) -> Node:
    value = _plain(loader, node)
    if suffix == "GetAtt" and isinstance(value, str):
        value = list(value.split(".", 1))
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}


def _plain(loader: _Loader, node: yaml.Node) -> Node:
    if isinstance(node, yaml.MappingNode):
        return cast("Node", loader.construct_mapping(node, deep=True))
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    assert isinstance(node, yaml.ScalarNode)  # noqa: S101 - YAML knows three kinds of node
    return str(loader.construct_scalar(node))


_Loader.add_multi_constructor("!", _tag)
_Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path) -> dict[str, Node]:
    """The whole template as plain data."""
    return cast("dict[str, Node]", yaml.load(path.read_text(encoding="utf-8"), _Loader))  # noqa: S506 - a SafeLoader
