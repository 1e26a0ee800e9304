"""What a campaign's data says about the form of its reports: who issues, signs and receives them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from giaoban.documents.words import say
from giaoban.letters.dates import day_in_words, moment
from giaoban.letters.model import Head, Signature

LINE_LENGTH = 24


@dataclass(frozen=True)
class Addressee:
    """A leader who gets the edition by e-mail."""

    id: str
    name: str
    email: str


@dataclass(frozen=True)
class Letterhead:
    """The `edition` of a campaign.json, as it was when the edition was frozen."""

    parent: str
    body: str
    symbol: str
    place: str
    title: str
    addressee: str
    signer_title: str
    signer_name: str
    recipients: tuple[str, ...]
    mail: tuple[Addressee, ...]
    centre: str
    is_practice: bool

    @classmethod
    def read(cls, snapshot: Mapping[str, str], is_period: bool) -> Self:
        """From the campaign's folder as the bucket keeps it: file name → text.

        A week's report and the final one have readers of their own; campaigns frozen before that have not.
        """
        campaign = json.loads(snapshot["campaign.json"])
        edition: dict[str, Any] = campaign["edition"]
        readers: dict[str, Any] = edition.get("periods", edition) if is_period else edition
        return cls(
            parent=edition["header"]["parent"],
            body=edition["header"]["body"],
            symbol=edition["symbol"],
            place=edition["place"],
            title=edition["title"]["vi"],
            addressee=readers["addressee"]["vi"],
            signer_title=edition["signer"]["title"],
            signer_name=edition["signer"]["name"],
            recipients=tuple(readers["recipients"]),
            mail=tuple(Addressee(each["id"], each["names"]["vi"], each["email"]) for each in edition["mail"]),
            centre=campaign["centre"]["names"]["vi"],
            is_practice=campaign["practice"],
        )

    def head(self, issued_at: str) -> Head:
        """The document's two columns; the registry writes the number in by hand, afterwards."""
        day = day_in_words(moment(issued_at).date())
        return Head(
            parent=_in_two_lines(self.parent),
            body=_in_two_lines(self.body),
            number=say("number", symbol=self.symbol),
            nation=say("nation"),
            motto=say("motto"),
            place_and_date=say("place_and_date", place=self.place, day=day),
        )

    def signature(self, is_signed: bool) -> Signature:
        """Where the director signs; nobody signs what the clock made."""
        recipients = tuple(say("recipient", name=each) for each in self.recipients)
        title, name = (self.signer_title, self.signer_name) if is_signed else (say("unsigned"), "")
        return Signature(say("recipients"), recipients, title, name)


def _in_two_lines(name: str) -> str:
    """A name too long for its column, broken at the space nearest its middle, as such heads are written."""
    if len(name) <= LINE_LENGTH or " " not in name:
        return name
    spaces = [place for place, letter in enumerate(name) if letter == " "]
    middle = min(spaces, key=lambda place: abs(place - len(name) / 2))
    return f"{name[:middle]}\n{name[middle + 1 :]}"
