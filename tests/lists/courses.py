"""Another list than the directory: courses with a few columns of their own, kept in the same way."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pynamodb.attributes import UnicodeAttribute

from giaoban.lists.columns import Columns
from giaoban.lists.importing import Import, KeptList
from giaoban.lists.items import Head, ListItem, entry_in
from giaoban.lists.list_file import Sheet
from giaoban.lists.plan import EntryRules, Plan
from giaoban.lists.reading import RowRules
from giaoban.lists.same import Sameness
from giaoban.lists.store import ListStore
from giaoban.lists.table import Row
from giaoban.problem import Problem, problem

COLUMNS = Columns(Path(__file__).with_name("courses.json"), needed=("code", "title"))
SHEET = Sheet("Lớp", widths=(12, 30, 14, 10), frozen="B2", choices={"level": "levels"})


@dataclass(frozen=True)
class Course:
    code: str
    title: str
    level: str = "first"
    seats: int = 0


@dataclass(frozen=True)
class KeptCourse:
    id: str
    entry: Course
    version: int


class CourseItem(ListItem):
    # The table at hand calls its sort key so.
    key = UnicodeAttribute(range_key=True, attr_name="person")


def read_course(row: Row) -> Course | list[Problem]:
    level, seats = COLUMNS.meaning("levels", row.text("level")), row.text("seats")
    problems = [
        *([problem(row.path("level"), "unknown_role")] if level is None else []),
        *([problem(row.path("seats"), "wrong_form")] if not seats.isdigit() else []),
    ]
    return problems or Course(row.text("code"), row.text("title"), str(level), int(seats))


COURSES = Sameness[Course](lambda each: (each.code,))


def is_unfilled(row: Row) -> bool:
    return not row.text("code") and not row.text("title")


ROWS = RowRules(COLUMNS, is_unfilled, read_course, COURSES, named_in="code", twice="person_twice")


def rows(*courses: Course) -> Iterator[list[str]]:
    levels = COLUMNS.words_of("levels")
    return ([each.code, each.title, levels[each.level].vi, str(each.seats)] for each in courses)


def data(course: Course) -> dict[str, Any]:
    return {"code": course.code, "title": course.title, "level": course.level, "seats": course.seats}


def kept(item: CourseItem, head: Head) -> KeptCourse | None:
    said = entry_in(item, head)
    return KeptCourse(item.key, Course(**said), int(item.version)) if said else None


def course_list(store: ListStore[CourseItem]) -> KeptList[KeptCourse, Course, CourseItem]:
    def new(campaign: str, plan: Plan[KeptCourse, Course], made: Import) -> list[CourseItem]:
        same = {"version": 1, "number": made.number, "history": [made.line()]}
        return [store._items(campaign, each.code, entry=data(each), **same) for each in plan.added]

    return KeptList(store, EntryRules(COURSES, data), kept, lambda each: each.id, new, "directory_changed")


WEB, MAIL = Course("WEB1", "Lên mạng an toàn", seats=20), Course("MAIL", "Thư điện tử", "second", 12)
FULLER = replace(WEB, seats=25)
