"""Which characters the documents' one font can show, read from the font files themselves."""

import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FAMILY = "Tinos"


@cache
def characters(folder: Path) -> frozenset[int]:
    """The code points that every face in the folder has a letter for. Raises FileNotFoundError without any face."""
    faces = [_face(path.read_bytes()) for path in sorted(folder.rglob("*.ttf"))]
    if not faces:
        raise FileNotFoundError(f"no TrueType font in {folder}")
    return frozenset.intersection(*faces)


def _face(font: bytes) -> frozenset[int]:
    """The keys of the table `cmap` (OpenType 1.9, formats 4 and 12)."""
    cmap = _table(font, b"cmap")
    found: set[int] = set()
    for number in range(struct.unpack_from(">H", cmap, 2)[0]):
        offset = struct.unpack_from(">I", cmap, 8 + 8 * number)[0]
        kind = struct.unpack_from(">H", cmap, offset)[0]
        if kind == 4:
            found.update(_segments(cmap, offset))
        elif kind == 12:
            found.update(_groups(cmap, offset))
    return frozenset(found)


def _table(font: bytes, name: bytes) -> bytes:
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, offset, length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == name:
            return font[offset : offset + length]
    raise ValueError(f"not a TrueType font: no table {name.decode()}")


def _segments(cmap: bytes, at: int) -> Iterator[int]:
    count = struct.unpack_from(">H", cmap, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", cmap, at + 14)
    starts = struct.unpack_from(f">{count}H", cmap, at + 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", cmap, at + 16 + 4 * count)
    ranges = at + 16 + 6 * count
    offsets = struct.unpack_from(f">{count}H", cmap, ranges)
    for segment, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(start, end + 1):
            place = ranges + 2 * segment + offset + 2 * (code - start)
            glyph = struct.unpack_from(">H", cmap, place)[0] if offset and place + 2 <= len(cmap) else code
            if code != 0xFFFF and (glyph if offset else (code + delta) & 0xFFFF):
                yield code


def _groups(cmap: bytes, at: int) -> Iterator[int]:
    for number in range(struct.unpack_from(">I", cmap, at + 12)[0]):
        first, last, _ = struct.unpack_from(">III", cmap, at + 16 + 12 * number)
        yield from range(first, last + 1)
