"""The guides' pictures: taken by browser tests, small, and held to the screens that they show.

`GIAOBAN_PICTURES=write` (`make pictures`) puts them into site/docs/vi/anh; otherwise a test compares, so that a picture
of a screen that has changed fails the test that takes it. Chromium itself makes them small and compares them.
"""

import base64
import os
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

FOLDER = Path(__file__).parents[2] / "site" / "docs" / "vi" / "anh"
WRITES = os.environ.get("GIAOBAN_PICTURES") == "write"
# For screens with twice the points, as phones have; the file stays small by its quality.
SHARP = 2
QUALITY = 0.45
MOST_BYTES = 130_000
# In 256 steps of grey, on average over a grid as coarse as a line of text: other clocks and codes are less, an empty
# dialog, another step or another colour is more.
LIKE = 9.0
STALE = "shows another screen than there is now: make pictures, and look at it"

_WEBP = """async ([data, quality]) => {
  const image = await createImageBitmap(await (await fetch(data)).blob());
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', quality);
}"""
_DISTANCE = """async (pair) => {
  const COLUMNS = 24;
  const grids = await Promise.all(pair.map(async (data) => {
    const image = await createImageBitmap(await (await fetch(data)).blob());
    const size = { width: COLUMNS, height: Math.round(image.height / image.width * COLUMNS) };
    const canvas = new OffscreenCanvas(size.width, size.height), drawing = canvas.getContext('2d');
    drawing.imageSmoothingQuality = 'high';
    drawing.drawImage(image, 0, 0, size.width, size.height);
    return { rows: size.height, points: drawing.getImageData(0, 0, size.width, size.height).data };
  }));
  const [a, b] = grids, count = Math.min(a.points.length, b.points.length);
  let apart = 0;
  for (let at = 0; at < count; at++) apart += Math.abs(a.points[at] - b.points[at]);
  return apart / (count * 3 / 4) + 255 * Math.abs(a.rows - b.rows) / Math.max(a.rows, b.rows);
}"""


def picture(
    browser: Browser, shown: Page | Locator, name: str, *, full_page: bool = False, folder: Path = FOLDER
) -> None:
    """Takes the picture `name`, or sees that the one in the folder (the guides') still shows this. Raises AssertionError."""
    options = {"full_page": full_page} if isinstance(shown, Page) else {}
    taken = shown.screenshot(animations="disabled", caret="hide", **options)  # type: ignore[arg-type]
    file = folder / f"{name}.webp"
    desk = browser.new_page()
    try:
        if WRITES:
            file.write_bytes(_small(desk, taken))
        assert file.is_file(), f"{name} is not there: make pictures"
        assert file.stat().st_size <= MOST_BYTES, f"{name} weighs {file.stat().st_size} bytes"
        apart = distance(desk, taken, file.read_bytes())
        assert apart <= LIKE, f"{name} {STALE} ({apart:.1f})"
    finally:
        desk.close()


def distance(desk: Page, one: bytes, other: bytes) -> float:
    """How far two pictures are apart, in 256 steps of grey."""
    return float(desk.evaluate(_DISTANCE, [_data(one), _data(other)]))


def _small(desk: Page, taken: bytes) -> bytes:
    return base64.b64decode(desk.evaluate(_WEBP, [_data(taken), QUALITY]).partition(",")[2])


def _data(picture: bytes) -> str:
    kind = "png" if picture.startswith(b"\x89PNG") else "webp"
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"
