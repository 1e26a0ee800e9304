"""What units say in their own words, where a coordinator has made it public: by day, by unit, the newest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from giaoban.editions.content.units import UnitNames, Words
from giaoban.language import Language
from giaoban.publish.story import Issue, Story
from giaoban.publish.words import say
from giaoban.text import Both

# On the home page: so many texts, and so much of each.
MOST, LONGEST = 6, 280


@dataclass(frozen=True)
class Said:
    """One text, the edition it stands in, whose it is. The text is Vietnamese in every language of the site."""

    issue: Issue
    unit: UnitNames
    words: Words
    titles: Mapping[str, Both]

    @property
    def lines(self) -> list[str]:
        """As the unit parted them; a blank one parts nothing in HTML."""
        return [line for line in self.words["text"].splitlines() if line.strip()]

    @property
    def short(self) -> list[str]:
        """So much of it as stands on the home page."""
        lengths = accumulate(map(len, self.lines))
        whole = [line for line, length in zip(self.lines, lengths, strict=True) if length <= LONGEST]
        return self.lines if whole == self.lines else [*whole, self._cut(sum(map(len, whole)), len(whole))]

    def _cut(self, taken: int, line: int) -> str:
        """At a space, where there is one."""
        part = self.lines[line][: max(LONGEST - taken, 40)]
        return f"{part.rpartition(' ')[0] or part}…"

    def label(self, language: Language) -> str:
        """Difficulties, proposals, or which figures it explains."""
        about = self.words["about"].partition("/")
        if about[0] == "notes":
            return say(f"about_{about[2]}", language)
        titles = [self.titles[name][language] for name in self.words["figures"] if name in self.titles]
        return say("about_explanation_of", language, titles=", ".join(titles)) if titles else say("explains", language)


def said_on(story: Story, issue: Issue) -> list[Said]:
    """All of one edition, in the order of its units."""
    titles = _titles(story)
    return [
        Said(issue, row["unit"], words, titles.get(row["unit"]["kind"], {}))
        for row in issue.edition["units"]
        for words in row.get("public", [])
    ]


def said_by(story: Story, codes: Sequence[str]) -> list[Said]:
    """What these units said on all days, the newest first."""
    days = [issue for _, issue in reversed(story.by_day()) if issue]
    return [each for issue in days for each in said_on(story, issue) if each.unit["code"] in codes]


def _titles(story: Story) -> dict[str, dict[str, Both]]:
    return {
        kind: {name: figure.title.view() for name, figure in form.figures.items()}
        for kind, form in story.campaign.forms.items()
    }
