"""What must hold in a campaign's folder beyond its JSON Schemas: names that refer to something, rules that can be evaluated."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from giaoban.campaign.expression import IllTyped, type_of
from giaoban.campaign.form import Form
from giaoban.campaign.read_form import Json


@dataclass(frozen=True)
class Mistake:
    """One thing wrong in a campaign's folder: which file, where in it (JSON Pointer or line), and why."""

    file: str
    path: str
    why: str

    def __str__(self) -> str:
        return f"{self.file}{self.path and ' ' + self.path}: {self.why}"


class CampaignRefused(ValueError):
    """A campaign that must not start; `mistakes` names every reason."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes


def form_mistakes(file: str, data: Json, form: Form) -> Iterator[Mistake]:
    """Names and rules of a form that do not fit its figures."""
    groups = {group["id"] for group in data["groups"]}
    for name, figure in data["properties"].items():
        if figure["group"] not in groups:
            yield Mistake(file, f"/properties/{name}/group", f"no group is called “{figure['group']}”")
        if figure.get("target") not in {None, *(target["id"] for target in data["targets"])}:
            yield Mistake(file, f"/properties/{name}/target", f"no target is called “{figure['target']}”")
    for group in groups - {figure["group"] for figure in data["properties"].values()}:
        yield Mistake(file, "/groups", f"group “{group}” has no figure")
    yield from _repeated(file, form)
    yield from _unknown_figures(file, data, form)
    yield from _unknown_parts(file, data, form)
    yield from _ill_typed(file, data, form)


def _repeated(file: str, form: Form) -> Iterator[Mistake]:
    for rule, count in Counter(rule.id for rule in form.rules).items():
        if count > 1:
            yield Mistake(file, "/rules", f"rule “{rule}” stands there {count} times")


def _unknown_figures(file: str, data: Json, form: Form) -> Iterator[Mistake]:
    named = [(f"/rules/{rule.id}/figures", name) for rule in form.rules for name in rule.figures]
    named += [(f"/totals/{total['id']}/sum", name) for total in data["totals"] for name in total["sum"]]
    for path, name in named:
        if name not in form.figures:
            yield Mistake(file, path, f"no figure is called “{name}”")


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
