"""JSON in a small file: the same content gives the same bytes, so that a recording changes only with what it says."""

import json
import lzma
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def unpack(name: str) -> Any:
    return json.loads(lzma.decompress((HERE / name).read_bytes()))


def pack(name: str, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    (HERE / name).write_bytes(lzma.compress(text.encode(), preset=9 | lzma.PRESET_EXTREME))
