"""Writing SVG: elements with escaped text, and a picture with its name for those who do not see it."""

from collections.abc import Iterable

from markupsafe import Markup, escape

type Attribute = str | int | float | None


def element(tag: str, *children: Markup, **attributes: Attribute) -> Markup:
    """`<tag a="…">children</tag>`; `class_` is class, `_` in names is `-`."""
    written = Markup("").join(
        Markup(' {}="{}"').format(_named(name), _short(value))
        for name, value in attributes.items()
        if value is not None
    )
    inner = Markup("").join(children)
    if inner:
        return Markup("<{0}{1}>{2}</{0}>").format(tag, written, inner)
    return Markup("<{}{}/>").format(tag, written)


def words(tag: str, text: str, **attributes: Attribute) -> Markup:
    """An element with text in it."""
    return element(tag, escape(text), **attributes)


def picture(
    name: str, title: str, description: str, size: tuple[int, int], parts: Iterable[Markup], **attributes: Attribute
) -> Markup:
    """An SVG with title and description; `name` is unique on its page; `stretch` fills the width given."""
    width, height = size
    return element(
        "svg",
        words("title", title, id=f"{name}-t"),
        words("desc", description, id=f"{name}-d"),
        *parts,
        role="img",
        aria_labelledby=f"{name}-t {name}-d",
        viewBox=f"0 0 {width} {height}",
        focusable="false",
        **attributes,
    )


def decoration(size: tuple[int, int], parts: Iterable[Markup], **attributes: Attribute) -> Markup:
    """An SVG that says nothing which the text beside it does not say."""
    return element(
        "svg", *parts, aria_hidden="true", viewBox=f"0 0 {size[0]} {size[1]}", focusable="false", **attributes
    )


def _named(name: str) -> str:
    if name == "class_":
        return "class"
    return name if name in {"viewBox", "preserveAspectRatio"} else name.replace("_", "-")


def _short(value: Attribute) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
