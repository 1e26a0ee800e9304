"""Where two JSON values first differ."""

from typing import Any


def difference(then: Any, now: Any, path: str = "") -> str | None:
    """A path like `/units/3/state` with what stood there then and what stands there now; None when nothing differs."""
    if isinstance(then, dict) and isinstance(now, dict):
        return _first(then, now, sorted(then.keys() | now.keys()), path)
    if isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        return _first(dict(enumerate(then)), dict(enumerate(now)), range(len(then)), path)
    same = type(then) is type(now) and then == now
    return None if same else f"{path or '/'}: {_short(then)} → {_short(now)}"


def _first(then: dict[Any, Any], now: dict[Any, Any], keys: Any, path: str) -> str | None:
    for key in keys:
        if key not in then or key not in now:
            there = now[key] if key in now else then[key]
            return f"{path}/{key}: {'new' if key in now else 'gone'}, {_short(there)}"
        if found := difference(then[key], now[key], f"{path}/{key}"):
            return found
    return None


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) < 200 else f"{text[:200]}…"
