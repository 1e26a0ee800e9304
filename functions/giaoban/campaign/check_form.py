"""What must hold in a form beyond its JSON Schema: names that refer to something, rules that can be evaluated."""

import re
from collections.abc import Iterator, Mapping

from giaoban.campaign.expression import IllTyped, type_of
from giaoban.campaign.form import IMPOSSIBLE, Form, Rule
from giaoban.campaign.mistake import Mistake, repeated
from giaoban.campaign.read_form import Json

_NAMED = re.compile(r"{([^{}]*)}")


def form_mistakes(file: str, data: Json, form: Form) -> Iterator[Mistake]:
    """Names and rules of a form that do not fit its figures."""
    for each in ("groups", "totals", "targets", "rules"):
        yield from repeated(file, f"/{each}", data[each])
    yield from _figures(file, data)
    yield from _unknown_figures(file, data, form)
    yield from _unknown_parts(file, data, form)
    yield from _ill_typed(file, data, form)
    for rule in form.rules:
        yield from _rule(file, rule)


def _figures(file: str, data: Json) -> Iterator[Mistake]:
    groups, targets = ({each["id"] for each in data[kind]} for kind in ("groups", "targets"))
    for name, figure in data["properties"].items():
        if figure["group"] not in groups:
            yield Mistake(file, f"/properties/{name}/group", f"no group is called “{figure['group']}”")
        if figure.get("target") not in {None, *targets}:
            yield Mistake(file, f"/properties/{name}/target", f"no target is called “{figure['target']}”")
        if figure.get("minimum", 0) > figure.get("maximum", 0):
            yield Mistake(file, f"/properties/{name}/minimum", "is above the maximum")
    for total in data["totals"]:
        if total["group"] not in groups:
            yield Mistake(file, f"/totals/{total['id']}/group", f"no group is called “{total['group']}”")
    for group in sorted(groups - {figure["group"] for figure in data["properties"].values()}):
        yield Mistake(file, "/groups", f"group “{group}” has no figure")


def _rule(file: str, rule: Rule) -> Iterator[Mistake]:
    """A sentence names values that its rule compares; what is impossible is so whatever the past says."""
    for language, sentence in (("vi", rule.text.vi), ("en", rule.text.en)):
        for name in sorted(set(_NAMED.findall(sentence)) - rule.variables):
            yield Mistake(file, f"/rules/{rule.id}/{language}", f"the rule compares nothing called “{name}”")
    past = sorted(name for name in rule.variables if "." in name)
    if rule.severity == IMPOSSIBLE and past:
        yield Mistake(file, f"/rules/{rule.id}/holds", f"“{past[0]}” makes nothing impossible, only doubtful")


def _unknown_figures(file: str, data: Json, form: Form) -> Iterator[Mistake]:
    named = [(f"/rules/{rule.id}/figures", name) for rule in form.rules for name in rule.figures]
    named += [(f"/totals/{total['id']}/sum", name) for total in data["totals"] for name in total["sum"]]
    for path, name in named:
        if name not in form.figures:
            yield Mistake(file, path, f"no figure is called “{name}”")
        elif path.endswith("/sum") and form.figures[name].type is not int:
            yield Mistake(file, path, f"“{name}” is a yes or no and adds up to nothing")


def _unknown_parts(file: str, data: Json, form: Form) -> Iterator[Mistake]:
    """A ratio may be of figures or of totals."""
    known = {*form.figures, *(total["id"] for total in data["totals"])}
    for target in data["targets"]:
        for part in ("numerator", "denominator"):
            if target.get(part, next(iter(known))) not in known:
                yield Mistake(file, f"/targets/{target['id']}/{part}", f"no figure or total is called “{target[part]}”")


def _ill_typed(file: str, data: Json, form: Form) -> Iterator[Mistake]:
    types = _types(form)
    expressions = [(f"/rules/{rule.id}/holds", rule.holds) for rule in form.rules]
    expressions += [(f"/targets/{each['id']}/holds", each["holds"]) for each in data["targets"] if "holds" in each]
    for path, expression in expressions:
        try:
            if type_of(expression, types) is not bool:
                yield Mistake(file, path, "is not true or false but a number")
        except IllTyped as error:
            yield Mistake(file, path, str(error))


def _types(form: Form) -> Mapping[str, type]:
    now = {figure.id: figure.type for figure in form.figures.values()}
    earlier = {f"earlier.{figure.id}": figure.type for figure in form.figures.values() if figure.measure == "stock"}
    usual = {
        f"usual.{figure.id}": int for figure in form.figures.values() if figure.measure == "flow" and figure.type is int
    }
    return now | earlier | usual
