"""The pages share by the wing `shared/` alone: none imports another, no modules go round in circles, nothing lies idle."""

import re
from collections import defaultdict
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from tools.phone.imports import fetched_later, imports_of
from tools.phone.stamp import pages

APP = Path(__file__).parents[2] / "site" / "app"
WING = "shared"
# A script of its own, which a page's worker imports in its way.
WORKER = f"{WING}/worker.js"
MODULES = sorted({file.relative_to(APP).as_posix() for file in APP.glob("*/**/*.js")} - {WORKER})
# Written for any page before a second one uses them; whoever does takes them off this list.
AWAITED = {
    "store.js": "pages that go on without a network: outreach, visits",
    "outbox.js": "the same",
    "import/import.js": "other lists that people fill in: supporters, teams, those to be trained",
    "import/plan.js": "the same",
    "import/texts.js": "the same",
    "conflict.js": "what several people edit: needs, plans, registers",
}
IMPORTS = {name: [*imports_of(APP, name), *fetched_later(APP, [name])] for name in MODULES}


def room(module: str) -> str:
    return module.split("/")[0]


def crossing(imports: dict[str, list[str]]) -> list[str]:
    """Every import that leads neither into its own folder nor into the wing."""
    return [
        f"{name} imports {each}"
        for name, named in imports.items()
        for each in named
        if room(each) not in (room(name), WING)
    ]


def circle(imports: dict[str, list[str]]) -> list[str]:
    """The modules of one circle, if there is any."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as found:
        return list(found.args[1])
    return []


def users(imports: dict[str, list[str]]) -> dict[str, set[str]]:
    """Of each module the pages that import it, through others or by themselves."""
    using: dict[str, set[str]] = defaultdict(set)
    for page in {room(name) for name in imports} - {WING}:
        known = [name for name in imports if room(name) == page]
        for name in known:
            using[name].add(page)
            known += [each for each in imports.get(name, []) if each not in known]
    return using


def test_no_page_imports_from_another_page_and_the_wing_from_none():
    assert crossing(IMPORTS) == []


def test_no_modules_import_each_other_in_a_circle():
    assert circle(IMPORTS) == []


def test_what_lies_in_the_wing_is_used_by_two_pages_at_least_or_awaited_by_name():
    using = users(IMPORTS)
    used_once = {name.removeprefix(f"{WING}/") for name in MODULES if room(name) == WING and len(using[name]) < 2}
    assert used_once == set(AWAITED)
    assert [name for name in AWAITED if not using[f"{WING}/{name}"]] == []


def test_every_folder_is_a_page_or_the_wing_and_every_module_is_reached_from_a_page():
    assert {room(name) for name in MODULES} == {*pages(APP), WING}
    imported = {each for named in IMPORTS.values() for each in named}
    entries = {f"{page}/app.js" for page in pages(APP)} | {"bao-cao/first.js"}
    assert set(MODULES) - imported - entries == set()


def test_what_would_be_wrong_is_found():
    wrong = {
        "a/app.js": ["b/x.js", "shared/s.js"],
        "b/x.js": ["a/app.js"],
        "shared/s.js": [],
        "shared/t.js": ["a/app.js"],
    }
    assert crossing(wrong) == ["a/app.js imports b/x.js", "b/x.js imports a/app.js", "shared/t.js imports a/app.js"]
    assert set(circle(wrong)) == {"a/app.js", "b/x.js"}
    assert users({"a/app.js": ["shared/s.js"], "shared/s.js": ["shared/t.js"], "shared/t.js": []})["shared/t.js"] == {
        "a"
    }


def test_every_import_is_written_so_that_the_build_sees_it():
    for name in MODULES:
        code = re.sub(r"/\*.*?\*/", "", (APP / name).read_text(encoding="utf-8"), flags=re.S)
        statements = re.findall(r"^import\b|^export (?:\{[^}]*\}|\*[^;]*) from", code, re.M)
        assert len(statements) == len(imports_of(APP, name)), name
        assert len(re.findall(r"\bimport\([^)]", code)) == len(fetched_later(APP, [name])), name
