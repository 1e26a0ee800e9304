"""The published site is served from its bucket: current, typed, with the headers of its build; before that, nothing."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError

from giaoban.publish.afterwards.headers import DATA
from tools.runner.published import PublishedSite
from tools.runner.static import serve

HEADERS = {"Content-Security-Policy": "default-src 'none'", "Strict-Transport-Security": "max-age=1"}
FILES = {
    "_headers.json": json.dumps({"headers": HEADERS, "data": DATA}),
    "index.html": "home",
    "tien-do/index.html": "progress",
    "data/units.csv": "code",
    "404.html": "lost",
}


class FakeS3:
    """One bucket; counts what is sent in full."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files, self.sent, self.is_silent = dict(files), 0, False

    def get_object(self, Bucket: str, Key: str, IfNoneMatch: str | None = None) -> dict[str, Any]:  # noqa: ARG002, N803
        if self.is_silent:
            raise EndpointConnectionError(endpoint_url="http://127.0.0.1")
        text = self.files.get(Key.removeprefix("site/"))
        if text is None or IfNoneMatch == f'"{text}"':
            raise _refused(404 if text is None else 304)
        self.sent += 1
        kind = "text/csv; charset=utf-8" if Key.endswith(".csv") else "text/html; charset=utf-8"
        body = io.BytesIO(text.encode())
        return {"ETag": f'"{text}"', "ContentType": kind, "CacheControl": "public, max-age=60", "Body": body}


def _refused(status: int) -> ClientError:
    return ClientError({"Error": {"Code": str(status)}, "ResponseMetadata": {"HTTPStatusCode": status}}, "GetObject")  # type: ignore[typeddict-item]


@pytest.fixture
def s3() -> FakeS3:
    return FakeS3(FILES)


@pytest.fixture
def clock() -> list[float]:
    return [0.0]


@pytest.fixture
def site(s3: FakeS3, clock: list[float]) -> PublishedSite:
    return PublishedSite(s3, "site", lambda: clock[0])


def body(site: PublishedSite, path: str) -> tuple[int, str]:
    answer = site.answer(path)
    assert answer is not None
    return answer.status_code, bytes(answer.body).decode()


@pytest.mark.parametrize(
    "path, expected",
    [
        ("/", (200, "home")),
        ("/tien-do/", (200, "progress")),
        ("/ti%65n-do/", (200, "progress")),
        ("/data/units.csv", (200, "code")),
        ("/khong-co/", (404, "lost")),
        ("/_headers.json", (404, "lost")),
        ("/../builds/state.json", (404, "lost")),
        ("/%00", (404, "lost")),
    ],
)
def test_a_page_or_file_is_answered_and_the_rest_is_lost(site: PublishedSite, path: str, expected: tuple[int, str]):
    assert body(site, path) == expected


def test_a_page_gets_its_slash(site: PublishedSite):
    answer = site.answer("/tien-do")
    assert answer is not None
    assert (answer.status_code, answer.headers["location"]) == (308, "/tien-do/")


@pytest.mark.parametrize("path", ["/", "/data/units.csv", "/khong-co/", "/tien-do"])
def test_every_answer_has_the_headers_of_the_build_that_plain_http_may_carry(site: PublishedSite, path: str):
    answer = site.answer(path)
    assert answer is not None
    assert answer.headers["content-security-policy"] == "default-src 'none'"
    assert "strict-transport-security" not in answer.headers


def test_a_file_comes_with_its_type_and_caching(site: PublishedSite):
    answer = site.answer("/data/units.csv")
    assert answer is not None
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=60"


def test_until_the_home_page_is_shown_nothing_is_published(s3: FakeS3, site: PublishedSite):
    del s3.files["index.html"]
    assert site.answer("/tien-do/") is None


def test_what_has_not_changed_is_not_sent_again_and_what_has_is_seen(
    s3: FakeS3, site: PublishedSite, clock: list[float]
):
    body(site, "/")
    sent, clock[0] = s3.sent, 5.0
    assert body(site, "/") == (200, "home")
    assert s3.sent == sent
    s3.files["index.html"], clock[0] = "new", 10.0
    assert body(site, "/") == (200, "new")


def test_what_was_seen_is_shown_while_the_bucket_is_silent(s3: FakeS3, site: PublishedSite, clock: list[float]):
    body(site, "/")
    s3.is_silent, clock[0] = True, 5.0
    assert body(site, "/") == (200, "home")


def test_apps_come_first_then_what_is_published_then_what_was_built(tmp_path: Path, s3: FakeS3, site: PublishedSite):
    for name in ("app/bao-cao/index.html", "site/index.html"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("built")
    (tmp_path / "site" / "_headers.json").write_text(FILES["_headers.json"])
    assert serve(tmp_path, "/bao-cao", site).path == tmp_path / "app/bao-cao/index.html"
    assert serve(tmp_path, "/", site).body == b"home"
    unpublished = serve(tmp_path, "/", PublishedSite(FakeS3({}), "site"))
    assert unpublished.path == tmp_path / "site/index.html"
    assert unpublished.headers["content-security-policy"] == "default-src 'none'"
    assert serve(tmp_path, "/_headers.json").status_code == 404


@pytest.mark.parametrize(
    "path, anybody", [("/data/units.csv", "*"), ("/data/none.csv", "*"), ("/", None), ("/data", None)]
)
def test_open_data_may_be_read_by_a_page_of_another_origin_and_pages_may_not(
    site: PublishedSite, path: str, anybody: str | None
):
    answer = site.answer(path)
    assert answer is not None
    assert answer.headers.get("Access-Control-Allow-Origin") == anybody
    assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
