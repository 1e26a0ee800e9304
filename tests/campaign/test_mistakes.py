"""A broken campaign never starts: each planted mistake is named with its file and its place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from giaoban.campaign import CampaignRefused, load
from tests.campaign.small import count, write_campaign

type Data = dict[str, Any]

CAMPAIGN, COMMUNE, UNITS = "campaign.json", "forms/commune.json", "units.csv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_campaign(tmp_path / "lang-sen")
    return tmp_path / "lang-sen"


def refused(folder: Path) -> list[tuple[str, str]]:
    with pytest.raises(CampaignRefused) as refusal:
        load(folder)
    assert all(mistake.why for mistake in refusal.value.mistakes)
    return [(mistake.file, mistake.path) for mistake in refusal.value.mistakes]


def change(folder: Path, file: str, planted: Callable[[Data], object]) -> None:
    data = json.loads((folder / file).read_text(encoding="utf-8"))
    planted(data)
    (folder / file).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def rule(number: int, **new: object) -> Callable[[Data], object]:
    return lambda form: form["rules"][number].update(new)


def figure(name: str, **new: object) -> Callable[[Data], object]:
    return lambda form: form["properties"][name].update(new)


def edition(**new: object) -> Callable[[Data], object]:
    return lambda campaign: campaign["edition"].update(new)


def step(number: int, **new: object) -> Callable[[Data], object]:
    return lambda campaign: campaign["edition"]["measures"]["steps"][number].update(new)


IN_CAMPAIGN: list[tuple[str, Callable[[Data], object], str]] = [
    ("no days at all", lambda c: c.update(days=0), "/days"),
    ("a first day that is no date", lambda c: c.update(first_day="24/07/2025"), "/first_day"),
    ("a deadline without minutes", lambda c: c["deadlines"].update(report="16"), "/deadlines/report"),
    ("a report due after the edition", lambda c: c["deadlines"].update(report="17:30"), "/deadlines"),
    ("a zone that does not exist", lambda c: c.update(zone="Asia/Lang_Sen"), "/zone"),
    ("another folder's slug", lambda c: c.update(slug="lang-que"), "/slug"),
    ("no English name", lambda c: c["names"].pop("en"), "/names"),
    ("no deadlines", lambda c: c.pop("deadlines"), "/"),
    ("a field nobody knows", lambda c: c.update(colour="red"), "/"),
    ("a telephone that is none", lambda c: c["help"].update(phone="gọi Trung tâm"), "/help/phone"),
    (
        "corrections that close late",
        lambda c: c["corrections_close"].update(days_after=31),
        "/corrections_close/days_after",
    ),
    ("a past shorter than corrections", lambda c: c.update(usual_over_days=2), "/usual_over_days"),
    ("a milestone nobody owns", lambda c: c["milestones"][0].update(owner="SKHAC"), "/milestones/0/owner"),
    ("a milestone due some day", lambda c: c["milestones"][0].update(due="soon"), "/milestones/0/due"),
    ("a day that no month has", lambda c: c.update(first_day="2025-02-30"), "/first_day"),
    ("a milestone due on such a day", lambda c: c["milestones"][0].update(due="2025-02-31"), "/milestones/0/due"),
    ("a milestone twice", lambda c: c["milestones"].append(c["milestones"][0]), "/milestones"),
    ("a day that opens between two ticks", lambda c: c.update(day_opens="00:07"), "/day_opens"),
    ("a day that opens after it is due", lambda c: c.update(day_opens="16:05"), "/day_opens"),
    (
        "corrections that close before the report is due",
        lambda c: c.update(corrections_close={"days_after": 0, "at": "15:00"}),
        "/corrections_close",
    ),
    ("units in a spreadsheet", lambda c: c.update(units="units.xlsx"), "/units"),
    ("a kind that no unit has a word for", lambda c: c["forms"].update(ward="forms/ward.json"), "/forms"),
]

IN_THE_EDITION: list[tuple[str, Callable[[Data], object], str]] = [
    ("no word on editions", lambda c: c.pop("edition"), "/"),
    ("an alarm after the provisional edition", edition(alarm_at="16:58"), "/edition"),
    ("a provisional edition after it is due", edition(provisional_at="17:05"), "/edition"),
    ("a provisional edition before the report is due", edition(alarm_at="15:00", provisional_at="15:55"), "/edition"),
    ("a slot between two ticks", edition(provisional_at="16:57"), "/edition"),
    ("a document without its issuing body", edition(header={"parent": "UBND"}), "/edition/header"),
    ("a symbol that is a sentence", edition(symbol="Báo cáo"), "/edition/symbol"),
    ("nobody to receive it", edition(recipients=[]), "/edition/recipients"),
    ("weekly reports to nobody", lambda c: c["edition"].pop("periods"), "/edition"),
    ("a weekly report without a copy", lambda c: c["edition"]["periods"].update(recipients=[]), "/edition/periods/recipients"),
    ("an address that is none", lambda c: c["edition"]["mail"][0].update(email="chủ tịch"), "/edition/mail/0/email"),
    ("a recipient twice", lambda c: c["edition"]["mail"].append(c["edition"]["mail"][0]), "/edition/mail"),
    ("a part twice", lambda c: c["edition"].update(parts=["coverage", "coverage"]), "/edition/parts"),
    ("a subject twice", lambda c: c["edition"]["subjects"].insert(0, c["edition"]["subjects"][0]), "/edition/subjects"),
    ("no subject that takes the rest", lambda c: c["edition"]["subjects"].pop(), "/edition/subjects"),
    ("a subject without words", lambda c: c["edition"]["subjects"][0].update(words=[]), "/edition/subjects"),
    ("a word with marks", lambda c: c["edition"]["subjects"][0].update(words=["mạng"]), "/edition/subjects/0/words/0"),
    ("a kind without a name", lambda c: c["edition"]["kinds"].pop("commune"), "/edition/kinds/commune"),
    ("a kind that has no form", lambda c: c["edition"]["kinds"].update(ward=c["names"]), "/edition/kinds/ward"),
    ("three times in two days", step(2, within_days=2), "/edition/measures/steps/2"),
    ("a measure over a month", step(1, within_days=31), "/edition/measures/steps/1/within_days"),
    ("a measure twice", step(1, id="remind"), "/edition/measures/steps"),
    ("a problem that there is not", lambda c: c["edition"]["measures"]["counted_with"].update(late=["early"]), "/edition/measures/counted_with/late/0"),
    ("a change without a reason in words", lambda c: c["edition"]["changes"].pop("dictated"), "/edition/changes"),
]  # fmt: skip

IN_THE_FORM: list[tuple[str, Callable[[Data], object], str]] = [
    ("a figure in no group", figure("team_members", group="nowhere"), "/properties/team_members/group"),
    ("a figure for no target", figure("team_members", target="nothing"), "/properties/team_members/target"),
    ("a group without a figure", lambda f: f["groups"].append({**f["groups"][0], "id": "empty"}), "/groups"),
    ("a figure that is text", figure("team_members", type="string"), "/properties/team_members/type"),
    ("a count without a maximum", lambda f: f["properties"]["team_members"].pop("maximum"), "/properties/team_members"),
    ("a negative minimum", figure("team_members", minimum=-1), "/properties/team_members/minimum"),
    ("a flow that may fall", figure("dossiers_online", may_fall=True), "/properties/dossiers_online/may_fall"),
    ("a figure without an English title", lambda f: f["properties"]["technician"].pop("title_en"), "/properties/technician"),
    ("an id with a capital", lambda f: f["properties"].update(Team=count("a", "b", "flow", "teams")), "/properties"),
    ("a total of a figure that is not there", lambda f: f["totals"][0]["sum"].append("by_post"), "/totals/dossiers_received/sum"),
    ("a ratio of nothing", lambda f: f["targets"][0].update(numerator="by_post"), "/targets/online/numerator"),
    ("a ratio to nothing", lambda f: f["targets"][0].update(denominator="by_post"), "/targets/online/denominator"),
    ("a target that is a number", lambda f: f["targets"][1].update(holds={"var": "team_members"}), "/targets/team/holds"),
    ("a rule about nothing", rule(0, figures=["by_post"]), "/rules/trained_above_members/figures"),
    ("a rule that reads nothing", rule(0, holds={">": [{"var": "by_post"}, 0]}), "/rules/trained_above_members/holds"),
    ("a rule on yesterday's flow", rule(0, holds={">": [{"var": "earlier.dossiers_online"}, 0]}), "/rules/trained_above_members/holds"),
    ("a rule on a usual stock", rule(0, holds={">": [{"var": "usual.team_members"}, 0]}), "/rules/trained_above_members/holds"),
    ("a rule that compares yes with a count", rule(0, holds={"==": [{"var": "emergency_team"}, {"var": "team_members"}]}), "/rules/trained_above_members/holds"),
    ("a rule that counts a yes", rule(0, holds={">": [{"var": "emergency_team"}, 0]}), "/rules/trained_above_members/holds"),
    ("a rule with a division", rule(0, holds={"/": [1, 2]}), "/rules/0/holds"),
    ("a rule with one side", rule(0, holds={">": [{"var": "team_members"}]}), "/rules/0/holds/>"),
    ("a rule twice", rule(1, id="trained_above_members"), "/rules"),
    ("a group twice", lambda f: f["groups"].append(f["groups"][0]), "/groups"),
    ("a total twice", lambda f: f["totals"].append(f["totals"][0]), "/totals"),
    ("a target twice", lambda f: f["targets"].append(f["targets"][0]), "/targets"),
    ("a total in no group", lambda f: f["totals"][0].update(group="nowhere"), "/totals/dossiers_received/group"),
    ("a total of a yes", lambda f: f["totals"][0]["sum"].append("technician"), "/totals/dossiers_received/sum"),
    ("a minimum above the maximum", figure("team_members", minimum=9, maximum=8), "/properties/team_members/minimum"),
    ("another form's id", lambda f: f.update({"$id": "urn:giaoban:lang-sen:form:department"}), "/$id"),
    ("a sentence about something else", rule(0, vi="Còn {by_post} thì sao?"), "/rules/trained_above_members/vi"),
    ("the impossible by yesterday's word", rule(0, holds={">=": [{"var": "team_members"}, {"var": "earlier.team_members"}]}), "/rules/trained_above_members/holds"),
    ("a rule of unknown weight", rule(0, severity="fatal"), "/rules/0/severity"),
    ("a rule without a Vietnamese sentence", lambda f: f["rules"][0].pop("vi"), "/rules/0"),
    ("a rule for each of something else", rule(2, each="target"), "/rules/2/each"),
]  # fmt: skip

IN_UNITS: list[tuple[str, str, str, str]] = [
    ("a code twice", "00002,commune,", "00001,commune,", "line 3"),
    ("a kind without a form", "00001,commune,", "00001,district,", "line 2"),
    ("a code with a blank in it", "00001,", "0 001,", "line 2"),
    ("a code with letters of Vietnamese", "SSEN,", "SỞ,", "line 4"),
    ("a missing column", "code,kind,name,name_en,division_type", "code,kind,name,name_en", "line 2"),
    ("a cell too many", "Sen Hồng Ward,phường", "Sen Hồng Ward,phường,x", "line 3"),
    ("no English name", "Sen Trắng Commune", "", "line 2"),
]


@pytest.mark.parametrize(
    "planted, path",
    [case[1:] for case in [*IN_CAMPAIGN, *IN_THE_EDITION]],
    ids=[case[0] for case in [*IN_CAMPAIGN, *IN_THE_EDITION]],
)
def test_a_mistake_in_the_campaign_is_named(folder: Path, planted: Callable[[Data], object], path: str) -> None:
    change(folder, CAMPAIGN, planted)
    assert (CAMPAIGN, path) in refused(folder)


@pytest.mark.parametrize("planted, path", [case[1:] for case in IN_THE_FORM], ids=[case[0] for case in IN_THE_FORM])
def test_a_mistake_in_a_form_is_named(folder: Path, planted: Callable[[Data], object], path: str) -> None:
    change(folder, COMMUNE, planted)
    assert (COMMUNE, path) in refused(folder)


@pytest.mark.parametrize("right, wrong, line", [case[1:] for case in IN_UNITS], ids=[case[0] for case in IN_UNITS])
def test_a_mistake_among_the_units_is_named(folder: Path, right: str, wrong: str, line: str) -> None:
    units = folder / UNITS
    units.write_text(units.read_text(encoding="utf-8").replace(right, wrong), encoding="utf-8")
    assert (UNITS, line) in refused(folder)


@pytest.mark.parametrize("file", [CAMPAIGN, COMMUNE, UNITS])
@pytest.mark.parametrize("broken", [None, b"", b"{", b"\xff\xfe"], ids=["gone", "empty", "cut off", "not UTF-8"])
def test_a_file_that_cannot_be_read_is_named(folder: Path, file: str, broken: bytes | None) -> None:
    if broken is None:
        (folder / file).unlink()
    else:
        (folder / file).write_bytes(broken)
    assert file in {named for named, _ in refused(folder)}


def test_a_figure_that_stands_twice_is_not_lost_without_a_word(folder: Path) -> None:
    form = (folder / COMMUNE).read_text(encoding="utf-8")
    doubled = form.replace('"team_members": {', '"team_members": {}, "team_members": {', 1)
    (folder / COMMUNE).write_text(doubled, encoding="utf-8")
    assert (COMMUNE, "") in refused(folder)


def test_all_mistakes_of_all_files_are_named_at_once(folder: Path) -> None:
    change(folder, CAMPAIGN, lambda data: data["milestones"][0].update(owner="SKHAC"))
    change(folder, COMMUNE, figure("team_members", group="nowhere"))
    change(folder, "forms/department.json", figure("tasks_done", group="nowhere"))
    (folder / UNITS).write_text("code,kind\n00001,commune\n", encoding="utf-8")
    assert {file for file, _ in refused(folder)} == {CAMPAIGN, COMMUNE, "forms/department.json", UNITS}


def test_the_refusal_reads_file_place_and_reason(folder: Path) -> None:
    change(folder, CAMPAIGN, lambda data: data.update(slug="lang-que"))
    with pytest.raises(CampaignRefused, match=r"^campaign\.json /slug: “lang-que” is not the name of its folder$"):
        load(folder)
