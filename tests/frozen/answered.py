"""Asks the functions as the gateway does, and keeps of an answer what a client sees and can rely on."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import parse_qsl

from tests.frozen.asked import Question, questions
from tests.frozen.people import cookie
from tests.frozen.stored import Stored
from tests.web.event import event
from tools.runner.routing import find
from tools.template import Template, load

type Answer = dict[str, Any]


def answers(stored: Stored) -> Iterator[tuple[str, Answer]]:
    """By the question's name, a number before it: some are asked twice."""
    for number, question in enumerate(questions()):
        yield f"{number:03} {question.name}", ask(stored, question)


def ask(stored: Stored, question: Question) -> Answer:
    path, _, query = question.path.partition("?")
    given = {"body": question.body, "at": question.moment, "query": dict(parse_qsl(query))}
    session = cookie(question.who) if question.who else None
    handler = stored.function(_function(question.method, path))
    answered = handler(event(question.method, path, cookie=session, **given), None)
    headers = {name.lower(): value for name, value in answered["headers"].items()}
    return {
        "status": answered["statusCode"],
        "type": headers.get("content-type"),
        "cache": headers.get("cache-control"),
        "body": _body(question, answered["body"]),
    }


def _body(question: Question, text: str) -> Any:
    try:
        body = json.loads(text)
    except ValueError:
        return text
    if question.path.endswith("/draft"):
        # Names the campaign's data of now, which may have grown: the draft says nothing else of them.
        del body["campaign"]["data_sha256"]
    return body


def _function(method: str, path: str) -> str:
    found = find(_template().routes, method, path)
    assert found, (method, path)
    route, _ = found
    return next(each.handler for each in _template().functions if each.name == route.function).split(".")[0]


@cache
def _template() -> Template:
    return load()
