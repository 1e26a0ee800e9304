"""What can be wrong with a request, and what its sender reads about it (RFC 9457).

GiaobanError
├── Malformed        400  not JSON, not UTF-8
├── Unauthenticated  401  no session, or one that has ended
├── Forbidden        403  somebody else's
├── Unknown          404  no such campaign, unit, day or route
├── Conflict         409  another's revision came first, or the same id with other content
├── Closed           410  corrections of the day are closed for this role
├── TooLarge         413
├── NotJson          415
├── Refused          422  with every problem found
└── Unavailable      503  the store did not answer; sending again is safe
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from giaoban.text import Text, Value, sentence

# More would tell nobody anything, and a small body must not ask for a large answer.
MAX_PROBLEMS = 100
MAX_NAME = 100


@dataclass(frozen=True)
class Problem:
    """One thing to mend: where (a JSON Pointer into the body), which rule, and the sentence to read."""

    path: str
    rule: str
    text: Text

    def view(self) -> dict[str, str]:
        return {"path": self.path, "rule": self.rule, "vi": self.text.vi, "en": self.text.en}


def below(path: str, name: object) -> str:
    """The JSON Pointer (RFC 6901) to the member `name` of what `path` points to."""
    return f"{path}/{str(name)[:MAX_NAME].replace('~', '~0').replace('/', '~1')}"


def problem(path: str, rule: str, **values: Value) -> Problem:
    """The problem `rule`, in the words of sentences.json."""
    return Problem(path, rule, sentence(rule, **values))


class GiaobanError(Exception):
    """An answer that is not a success; `name` is its sentence."""

    status = 500

    def __init__(
        self,
        name: str,
        problems: Sequence[Problem] = (),
        current: Mapping[str, object] | None = None,
        **values: Value,
    ) -> None:
        super().__init__(name)
        self.name = name
        self.text = sentence(name, **values)
        self.problems = tuple(problems)[:MAX_PROBLEMS]
        self.current = current

    def view(self) -> dict[str, object]:
        """The body of application/problem+json."""
        body: dict[str, object] = {
            "type": f"urn:giaoban:problem:{self.name}",
            "title": self.name.replace("_", " "),
            "status": self.status,
            "detail": self.text.vi,
            "detail_en": self.text.en,
            "problems": [each.view() for each in self.problems],
        }
        return body if self.current is None else {**body, "current": self.current}


class Malformed(GiaobanError):
    status = 400


class Unauthenticated(GiaobanError):
    status = 401


class Forbidden(GiaobanError):
    status = 403


class Unknown(GiaobanError):
    status = 404


class Conflict(GiaobanError):
    status = 409


class Closed(GiaobanError):
    status = 410


class TooLarge(GiaobanError):
    status = 413


class NotJson(GiaobanError):
    status = 415


class Refused(GiaobanError):
    status = 422


class Unavailable(GiaobanError):
    status = 503
