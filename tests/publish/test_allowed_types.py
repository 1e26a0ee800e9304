"""The allow-list and the public types name the same members: what may be absent, what may be null, what is a list."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

from giaoban.editions.content.edition import Edition, PublicEdition
from giaoban.publish.allowed import ALLOWED, Keyed, Lacking, Maybe, Shape


def differences(shape: Shape, hint: Any, at: str = "") -> Iterator[str]:
    """Where the list and the type do not say the same."""
    given = set(get_args(hint)) if get_args(hint) and get_origin(hint) not in (list, dict) else {hint}
    if isinstance(shape, Maybe) != (type(None) in given):
        yield f"{at}: null"
    inner = shape.shape if isinstance(shape, Maybe) else shape
    kind = next(iter(given - {type(None)}))
    if isinstance(inner, Mapping) and is_typeddict(kind):
        yield from members(inner, kind, at)
    elif isinstance(inner, list) and get_origin(kind) is list:
        yield from differences(inner[0], get_args(kind)[0], f"{at}[]")
    elif isinstance(inner, Keyed) and get_origin(kind) is dict:
        yield from differences(inner.shape, get_args(kind)[1], f"{at}{{}}")
    elif not callable(inner) or kind not in (str, int, bool):
        yield f"{at}: {kind}"


def members(shape: Mapping[str, Shape], hint: Any, at: str) -> Iterator[str]:
    hints = get_type_hints(hint)
    yield from (f"{at}/{name}: in one alone" for name in sorted(set(hints) ^ set(shape)))
    for name in sorted(set(hints) & set(shape)):
        part = shape[name]
        if isinstance(part, Lacking) != (name in hint.__optional_keys__):
            yield f"{at}/{name}: absent"
        yield from differences(part.shape if isinstance(part, Lacking) else part, hints[name], f"{at}/{name}")


def test_the_list_lets_through_what_the_public_types_say_and_nothing_else() -> None:
    assert list(differences(ALLOWED, PublicEdition)) == []


def test_the_whole_edition_says_more() -> None:
    found = list(differences(ALLOWED, Edition))

    assert {"/remarks: in one alone", "/units[]/findings: in one alone", "/changes[]/by: in one alone"} <= set(found)
