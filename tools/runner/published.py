"""The site as the CDN serves it from its bucket: what the publish job shows under `site/`, with the headers it computed."""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from botocore.client import BaseClient
from botocore.exceptions import BotoCoreError, ClientError
from starlette.responses import RedirectResponse, Response

SHOWN = "site/"
HEADERS = "_headers.json"
# The last file of a first build to be shown.
HOME = "index.html"
# Kept like at the edge, but so short that whoever issues an edition sees it at once.
FRESH_SECONDS = 1.0
AT_MOST = 1000
# A browser must not take it from plain HTTP (RFC 6797, 7.2).
ONLY_OVER_TLS = "Strict-Transport-Security"


@dataclass(frozen=True)
class Kept:
    """An object as last seen, and until when nobody asks for it again; no `tag`: there was none."""

    until: float
    tag: str | None = None
    body: bytes = b""
    fields: Mapping[str, str] | None = None


class PublishedSite:
    """The bucket `name`; until the first build is shown it answers nothing."""

    def __init__(self, s3: BaseClient, name: str, now: Callable[[], float] = time.monotonic) -> None:
        self._s3, self._name, self._now = s3, name, now
        self._kept: dict[str, Kept] = {}

    def answer(self, path: str) -> Response | None:
        """The page or file at a URL path, the site's own page where there is none; None while nothing is published."""
        if self._get(HOME).tag is None:
            return None
        headers = secure(self._get(HEADERS).body, path)
        for name in _names(path):
            if (found := self._get(name)).tag is not None:
                return Response(found.body, 200, {**headers, **(found.fields or {}), "ETag": found.tag})
        if not path.endswith("/") and self._get(f"{_key(path)}/index.html").tag is not None:
            # A page's relative links count from its folder.
            return RedirectResponse(f"/{path.strip('/')}/", 308, headers)
        lost = self._get("404.html")
        return Response(lost.body, 404, {**headers, **(lost.fields or {})})

    def _get(self, name: str) -> Kept:
        kept = self._kept.pop(name, None)
        if kept is None or kept.until < self._now():
            kept = self._asked(name, kept)
        self._kept[name] = kept
        if len(self._kept) > AT_MOST:
            del self._kept[next(iter(self._kept))]
        return kept

    def _asked(self, name: str, kept: Kept | None) -> Kept:
        until = self._now() + FRESH_SECONDS
        known = {"IfNoneMatch": kept.tag} if kept and kept.tag else {}
        try:
            found = self._s3.get_object(Bucket=self._name, Key=f"{SHOWN}{name}", **known)
            fields = {"Content-Type": found["ContentType"], "Cache-Control": found.get("CacheControl", "no-cache")}
            return Kept(until, found["ETag"], found["Body"].read(), fields)
        except ClientError as error:
            if kept and error.response["ResponseMetadata"]["HTTPStatusCode"] == 304:
                return Kept(until, kept.tag, kept.body, kept.fields)
            return Kept(until)
        except BotoCoreError:
            return kept or Kept(until)


def secure(text: bytes, path: str) -> dict[str, str]:
    """The headers that the site's build computed for a path, but for the one that plain HTTP must not carry."""
    computed: dict[str, dict[str, str]] = json.loads(text)
    headers = computed["headers"] | (computed["data"] if _key(path).startswith("data/") else {})
    return {name: value for name, value in headers.items() if name != ONLY_OVER_TLS}


def _names(path: str) -> list[str]:
    """The object that a path names; the file of headers is none for visitors."""
    name = _key(path)
    if any(part.startswith((".", "_")) for part in name.split("/")) or "\0" in name or "\\" in name:
        return []
    return [f"{name}/index.html".lstrip("/")] if path.endswith("/") else [name]


def _key(path: str) -> str:
    return "/".join(part for part in unquote(path).split("/") if part)
