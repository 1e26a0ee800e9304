"""Who issues a letter, who signs it and who gets it."""

from dataclasses import dataclass
from datetime import date

from giaoban.letters.dates import day_in_words
from giaoban.letters.model import Head, Paragraph, Run, Signature
from giaoban.letters.words import say

LINE_LENGTH = 24


@dataclass(frozen=True)
class Letterhead:
    """`parent` stands over `body`; `symbol` follows the number that the registry gives."""

    parent: str
    body: str
    symbol: str
    place: str
    signer_title: str
    signer_name: str
    recipients: tuple[str, ...]

    def head(self, on: date) -> Head:
        """The letter's two columns; the registry writes the number in by hand, afterwards."""
        return Head(
            parent=_in_two_lines(self.parent),
            body=_in_two_lines(self.body),
            number=say("number", symbol=self.symbol),
            nation=say("nation"),
            motto=say("motto"),
            place_and_date=say("place_and_date", place=self.place, day=day_in_words(on)),
        )

    def signature(self, is_signed: bool) -> Signature:
        """Where the signer signs; nobody signs what the clock made."""
        recipients = tuple(say("recipient", name=each) for each in self.recipients)
        title, name = (self.signer_title, self.signer_name) if is_signed else (say("unsigned"), "")
        return Signature(say("recipients"), recipients, title, name)


def addressed_to(name: str) -> Paragraph:
    """The line that says to whom the letter goes."""
    return Paragraph((Run(say("addressee")), Run(name)), "addressee")


def _in_two_lines(name: str) -> str:
    """A name too long for its column, broken at the space nearest its middle, as such heads are written."""
    if len(name) <= LINE_LENGTH or " " not in name:
        return name
    spaces = [place for place, letter in enumerate(name) if letter == " "]
    middle = min(spaces, key=lambda place: abs(place - len(name) / 2))
    return f"{name[:middle]}\n{name[middle + 1 :]}"
