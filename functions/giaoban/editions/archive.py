"""Editions and the campaigns they were made with, under their hashes (design decision 18)."""

import json
from collections.abc import Mapping
from typing import Any

from giaoban.campaign import Campaign
from giaoban.campaign.read_campaign import campaign_of_files
from giaoban.editions.bucket import Bucket
from giaoban.editions.canonical import canonical, sha256
from giaoban.editions.content.edition import Edition
from giaoban.editions.content.period import PeriodEdition
from giaoban.editions.edition import AnyEdition, Frozen

JSON = "application/json"


class Tampered(RuntimeError):
    """What lies under a hash is not what was put there."""


class Archive:
    """`editions/<sha256>.json` and `campaigns/<sha256>.json`, canonical both."""

    def __init__(self, bucket: Bucket) -> None:
        self._bucket = bucket

    def keep(self, edition: Frozen[AnyEdition], campaign: Campaign) -> None:
        """The edition and its campaign, before anything names them. Raises Unavailable."""
        files = canonical(dict(campaign.files))
        self._bucket.put(f"campaigns/{sha256(files)}.json", files, JSON)
        self._bucket.put(f"editions/{edition.sha256}.json", canonical(edition.content), JSON)

    def edition(self, sha: str) -> Frozen[Edition]:
        """A day's. Raises Unavailable, Tampered."""
        content: Edition = json.loads(self.text("editions", sha))
        return Frozen(sha, content)

    def period(self, sha: str) -> Frozen[PeriodEdition]:
        """A week's, or the whole campaign's. Raises Unavailable, Tampered."""
        content: PeriodEdition = json.loads(self.text("editions", sha))
        return Frozen(sha, content)

    def any_edition(self, sha: str) -> Frozen[AnyEdition]:
        """A day's or a longer period's. Raises Unavailable, Tampered."""
        content: AnyEdition = json.loads(self.text("editions", sha))
        return Frozen(sha, content)

    def campaign(self, sha: str) -> Campaign:
        """The campaign as it was. Raises Unavailable, Tampered."""
        files: Mapping[str, Any] = json.loads(self.text("campaigns", sha))
        return campaign_of_files(files)

    def text(self, folder: str, sha: str) -> bytes:
        """Raises Unavailable, Tampered."""
        content = self._bucket.get(f"{folder}/{sha}.json")
        if sha256(content) != sha:
            raise Tampered(f"{folder}/{sha}.json")
        return content

    def document(self, edition: str, form: str, sha: str) -> bytes:
        """A rendered document of the edition with this hash. Raises Unavailable, Tampered."""
        content = self._bucket.get(document_key(edition, form, sha))
        if sha256(content) != sha:
            raise Tampered(document_key(edition, form, sha))
        return content


def document_key(edition: str, form: str, sha: str) -> str:
    """Where a document lies: `form` is docx, pdf or xlsx."""
    return f"documents/{edition}/{form}/{sha}.{form}"
