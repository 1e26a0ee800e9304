"""A bucket in memory that remembers in which order things were written, and can fail."""

from collections.abc import Iterable


class MemoryBucket:
    """`shown` are the site's paths in the order in which they came into view."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self.headers: dict[str, tuple[str, str]] = {}
        self.shown: list[str] = []
        self.fail_after: int | None = None

    def get(self, key: str) -> bytes | None:
        return self.objects.get(key)

    def put(self, key: str, body: bytes, kind: str, cache: str) -> None:
        self.objects[key] = body
        self.headers[key] = (kind, cache)

    def copy(self, source: str, target: str, kind: str, cache: str) -> None:
        if self.fail_after is not None and len(self.shown) >= self.fail_after:
            raise ConnectionError("the bucket does not answer")
        self.shown.append(target.removeprefix("site/"))
        self.put(target, self.objects[source], kind, cache)

    def delete(self, keys: Iterable[str]) -> None:
        for key in keys:
            self.objects.pop(key, None)

    def site(self) -> dict[str, bytes]:
        return {key.removeprefix("site/"): body for key, body in self.objects.items() if key.startswith("site/")}
