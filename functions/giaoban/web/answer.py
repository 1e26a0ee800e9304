"""Answers: JSON in UTF-8, problems as RFC 9457, nothing private kept by any cache."""

import json
from collections.abc import Mapping

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.shared.cookies import Cookie, SameSite

from giaoban.problem import GiaobanError, Unavailable
from giaoban.web.request import COOKIE

PRIVATE = "no-store"
# No answer is guessed to be a page, runs or fetches anything if opened as one, or stands in a frame (ASVS 3.4.3, 3.4.6).
SAFE: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Frame-Options": "DENY",
}


def answer(status: int, body: Mapping[str, object], cookies: list[Cookie] | None = None) -> Response[str]:
    """A private answer, for whoever asked and nobody else."""
    return _json(status, body, "application/json", {"Cache-Control": PRIVATE}, cookies)


def problem_answer(error: GiaobanError) -> Response[str]:
    headers = {"Cache-Control": PRIVATE}
    if isinstance(error, Unavailable):
        headers["Retry-After"] = "5"
    return _json(error.status, error.view(), "application/problem+json", headers)


def cacheable(body: str, etag: str, asked: str | None, seconds: int) -> Response[str]:
    """A public answer that a phone and the CDN may keep; 304 when the asker has it already."""
    return _tagged(body, etag, asked, f"public, max-age={seconds}")


def private_with_tag(body: str, etag: str, asked: str | None) -> Response[str]:
    """A private answer that its own asker may compare: 304 and no body when nothing has changed."""
    return _tagged(body, etag, asked, "private, no-cache")


def nothing(cookies: list[Cookie] | None = None) -> Response[str]:
    """Done, and nothing to say (204)."""
    return Response(status_code=204, headers={**SAFE, "Cache-Control": PRIVATE}, cookies=cookies)


def private_file(
    content: bytes, content_type: str, name: str, etag: str | None = None, asked: str | None = None
) -> Response[bytes]:
    """A document for its own asker, under the name that it shall have on disk; 304 when the asker has it already."""
    headers = {
        **SAFE,
        "Cache-Control": "private, no-cache" if etag else PRIVATE,
        "Content-Disposition": f'attachment; filename="{name}"',
        **({"ETag": etag} if etag else {}),
    }
    if etag and _has_it(etag, asked):
        return Response(status_code=304, headers=headers)
    return Response(status_code=200, content_type=content_type, body=content, headers=headers)


def session_cookie(grant_id: str, secret: str, seconds: int) -> Cookie:
    """`__Host-`: only over TLS (or loopback), only to this host; Strict: never with another site's request.

    It lasts at least as long as the session, so that a phone whose browser was closed still sends what waits.
    """
    return _cookie(f"{grant_id}.{secret}", seconds)


def no_cookie() -> Cookie:
    return _cookie("", 0)


def _cookie(value: str, seconds: int) -> Cookie:
    return Cookie(COOKIE, value, path="/", http_only=True, same_site=SameSite.STRICT_MODE, max_age=seconds)


def _tagged(body: str, etag: str, asked: str | None, kept: str) -> Response[str]:
    headers = {**SAFE, "Cache-Control": kept, "ETag": etag}
    if _has_it(etag, asked):
        return Response(status_code=304, headers=headers)
    return Response(status_code=200, content_type="application/json", body=body, headers=headers)


def _has_it(etag: str, asked: str | None) -> bool:
    return asked is not None and etag in (tag.strip().removeprefix("W/") for tag in asked.split(","))


def _json(
    status: int,
    body: Mapping[str, object],
    content_type: str,
    headers: Mapping[str, str],
    cookies: list[Cookie] | None = None,
) -> Response[str]:
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    told = {**SAFE, **headers}
    return Response(status_code=status, content_type=content_type, body=text, headers=told, cookies=cookies or [])
