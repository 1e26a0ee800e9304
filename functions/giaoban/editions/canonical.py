"""The one way to write an edition as bytes, and the hash that names it (RFC 8785, without fractions)."""

import hashlib
import json

# RFC 8785 writes numbers as JavaScript does: beyond this, two whole numbers look the same.
LARGEST = 2**53 - 1


class NotCanonical(TypeError):
    """A value that an edition cannot hold; the message says where it stands."""


def canonical(value: object) -> bytes:
    """UTF-8, names sorted, no spaces. Raises NotCanonical for fractions, huge numbers and anything that is not JSON."""
    _require(value, "")
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def sha256(content: bytes) -> str:
    """As 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def _require(value: object, path: str) -> None:
    if isinstance(value, dict):
        for name, each in value.items():
            _require_name(name, path)
            _require(each, f"{path}/{name}")
    elif isinstance(value, (list, tuple)):
        for index, each in enumerate(value):
            _require(each, f"{path}/{index}")
    elif value is not None and not isinstance(value, (str, bool)):
        _require_whole(value, path)


def _require_name(name: object, path: str) -> None:
    """Names are ASCII, so that sorting by code points is sorting by UTF-16 code units, as the RFC asks."""
    if not isinstance(name, str) or not name.isascii():
        raise NotCanonical(f"{path}: a name in plain letters is wanted, not {name!r}")


def _require_whole(value: object, path: str) -> None:
    if not isinstance(value, int):
        raise NotCanonical(f"{path}: {type(value).__name__} has no place in an edition")
    if abs(value) > LARGEST:
        raise NotCanonical(f"{path}: {value} is too large")
