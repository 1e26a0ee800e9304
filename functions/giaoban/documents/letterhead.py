"""What a campaign's data says about the form of its reports: whose they are, what they are called, who gets them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from giaoban.letters.letterhead import Letterhead


@dataclass(frozen=True)
class Addressee:
    """A leader who gets the edition by e-mail."""

    id: str
    name: str
    email: str


@dataclass(frozen=True)
class EditionLetterhead(Letterhead):
    """The `edition` of a campaign.json, as it was when the edition was frozen."""

    title: str
    addressee: str
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
