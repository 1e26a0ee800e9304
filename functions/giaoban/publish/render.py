"""Templates with the words, numbers and charts of one language. Everything is escaped unless it was made here."""

from collections.abc import Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from giaoban.language import Language
from giaoban.numbers import percent, points, reported, signed, whole
from giaoban.publish import charts
from giaoban.publish.dates import clock, full_day, long_day, moment, short_day
from giaoban.publish.places import address, unit_address
from giaoban.publish.words import say


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update({name: getattr(charts, name) for name in charts.__all__})
    environment.globals.update(unit_address=unit_address)
    return environment


@cache
def _spoken(language: Language) -> Mapping[str, object]:
    """What a template may call, in its language."""
    written = (whole, signed, percent, points, reported, long_day, short_day, full_day, moment)
    return {
        "language": language,
        "t": lambda name, /, **values: say(name, language, **values),
        "url": lambda place, rest="": address(place, language, rest),
        "clock": clock,
        "iso_day": lambda text: full_day(date.fromisoformat(text), language),
        **{write.__name__: partial(write, language=language) for write in written},
    }


def render(template: str, language: Language, **values: object) -> Markup:
    """The body of a page."""
    text = _environment().get_template(template).render({**_spoken(language), **values})
    # The template has escaped what is not its own. A blank line would end a block of HTML in Markdown.
    return Markup("\n".join(line.strip() for line in text.splitlines() if line.strip()))  # noqa: S704
