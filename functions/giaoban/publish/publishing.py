"""Putting a build before the public: changed files only, in order; the build before stays, one call goes back to it.

Every file lies in the bucket under its hash (`builds/files/`) before the first one is shown (`site/`), so that showing
is copying, and going back is copying too. `builds/state.json` says what is shown; a run that ended half-way has left its
mark there, and the next one writes again whatever that may have touched. One run at a time: the function's concurrency.
"""

import json
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Protocol

from giaoban.publish.manifest import Manifest, Sent, build_id, in_waves, invalidated, is_asset, manifest_of, text_of

STATE = "builds/state.json"
AT_ONCE = 8
JSON, NEVER = "application/json", "no-store"


class SiteBucket(Protocol):
    """Where the site lies. Whatever fails raises: the run ends, and the next one makes it good."""

    def get(self, key: str) -> bytes | None: ...
    def put(self, key: str, body: bytes, kind: str, cache: str) -> None: ...
    def copy(self, source: str, target: str, kind: str, cache: str) -> None: ...
    def delete(self, keys: Iterable[str]) -> None: ...


class NothingBefore(Exception):
    """There is no build to go back to."""


@dataclass(frozen=True)
class BuildState:
    """Which builds there are: the one shown, the one before, and one whose showing has begun and not ended.

    `made_from` names what the one shown was made from; none after going back.
    """

    current: str | None = None
    previous: str | None = None
    pending: str | None = None
    made_from: str | None = None


@dataclass(frozen=True)
class Published:
    """What came of it: the build shown, how many files were written and removed, what the CDN has to forget."""

    build: str
    written: int
    removed: int
    invalidate: list[str]


def is_shown(bucket: SiteBucket, made_from: str) -> Published | None:
    """The build that is shown, if it was made from this and is whole."""
    state = read_state(bucket)
    if state.current is None or state.pending is not None or state.made_from != made_from:
        return None
    return Published(state.current, 0, 0, [])


def publish(site: Path, bucket: SiteBucket, made_from: str | None = None) -> Published:
    """Shows the build in the folder `site`. The same build again writes nothing but what it was made from."""
    manifest, state = manifest_of(site), read_state(bucket)
    build = build_id(manifest)
    if state == replace(state, current=build, pending=None):
        if state.made_from != made_from:
            _write(bucket, replace(state, made_from=made_from))
        return Published(build, 0, 0, [])
    _keep(site, bucket, build, manifest, state)
    previous = state.current if state.current != build else state.previous
    return _show(bucket, build, manifest, state, BuildState(build, previous, made_from=made_from))


def roll_back(bucket: SiteBucket) -> Published:
    """Shows the build before; once more goes forward again. Raises NothingBefore."""
    state = read_state(bucket)
    if state.previous is None:
        raise NothingBefore
    return _show(
        bucket, state.previous, _manifest(bucket, state.previous), state, BuildState(state.previous, state.current)
    )


def read_state(bucket: SiteBucket) -> BuildState:
    text = bucket.get(STATE)
    return BuildState(**json.loads(text)) if text else BuildState()


def _keep(site: Path, bucket: SiteBucket, build: str, manifest: Manifest, state: BuildState) -> None:
    """Puts every new file under its hash, then the list of them."""
    known = {sha for each in (state.current, state.previous) for sha in _manifest(bucket, each).values()}
    new = {sha: path for path, sha in manifest.items() if sha not in known}
    _all(lambda each: bucket.put(_file(each[0]), (site / each[1]).read_bytes(), JSON, NEVER), new.items())
    bucket.put(_list(build), text_of(manifest), JSON, NEVER)


def _show(bucket: SiteBucket, build: str, manifest: Manifest, state: BuildState, then: BuildState) -> Published:
    """Copies what differs into view, wave by wave, then removes what no page needs any more."""
    shown, before, begun = (_manifest(bucket, each) for each in (state.current, state.previous, state.pending))
    touched = {path for path in begun if begun[path] != shown.get(path)}
    changed = {path for path, sha in manifest.items() if shown.get(path) != sha or path in touched}
    _write(bucket, replace(state, pending=build))
    for wave in in_waves(changed):
        _all(lambda path: _into_view(bucket, Sent(path, manifest[path])), wave)
    gone = _gone(manifest, shown, before) | (touched - manifest.keys())
    _all(lambda keys: bucket.delete(keys), [[f"site/{path}" for path in sorted(gone)]] if gone else [])
    _write(bucket, then)
    kept = (build, then.previous)
    _forget(bucket, {state.current, state.previous, state.pending} - {*kept}, kept)
    return Published(build, len(changed), len(gone), invalidated(changed | gone))


def _gone(manifest: Manifest, shown: Manifest, before: Manifest) -> set[str]:
    """Pages and data at once; assets when no page of the build before, open somewhere, can still name them."""
    pages = {path for path in shown if path not in manifest and not is_asset(path)}
    return pages | {path for path in before if is_asset(path) and path not in shown and path not in manifest}


def _into_view(bucket: SiteBucket, sent: Sent) -> None:
    bucket.copy(_file(sent.sha256), f"site/{sent.path}", sent.type, sent.cache)


def _forget(bucket: SiteBucket, builds: set[str | None], kept: tuple[str | None, ...]) -> None:
    """Files that only builds before the last two had."""
    needed = {sha for each in kept for sha in _manifest(bucket, each).values()}
    for build in builds - {None}:
        old = {_file(sha) for sha in _manifest(bucket, build).values() if sha not in needed}
        bucket.delete([*sorted(old), _list(str(build))])


def _manifest(bucket: SiteBucket, build: str | None) -> dict[str, str]:
    text = bucket.get(_list(build)) if build else None
    found: dict[str, str] = json.loads(text) if text else {}
    return found


def _write(bucket: SiteBucket, state: BuildState) -> None:
    bucket.put(STATE, json.dumps(asdict(state)).encode(), JSON, NEVER)


def _all[Each](do: Callable[[Each], None], each: Iterable[Each]) -> None:
    """Several at once; the first failure ends the run."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(do, each))


def _file(sha: str) -> str:
    return f"builds/files/{sha}"


def _list(build: str | None) -> str:
    return f"builds/{build}.json"
