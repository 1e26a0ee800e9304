"""The same on S3 (moto)."""

from collections.abc import Iterator
from pathlib import Path

import botocore.session
import pytest
from botocore.exceptions import ClientError
from botocore.stub import Stubber
from moto import mock_aws

from giaoban.publish.publishing import publish, roll_back
from giaoban.publish.s3 import S3Site
from tests.publish.test_publishing import folder


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    with mock_aws():
        client = botocore.session.get_session().create_client("s3", region_name="ap-southeast-1")
        client.create_bucket(Bucket="site", CreateBucketConfiguration={"LocationConstraint": "ap-southeast-1"})
        yield client


def test_a_build_is_shown_with_its_types_and_one_call_goes_back(tmp_path: Path, s3) -> None:  # type: ignore[no-untyped-def]
    bucket = S3Site("site", s3)
    publish(folder(tmp_path / "1", **{"old__index.html": "x"}), bucket)
    publish(folder(tmp_path / "2", **{"index.html": "new"}), bucket)
    shown = s3.get_object(Bucket="site", Key="site/index.html")
    assert (shown["Body"].read(), shown["ContentType"]) == (b"new", "text/html; charset=utf-8")
    assert "max-age=60" in shown["CacheControl"]
    assert bucket.get("site/old/index.html") is None
    roll_back(bucket)
    assert bucket.get("site/index.html") == b"home"
    assert bucket.get("site/old/index.html") == b"x"


@pytest.mark.parametrize("code, status", [("NoSuchKey", 404), ("AccessDenied", 403)])
def test_what_is_not_there_is_none_whether_or_not_the_bucket_may_be_listed(s3, code: str, status: int) -> None:  # type: ignore[no-untyped-def]
    with Stubber(s3) as stub:
        stub.add_client_error("get_object", code, http_status_code=status)
        assert S3Site("site", s3).get("builds/state.json") is None


@pytest.mark.parametrize("code, status", [("SlowDown", 503), ("InternalError", 500), ("NoSuchBucket", 404)])
def test_a_bucket_in_trouble_is_no_empty_bucket(s3, code: str, status: int) -> None:  # type: ignore[no-untyped-def]
    with Stubber(s3) as stub:
        stub.add_client_error("get_object", code, http_status_code=status)
        with pytest.raises(ClientError):
            S3Site("site", s3).get("builds/state.json")


def test_a_file_that_could_not_be_deleted_fails_the_run(s3) -> None:  # type: ignore[no-untyped-def]
    with Stubber(s3) as stub:
        stub.add_response("delete_objects", {"Errors": [{"Key": "site/old", "Code": "AccessDenied"}]})
        with pytest.raises(RuntimeError, match="site/old"):
            S3Site("site", s3).delete(["site/old"])
