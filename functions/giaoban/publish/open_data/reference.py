"""Tables of what things are: units, figures, targets, editions, the programme's register."""

from collections.abc import Iterator, Mapping
from typing import Any

from giaoban.campaign import Campaign
from giaoban.campaign.form_parts import Target, parts_of
from giaoban.publish.open_data.table import Row, Table, table
from giaoban.publish.story import Story


def units(campaign: Campaign) -> Table:
    rows = [(unit.code, unit.kind, unit.names.vi, unit.names.en) for unit in campaign.units.values()]
    return table("units", ["code", "unit_kind", "name", "name_en"], rows)


def figures(campaign: Campaign) -> Table:
    columns = [
        "unit_kind",
        "figure",
        "group",
        "name",
        "name_en",
        "measure",
        "type",
        "counted_in",
        "counted_in_en",
        "source",
    ]
    return table("figures", columns, _figures(campaign))


def _figures(campaign: Campaign) -> Iterator[Row]:
    for form in campaign.forms.values():
        own: Any = form.schema["properties"]
        for name, figure in form.figures.items():
            counted = own[name].get("counted_in") or {"vi": None, "en": None}
            kind = own[name]["type"]
            source = " ".join(own[name]["source"])
            titles = (figure.title.vi, figure.title.en)
            yield (
                form.kind,
                name,
                own[name]["group"],
                *titles,
                figure.measure,
                kind,
                counted["vi"],
                counted["en"],
                source,
            )


def targets(campaign: Campaign) -> Table:
    columns = ["target", "name", "name_en", "target_kind", "goal_percent", "source", "outside"]
    return table(
        "targets", columns, [_target(each) for form in campaign.forms.values() for each in parts_of(form).targets]
    )


def _target(target: Target) -> Row:
    kind, outside = "ratio" if target.is_ratio else "units", target.outside.vi if target.outside else None
    return (target.id, target.title.vi, target.title.en, kind, target.goal // 100, " ".join(target.source), outside)


def editions(story: Story) -> Table:
    columns = ["day", "edition", "edition_kind", "issued_at", "sha256", "replaces", "latest", "file"]
    rows = [
        (
            issue.edition["day"],
            issue.number,
            issue.edition["kind"],
            issue.edition["issued_at"],
            issue.sha256,
            issue.edition["replaces"] and issue.edition["replaces"]["edition"],
            story.latest[issue.day] is issue,
            issue.path,
        )
        for issue in story.issues
    ]
    return table("editions", columns, rows)


def programme(data: Mapping[str, Any]) -> Table:
    columns = [
        "line",
        "section",
        "name",
        "name_en",
        "goal",
        "baseline",
        "before",
        "status",
        "value",
        "date",
        "source",
        "owner",
    ]
    return table("programme", columns, [_line(line) for line in data["lines"]])


def _line(line: Mapping[str, Any]) -> Row:
    def vi(name: str) -> str | None:
        return line[name]["vi"] if line[name] else None

    names = (line["names"]["vi"], line["names"]["en"])
    status = (line["status"], vi("value"), line["date"], line["source"], vi("owner"))
    return (line["id"], line["section"], *names, vi("goal"), vi("baseline"), line["due"], *status)
