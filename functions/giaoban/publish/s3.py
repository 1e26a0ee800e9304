"""The site's bucket in S3."""

from collections.abc import Iterable
from itertools import batched
from typing import Any

from botocore.exceptions import ClientError

AT_MOST = 1000


class S3Site:
    """A bucket; what the CDN serves lies under `site/`."""

    def __init__(self, name: str, s3: Any) -> None:
        self._name, self._s3 = name, s3

    def get(self, key: str) -> bytes | None:
        try:
            body: bytes = self._s3.get_object(Bucket=self._name, Key=key)["Body"].read()
        except ClientError as error:
            # Without the right to list the bucket AWS does not say that there is no such key.
            if error.response["Error"]["Code"] in {"NoSuchKey", "AccessDenied"}:
                return None
            raise
        return body

    def put(self, key: str, body: bytes, kind: str, cache: str) -> None:
        self._s3.put_object(Bucket=self._name, Key=key, Body=body, ContentType=kind, CacheControl=cache)

    def copy(self, source: str, target: str, kind: str, cache: str) -> None:
        self._s3.copy_object(
            Bucket=self._name,
            Key=target,
            CopySource={"Bucket": self._name, "Key": source},
            MetadataDirective="REPLACE",
            ContentType=kind,
            CacheControl=cache,
        )

    def delete(self, keys: Iterable[str]) -> None:
        for some in batched(keys, AT_MOST, strict=False):
            listed = {"Objects": [{"Key": key} for key in some], "Quiet": True}
            answer = self._s3.delete_objects(Bucket=self._name, Delete=listed)
            if answer.get("Errors"):
                raise RuntimeError(f"not deleted: {answer['Errors'][0]['Key']}")
