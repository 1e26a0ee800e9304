"""A form: what one kind of unit reports, and the rules that compare its figures. All of it is campaign data."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from giaoban.campaign.expression import Expression, Values, question, variables
from giaoban.problem import Problem
from giaoban.schema_problems import SchemaCheck
from giaoban.text import Text

IMPOSSIBLE = "impossible"
DOUBTFUL = "doubtful"


@dataclass(frozen=True)
class Figure:
    """One number (or yes/no) of a report: a stock (state at the end of the day) or a flow (what happened that day)."""

    id: str
    title: Text
    measure: str
    type: type
    may_fall: bool = False


@dataclass(frozen=True)
class Rule:
    """What must hold between figures; broken, it refuses the report (impossible) or asks for a reason (doubtful)."""

    id: str
    severity: str
    holds: Expression
    figures: tuple[str, ...]
    text: Text

    def broken_by(self, values: Values) -> bool:
        return self._question(values) is False

    @cached_property
    def _question(self) -> Callable[[Values], bool | None]:
        """A board of 3,321 units asks it as many times: the expression is read once."""
        return question(self.holds)

    @cached_property
    def variables(self) -> frozenset[str]:
        return frozenset(variables(self.holds))


@dataclass(frozen=True)
class Finding:
    """Something doubtful in a report, with the rule that found it (cảnh báo số liệu)."""

    rule: str
    figures: tuple[str, ...]
    text: Text
    explanation: str | None = None

    def view(self) -> dict[str, object]:
        return {
            "rule": self.rule,
            "figures": list(self.figures),
            **self.text.view(),
            "explanation": self.explanation,
        }


@dataclass(frozen=True)
class Past:
    """What a unit's earlier days say: last known stocks, and the usual (median) value of its flows."""

    stocks: Mapping[str, int | bool] = field(default_factory=dict)
    usual: Mapping[str, int] = field(default_factory=dict)

    def values(self) -> dict[str, int | bool]:
        """As rules name them: `earlier.x` and `usual.x`."""
        earlier: dict[str, int | bool] = {f"earlier.{name}": value for name, value in self.stocks.items()}
        return earlier | {f"usual.{name}": value for name, value in self.usual.items()}


@dataclass(frozen=True)
class Form:
    """The form of one kind of unit. `schema` is the JSON Schema as published."""

    kind: str
    title: Text
    schema: Mapping[str, object]
    figures: Mapping[str, Figure]
    rules: tuple[Rule, ...]

    @cached_property
    def published(self) -> str:
        """The form as phones get it."""
        return json.dumps(self.schema, ensure_ascii=False, separators=(",", ":"))

    @cached_property
    def hash(self) -> str:
        """What a report names its form by: the first 16 digits of the SHA-256 of `published`, which are also its ETag."""
        return hashlib.sha256(self.published.encode()).hexdigest()[:16]

    @cached_property
    def _check(self) -> SchemaCheck:
        return SchemaCheck(self.schema)

    def problems(self, figures: Mapping[str, object]) -> list[Problem]:
        """Every reason why these figures cannot be: wrong types and ranges first, then impossible relations."""
        found = self._check.problems(figures, under="/figures")
        wrong = {each.path for each in found}
        sound = {name: value for name, value in self.whole(figures).items() if f"/figures/{name}" not in wrong}
        impossible = self._broken(IMPOSSIBLE, sound)
        return found + [
            Problem(f"/figures/{rule.figures[0]}", rule.id, rule.text.fill(self._words(rule, sound)))
            for rule in impossible
        ]

    def findings(self, figures: Values, past: Past, explanations: Mapping[str, str] | None = None) -> list[Finding]:
        """What is doubtful in an accepted report, with the unit's own explanation where it gave one."""
        values = {**figures, **past.values()}
        return [
            Finding(rule.id, rule.figures, rule.text.fill(self._words(rule, values)), (explanations or {}).get(rule.id))
            for rule in self._broken(DOUBTFUL, values)
        ]

    def doubts(self, figures: Values, past: Past) -> list[str]:
        """The rules of the findings, without their sentences: what the board needs to count them."""
        return [rule.id for rule in self._broken(DOUBTFUL, {**figures, **past.values()})]

    def whole(self, figures: Mapping[str, object]) -> dict[str, int | bool]:
        """The figures that this form knows, with 5.0 (a whole number to JSON Schema) as 5."""
        known = ((name, _whole(value)) for name, value in figures.items() if name in self.figures)
        return {name: value for name, value in known if value is not None}

    def _broken(self, severity: str, values: Values) -> list[Rule]:
        return [rule for rule in self.rules if rule.severity == severity and rule.broken_by(values)]

    def _words(self, rule: Rule, values: Values) -> dict[str, int | bool | str]:
        return {name: values[name] for name in rule.variables if name in values}


def _whole(value: object) -> int | bool | None:
    if isinstance(value, float):
        return int(value) if value.is_integer() else None
    return value if isinstance(value, int) else None
