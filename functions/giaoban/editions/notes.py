"""Difficulties and proposals (III.7), grouped by what they are about."""

import re
from collections.abc import Sequence

from giaoban.campaign.edition_rules import Subject
from giaoban.editions.line import Line, View
from giaoban.fold import fold_for_search

ABOUT = ("difficulties", "proposals")
_NOT_A_WORD = re.compile(r"[\W_]+")


def notes_view(lines: Sequence[Line], subjects: Sequence[Subject]) -> View:
    """Each text whole, with its unit; subjects that nobody wrote about are left out."""
    return {about: _grouped([(line.code, line.note(about)) for line in lines], subjects) for about in ABOUT}


def subject_of(text: str, subjects: Sequence[Subject]) -> Subject:
    """The first whose words stand in the text; the last takes the rest."""
    words = f" {_NOT_A_WORD.sub(' ', fold_for_search(text)).strip()} "
    return next((each for each in subjects if any(f" {word} " in words for word in each.words)), subjects[-1])


def _grouped(texts: Sequence[tuple[str, str]], subjects: Sequence[Subject]) -> list[View]:
    entries: dict[str, list[View]] = {subject.id: [] for subject in subjects}
    for unit, text in texts:
        if text:
            entries[subject_of(text, subjects).id].append({"unit": unit, "text": text})
    return [
        {"subject": subject.id, "names": subject.names.view(), "entries": entries[subject.id]}
        for subject in subjects
        if entries[subject.id]
    ]
