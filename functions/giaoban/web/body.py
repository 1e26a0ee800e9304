"""From the bytes of a request to an object that can be trusted to be plain JSON of sensible text."""

import json
import re
import unicodedata
from typing import NoReturn

from giaoban.problem import MAX_PROBLEMS, Malformed, Problem, TooLarge, below, problem

MAX_BYTES = 64 * 1024
MAX_DEPTH = 8

# What programs write for the end of a line: a word processor 0x0B within a paragraph, Unicode three more.
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# What nobody sees and neither JSON Schema, DynamoDB's UTF-8 nor an XML document (DOCX, XLSX) can carry: controls, halves of
# a letter, and what Unicode promises never to assign.
_UNSPEAKABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

type Object = dict[str, object]


def read_object(body: bytes, most: int = MAX_BYTES) -> tuple[Object, list[Problem]]:
    """The JSON object in `body`, its text in NFC, and what is wrong with that text.

    Raises TooLarge over `most` bytes (64 KiB), and Malformed for what is not UTF-8, not JSON (NaN and repeated names included),
    nested deeper than 8 or not an object.
    """
    if len(body) > most:
        raise TooLarge("too_large")
    value = _decoded(body)
    if not isinstance(value, dict):
        raise Malformed("not_an_object")
    problems: list[Problem] = []
    return _clean_object(value, "", 0, problems), problems


def _decoded(body: bytes) -> object:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Malformed("not_utf8") from error
    try:
        return json.loads(text, parse_constant=_no_constant, object_pairs_hook=_no_repeats)
    except (ValueError, RecursionError) as error:
        raise Malformed("not_json") from error


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _no_repeats(pairs: list[tuple[str, object]]) -> Object:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name stands twice in one object")
    return found


def _clean(value: object, path: str, depth: int, problems: list[Problem]) -> object:
    if depth > MAX_DEPTH:
        raise Malformed("too_deep")
    if isinstance(value, str):
        return _clean_text(value)
    if isinstance(value, dict):
        return _clean_object(value, path, depth, problems)
    if isinstance(value, list):
        return [_clean(each, below(path, index), depth + 1, problems) for index, each in enumerate(value)]
    return value


def _clean_object(value: Object, path: str, depth: int, problems: list[Problem]) -> Object:
    cleaned = {
        _clean_name(name, path, problems): _clean(each, below(path, name), depth + 1, problems)
        for name, each in value.items()
    }
    if len(cleaned) < len(value):
        raise Malformed("not_json")  # two names that read the same
    return cleaned


def _clean_name(name: str, path: str, problems: list[Problem]) -> str:
    """Names come from programs: one that holds what cannot be written is a mistake of theirs."""
    if _UNSPEAKABLE.search(name) and len(problems) < MAX_PROBLEMS:
        problems.append(problem(_UNSPEAKABLE.sub("?", path), "control_characters"))
    return _clean_text(name)


def _clean_text(text: str) -> str:
    """NFC, since keyboards of some phones send `ê` in two parts; one kind of line end; without what nobody sees.

    People paste such signs unseen, and could not find what they were asked to delete.
    """
    return unicodedata.normalize("NFC", _UNSPEAKABLE.sub("", _LINE_END.sub("\n", text))).strip()
