"""What the directory's list can do, any list can: shown with courses, whose columns and rules are their own."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from giaoban.lists.importing import Author, import_list
from giaoban.lists.items import Head
from giaoban.lists.list_file import FORMATS, list_file
from giaoban.lists.reading import read_list
from giaoban.lists.store import ListStore
from giaoban.lists.views import problem_view
from giaoban.problem import Conflict
from tests.engines.fixtures import Engine
from tests.lists.courses import COLUMNS, FULLER, MAIL, ROWS, SHEET, WEB, Course, CourseItem, course_list, rows

SLUG, BY, AT = "lang-sen", Author("admin", "quan-tri"), datetime.fromisoformat("2025-07-24T08:00:00+07:00")


class Dying(ListStore[CourseItem]):
    """Dies instead of the write of the head that would make the import count."""

    dies = False

    def put_head(self, campaign: str, head: Head) -> bool:
        if self.dies and head.lock is None:
            raise KeyboardInterrupt
        return super().put_head(campaign, head)


@pytest.fixture
def store(engine: Engine) -> Dying:
    return Dying(CourseItem, engine.directory)


def standing(store: ListStore[CourseItem]) -> list[Course]:
    found, kind = store.standing(SLUG), course_list(store)
    return [kept.entry for item in found.items if (kept := kind.kept(item, found.head))]


@pytest.mark.parametrize("kind", FORMATS)
def test_the_template_comes_back_as_what_it_says(kind: str) -> None:
    assert read_list(list_file(kind, COLUMNS, SHEET, rows(WEB, MAIL)), ROWS) == ([WEB, MAIL], [])


def test_every_problem_is_told_by_its_row_and_its_column() -> None:
    content = (
        "Mã lớp;Tên lớp;Trình độ;Số chỗ\nWEB1;Lên mạng;Khó;nhiều\n;;;\nMAIL;Thư;Cơ bản;=1\nA;B;Basic;1\nA;C;Basic;2"
    )
    _, problems = read_list(content.encode(), ROWS)
    told = [problem_view(each, COLUMNS) for each in problems]
    assert [(each["rule"], each["row"], each["column"] and each["column"]["vi"]) for each in told] == [  # type: ignore[index, call-overload]
        ("unknown_role", 2, "Trình độ"),
        ("wrong_form", 2, "Số chỗ"),
        ("formula", 4, "Số chỗ"),
        ("person_twice", 6, "Mã lớp"),
    ]


def test_without_a_needed_column_it_is_no_such_list() -> None:
    assert [each.rule for each in read_list(b"Course code,Level\nA,Basic", ROWS)[1]] == ["column_missing"]


def test_a_list_replaces_what_stood_and_the_same_twice_changes_nothing(store: Dying) -> None:
    kind = course_list(store)
    assert len(import_list(kind, SLUG, [WEB, MAIL], BY, AT).added) == 2
    trial = kind.plan(SLUG, [FULLER])
    assert ([entry for _, entry in trial.changed], len(trial.removed), standing(store)) == ([FULLER], 1, [MAIL, WEB])
    import_list(kind, SLUG, [FULLER], BY, AT, trial.token)
    before = [item.to_dynamodb_dict() for item in store.standing(SLUG).items], store.head(SLUG)
    assert import_list(kind, SLUG, [FULLER], BY, AT).is_same_list
    assert ([item.to_dynamodb_dict() for item in store.standing(SLUG).items], store.head(SLUG)) == before
    assert standing(store) == [FULLER]


def test_a_plan_that_was_looked_at_is_carried_out_or_nothing_is(store: Dying) -> None:
    kind = course_list(store)
    import_list(kind, SLUG, [WEB], BY, AT)
    looked_at = kind.plan(SLUG, [FULLER])
    import_list(kind, SLUG, [replace(WEB, seats=1)], BY, AT)
    with pytest.raises(Conflict):
        import_list(kind, SLUG, [FULLER], BY, AT, looked_at.token)
    assert standing(store) == [replace(WEB, seats=1)]


def test_an_import_that_dies_before_it_counts_has_changed_nothing(store: Dying) -> None:
    kind = course_list(store)
    import_list(kind, SLUG, [WEB], BY, AT)
    store.dies = True
    with pytest.raises(KeyboardInterrupt):
        import_list(kind, SLUG, [FULLER, MAIL], BY, AT)
    assert standing(store) == [WEB]
    store.dies = False
    import_list(kind, SLUG, [MAIL], BY, AT + timedelta(minutes=2))
    assert standing(store) == [MAIL]
