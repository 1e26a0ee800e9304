"""From a form's JSON to a Form: rules given `each` stock or flow become one rule per figure."""

from collections.abc import Iterator, Mapping
from typing import Any

from giaoban.campaign.expression import Expression
from giaoban.campaign.form import Figure, Form, Rule
from giaoban.text import Text

# JSON as read: its shape has been checked against schemas/form.schema.json before.
type Json = Mapping[str, Any]

TYPES = {"integer": int, "boolean": bool}


def read_form(kind: str, data: Json) -> Form:
    """The form `kind` from the content of its file."""
    figures = {name: _figure(name, each) for name, each in data["properties"].items()}
    rules = tuple(rule for each in data["rules"] for rule in _rules(each, figures))
    return Form(kind, Text(data["title"], data["title_en"]), data, figures, rules)


def _figure(name: str, data: Json) -> Figure:
    return Figure(
        id=name,
        title=Text(data["title"], data["title_en"]),
        measure=data["measure"],
        type=TYPES[data["type"]],
        may_fall=data.get("may_fall", False),
    )


def _rules(data: Json, figures: Mapping[str, Figure]) -> Iterator[Rule]:
    if "each" not in data:
        yield Rule(data["id"], data["severity"], data["holds"], tuple(data["figures"]), Text.read(data))
        return
    for figure in figures.values():
        if figure.measure == data["each"] and figure.type is int and not figure.may_fall:
            yield _rule_of(figure, data)


def _rule_of(figure: Figure, data: Json) -> Rule:
    words = {"title": figure.title.vi}, {"title": figure.title.en, "title_en": figure.title.en}
    vi, en = (data[language].replace("$", figure.id) for language in ("vi", "en"))
    return Rule(
        id=f"{data['id']}:{figure.id}",
        severity=data["severity"],
        holds=_named(data["holds"], figure.id),
        figures=tuple(name.replace("$", figure.id) for name in data["figures"]),
        text=Text(Text(vi, vi).fill(words[0]).vi, Text(en, en).fill(words[1]).en),
    )


def _named(expression: Expression, figure: str) -> Expression:
    """The expression with `$` read as the figure's name."""
    if not isinstance(expression, Mapping):
        return expression
    ((operator, operand),) = expression.items()
    if isinstance(operand, str):
        return {operator: operand.replace("$", figure)}
    if isinstance(operand, list):
        return {operator: [_named(part, figure) for part in operand]}
    return {operator: _named(operand, figure)}
