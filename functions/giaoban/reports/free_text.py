"""What a unit wrote in its own words: the texts of a report that a coordinator may make public, one by one."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from giaoban.campaign import Finding
from giaoban.reports.decision import Decision, made_public
from giaoban.reports.report import Report

NOTES = ("difficulties", "proposals")


@dataclass(frozen=True)
class FreeText:
    """`about`: where it stands in the report's body; `figures`: what an explanation explains."""

    about: str
    text: str
    figures: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """Names the text itself: another letter is another text."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def texts_of(report: Report | None, findings: Iterable[Finding]) -> list[FreeText]:
    """Of that revision: its notes, and its explanations of what is doubtful in it; others explain nothing."""
    if report is None:
        return []
    notes = [FreeText(f"notes/{name}", report.sent.notes[name]) for name in NOTES if report.sent.notes.get(name)]
    return notes + [
        FreeText(f"explanations/{finding.rule}", finding.explanation, finding.figures)
        for finding in findings
        if finding.explanation
    ]


def public_texts(texts: Iterable[FreeText], decisions: Sequence[Decision]) -> list[FreeText]:
    """Those that a coordinator has marked, and nobody has hidden since."""
    return [each for each in texts if made_public(decisions, each.about, each.sha256)]
