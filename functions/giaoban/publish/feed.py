"""The feed of corrections: one entry for each edition that replaced another (Atom, RFC 4287)."""

from xml.etree.ElementTree import Element, SubElement, tostring

from giaoban.language import Language
from giaoban.publish.dates import full_day
from giaoban.publish.page_record import Told, told
from giaoban.publish.places import address
from giaoban.publish.story import Issue, Story
from giaoban.publish.words import say

ATOM = "http://www.w3.org/2005/Atom"
NEWEST = 50


def feed(story: Story, language: Language, origin: str) -> bytes:
    """The newest corrections. Its identity does not depend on the address that it is served from."""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": language})
    _add(root, "id", f"urn:giaoban:{story.campaign.slug}:corrections:{language}")
    _add(root, "title", f"{say('corrections', language)}: {story.campaign.names.view()[language]}")
    _add(root, "updated", _updated(story))
    _link(root, "self", f"{origin}/data/corrections.{language}.atom")
    _link(root, "alternate", f"{origin}{address('corrections', language)}")
    _add(SubElement(root, "author"), "name", say("publisher", language))
    for issue in story.corrected[:NEWEST]:
        root.append(_entry(story, issue, language, origin))
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _updated(story: Story) -> str:
    moments = [issue.edition["issued_at"] for issue in story.issues]
    return max(moments) if moments else story.campaign.opening(story.campaign.first_day).isoformat()


def _entry(story: Story, issue: Issue, language: Language, origin: str) -> Element:
    entry, replaced = Element("entry"), issue.edition["replaces"]
    _add(entry, "id", f"urn:sha256:{issue.sha256}")
    number = replaced["edition"] if replaced else 0
    day = full_day(issue.day, language)
    _add(entry, "title", say("correction_of", language, day=day, n=issue.number, old=number))
    _add(entry, "updated", issue.edition["issued_at"])
    _link(entry, "alternate", f"{origin}{address('corrections', language)}#c{issue.anchor}")
    lines = [told(story, issue, change, language) for change in issue.edition["changes"]]
    _add(entry, "summary", "; ".join(map(_said, lines)))
    return entry


def _said(line: Told) -> str:
    return f"{line['name']}: {', '.join([line['why'], *line['texts']])}"


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _link(parent: Element, rel: str, href: str) -> None:
    SubElement(parent, "link", {"rel": rel, "href": href})
