"""A build before the public: in order, changed files only, back in one call, whole again after a crash."""

from pathlib import Path

import pytest

from giaoban.publish.manifest import in_waves, invalidated, rank
from giaoban.publish.publishing import NothingBefore, publish, read_state, roll_back
from tests.publish.bucket import MemoryBucket


def folder(at: Path, **files: str) -> Path:
    """A small site: names with `__` for slashes."""
    at.mkdir(parents=True, exist_ok=True)
    for name, text in ({"index.html": "home", "en/index.html": "home", "assets/a.111.css": "css"} | files).items():
        file = at / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return at


def content(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def test_assets_come_before_data_data_before_pages_and_the_home_page_last(tmp_path: Path) -> None:
    bucket = MemoryBucket()
    site = folder(tmp_path, **{"data__x.csv": "x", "a__index.html": "a", "a__b__index.html": "b"})
    publish(site, bucket)
    ranks = [rank(path) for path in bucket.shown]
    assert ranks == sorted(ranks)
    assert bucket.shown.index("a/b/index.html") < bucket.shown.index("a/index.html")
    assert set(bucket.shown[-2:]) == {"index.html", "en/index.html"}
    assert bucket.site() == content(site)


def test_only_changed_files_are_written_and_the_same_build_writes_nothing(tmp_path: Path) -> None:
    bucket = MemoryBucket()
    publish(folder(tmp_path / "1", **{"a__index.html": "a", "b__index.html": "b"}), bucket)
    bucket.shown.clear()
    second = folder(tmp_path / "2", **{"a__index.html": "a2", "b__index.html": "b"})
    assert publish(second, bucket).written == 1
    assert bucket.shown == ["a/index.html"]
    assert publish(second, bucket).written == 0


def test_one_call_goes_back_and_once_more_goes_forward(tmp_path: Path) -> None:
    bucket = MemoryBucket()
    first, second = folder(tmp_path / "1", **{"old__index.html": "x"}), folder(tmp_path / "2", **{"index.html": "new"})
    publish(first, bucket)
    publish(second, bucket)
    roll_back(bucket)
    assert bucket.site() == content(first)
    roll_back(bucket)
    assert {path: body for path, body in bucket.site().items() if not path.startswith("assets/")} == {
        path: body for path, body in content(second).items() if not path.startswith("assets/")
    }


def test_there_is_nothing_to_go_back_to_at_first(tmp_path: Path) -> None:
    bucket = MemoryBucket()
    publish(folder(tmp_path), bucket)
    with pytest.raises(NothingBefore):
        roll_back(bucket)


def test_assets_stay_for_pages_still_open_and_go_one_build_later(tmp_path: Path) -> None:
    bucket = MemoryBucket()
    for number in range(3):
        site = folder(tmp_path / str(number), **{"index.html": str(number), f"assets/n.{number}.js": "x"})
        publish(site, bucket)
    assert {path for path in bucket.site() if path.startswith("assets/n")} == {"assets/n.1.js", "assets/n.2.js"}


@pytest.mark.parametrize("after", range(4))
def test_a_run_that_dies_half_way_is_made_good_by_the_next(tmp_path: Path, after: int) -> None:
    bucket = MemoryBucket()
    first = folder(tmp_path / "1", **{"a__index.html": "a", "b__index.html": "b"})
    publish(first, bucket)
    bucket.shown.clear()
    bucket.fail_after = after
    broken = folder(
        tmp_path / "2", **{"a__index.html": "A", "b__index.html": "B", "c__index.html": "C", "index.html": "H"}
    )
    with pytest.raises(ConnectionError):
        publish(broken, bucket)
    bucket.fail_after = None
    # The next build is the first again: what the broken run has touched must not stay.
    publish(first, bucket)
    assert bucket.site() == content(first)
    assert read_state(bucket).pending is None


def test_files_that_no_kept_build_needs_are_forgotten(tmp_path: Path) -> None:
    bucket = MemoryBucket()
    for number in range(5):
        publish(folder(tmp_path / str(number), **{"index.html": f"home {number}"}), bucket)
    kept = [key for key in bucket.objects if key.startswith("builds/files/")]
    assert len(kept) == 4  # two homes, the English one, the stylesheet
    assert len([key for key in bucket.objects if key.startswith("builds/") and key.endswith(".json")]) == 3


def test_types_and_caching_go_with_every_file(tmp_path: Path) -> None:
    bucket = MemoryBucket()
    publish(folder(tmp_path, **{"data__x.csv": "x"}), bucket)
    assert bucket.headers["site/assets/a.111.css"] == ("text/css; charset=utf-8", "public, max-age=31536000, immutable")
    assert bucket.headers["site/index.html"][0] == "text/html; charset=utf-8"
    assert "max-age=60" in bucket.headers["site/index.html"][1]
    assert bucket.headers["site/data/x.csv"][0] == "text/csv; charset=utf-8"


def test_the_cdn_forgets_addresses_as_visitors_ask_for_them_and_as_it_looks_for_them() -> None:
    assert invalidated({"index.html", "tien-do/index.html", "assets/a.1.css", "data/x.csv"}) == [
        "/",
        "/data/x.csv",
        "/index.html",
        "/tien-do/",
        "/tien-do/index.html",
    ]
    assert invalidated({f"{number}/index.html" for number in range(99)}) == ["/*"]


def test_every_path_is_in_exactly_one_wave() -> None:
    paths = {
        "index.html",
        "en/index.html",
        "404.html",
        "a/index.html",
        "data/x",
        "assets/y.1.js",
        "_headers.json",
        "sitemap.xml",
    }
    waves = in_waves(paths)
    assert sorted(path for wave in waves for path in wave) == sorted(paths)
