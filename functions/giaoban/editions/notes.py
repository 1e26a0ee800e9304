"""Difficulties and proposals (III.7), grouped by what they are about."""

import re
from collections.abc import Sequence

from giaoban.campaign.edition_rules import Subject
from giaoban.editions.content import edition as content
from giaoban.editions.line import Line
from giaoban.fold import fold_for_search

_NOT_A_WORD = re.compile(r"[\W_]+")


def notes_view(lines: Sequence[Line], subjects: Sequence[Subject]) -> content.Notes:
    """Each text whole, with its unit; subjects that nobody wrote about are left out."""
    return {
        "difficulties": _grouped([(line.code, line.note("difficulties")) for line in lines], subjects),
        "proposals": _grouped([(line.code, line.note("proposals")) for line in lines], subjects),
    }


def subject_of(text: str, subjects: Sequence[Subject]) -> Subject:
    """The first whose words stand in the text; the last takes the rest."""
    words = f" {_NOT_A_WORD.sub(' ', fold_for_search(text)).strip()} "
    return next((each for each in subjects if any(f" {word} " in words for word in each.words)), subjects[-1])


def _grouped(texts: Sequence[tuple[str, str]], subjects: Sequence[Subject]) -> list[content.Subject]:
    entries: dict[str, list[content.Note]] = {subject.id: [] for subject in subjects}
    for unit, text in texts:
        if text:
            entries[subject_of(text, subjects).id].append({"unit": unit, "text": text})
    return [
        {"subject": subject.id, "names": subject.names.view(), "entries": entries[subject.id]}
        for subject in subjects
        if entries[subject.id]
    ]
