"""An edition to take along: its JSON as it is kept, or one of the documents made of it."""

from collections.abc import Mapping

from aws_lambda_powertools.event_handler import Response

from giaoban.editions.archive import Archive
from giaoban.editions.kept import Entry, Kept
from giaoban.problem import Unknown
from giaoban.web.answer import private_file, private_with_tag

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# Why a document of an edition that there is cannot be had.
NO_DOCUMENT: Mapping[int, tuple[str, ...]] = {404: ("unknown_format", "document_not_ready")}


def entry_numbered(kept: Kept, text: str) -> Entry:
    """The edition whose number an address carries. Raises Unknown."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0
    found = next((entry for entry in kept.editions if entry.number == number), None)
    if found is None:
        raise Unknown("unknown_edition")
    return found


def fetch(archive: Archive, kept: Kept, entry: Entry, form: str, asked: str | None) -> Response[bytes] | Response[str]:
    """`asked` is the ETag that the asker has; an edition's JSON comes byte by byte as its hash names it.

    Raises Unknown, Unavailable.
    """
    if form == "json":
        text = archive.text("editions", entry.sha256).decode()
        return private_with_tag(text, f'"{entry.sha256}"', asked)
    if form not in TYPES:
        raise Unknown("unknown_format")
    sha = _document(kept, entry, form)
    name = f"bao-cao-{kept.campaign}-{kept.period}-ban-{entry.number}.{form}"
    return private_file(archive.document(entry.sha256, form, sha), TYPES[form], name, f'"{sha}"', asked)


def _document(kept: Kept, entry: Entry, form: str) -> str:
    made = kept.documents.get(entry.number, {}).get(form)
    if made is None:
        raise Unknown("document_not_ready")
    return made["sha256"]
