"""The dev page: the campaign's clock, signing in as anyone, links, what was sent. Local only, never deployed."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from botocore.client import BaseClient
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from giaoban.problem import Unknown
from tools.runner.asked import BusyError, WrongRequestError, as_json, object_of
from tools.runner.clock import Clock
from tools.runner.identity import STAFF, Identity
from tools.runner.links import Links
from tools.runner.outbox import Outbox
from tools.runner.static import APP, APP_POLICY, find_file
from tools.runner.ticks import JumpingError, Ticks
from tools.runner.wordings import wordings
from tools.template import Node

PAGE = Path(__file__).parent / "dev"
ASKED = "ask#"
# The one frame is an e-mail's HTML, sandboxed.
DEV = {**APP, "Content-Security-Policy": f"{APP_POLICY}; frame-src 'self'"}


@dataclass(frozen=True)
class Dev:
    """Answers everything under /dev."""

    clock: Clock
    ticks: Ticks
    links: Links
    identity: Identity
    dynamodb: BaseClient
    access_table: str
    outbox: Outbox

    def routes(self) -> list[Route]:
        answers: list[tuple[str, str, Callable[[Request], Awaitable[Node]]]] = [
            ("GET", "/dev/clock", self.read_clock),
            ("PUT", "/dev/clock", self.set_clock),
            ("POST", "/dev/ticks", self.fire),
            ("GET", "/dev/state", self.state),
            ("POST", "/dev/links", self.issue),
            ("POST", "/dev/staff", self.sign_in),
            ("GET", "/dev/outbox.json", self.outbox.read),
            ("GET", "/dev/wordings", self.read_wordings),
            ("GET", "/dev/providers", self.outbox.read_behaviour),
            ("PUT", "/dev/providers", self.outbox.behave),
        ]
        return [
            *(Route(path, as_json(answer), methods=[method]) for method, path, answer in answers),
            Route("/dev/outbox/{id}/html", self.outbox.mail),
            Route("/dev/outbox/{id}/{number:int}", self.outbox.attachment),
            Route("/dev", _page),
            Route("/dev/{file}", _page),
        ]

    async def read_clock(self, _: Request) -> Node:
        """`jump`: where the clock is on its way to, and how many of the slots between have been fired."""
        going = self.ticks.going
        jump: Node = {"to": going.to.isoformat(), "done": going.done, "of": going.of} if going else None
        now = self.clock.now().isoformat(timespec="milliseconds")
        return {"at": now, "running": self.clock.is_running, "jump": jump}

    async def set_clock(self, request: Request) -> Node:
        """`{"at"?, "running"?, "quiet"?}`; answers the clock and the ticks that the jump has fired, quietly none."""
        wanted = await object_of(request)
        running, quiet, at = _choice(wanted, "running"), _choice(wanted, "quiet"), wanted.get("at")
        fired = await self._jump(_moment(at), quiet is True) if at is not None else []
        if running is not None:
            self.clock.run(running)
        return {"at": self.clock.now().isoformat(), "running": self.clock.is_running, "jump": None, "ticks": [*fired]}

    async def _jump(self, at: datetime, is_quiet: bool) -> list[str]:
        try:
            return await self.ticks.jump(at, is_quiet)
        except JumpingError as error:
            raise BusyError("Đồng hồ đang chuyển, xin đợi. The clock is on its way: one jump at a time.") from error

    async def fire(self, request: Request) -> Node:
        return await self.ticks.fire(_moment((await object_of(request)).get("slot")))

    async def state(self, _: Request) -> Node:
        """What the page shows besides the clock."""
        campaign = self.links.campaign
        return {
            "campaign": {"slug": campaign.slug, "names": {"vi": campaign.names.vi, "en": campaign.names.en}},
            "first_day": campaign.first_day.isoformat(),
            "last_day": campaign.last_day.isoformat(),
            "units": [
                {"code": unit.code, "kind": unit.kind, "vi": unit.names.vi, "en": unit.names.en}
                for unit in campaign.units.values()
            ],
            "staff": [{"name": name, "group": group} for name, group in STAFF.items()],
            "links": [asdict(link) for link in self.links.last],
            "asked": await run_in_threadpool(lambda: list(self._asked())),
        }

    async def read_wordings(self, _: Request) -> Node:
        """Every message as it would read at the longest, today."""
        campaign = self.links.campaign
        return {"wordings": wordings(campaign, campaign.today(self.clock.now()))}

    async def issue(self, request: Request) -> Node:
        code = (await object_of(request)).get("unit")
        try:
            return asdict(await run_in_threadpool(self.links.issue, str(code)))
        except Unknown:
            raise WrongRequestError(f"no unit has the code {code}") from None

    async def sign_in(self, request: Request) -> Node:
        """A token from the pool; the page itself brings it to POST /v1/staff-session."""
        name = (await object_of(request)).get("name")
        try:
            return {"access_token": await run_in_threadpool(self.identity.sign_in, str(name))}
        except KeyError:
            raise WrongRequestError(f"nobody on the staff is called {name}") from None

    def _asked(self) -> Iterator[dict[str, Node]]:
        """Which units' links were asked for, and when last."""
        last: dict[tuple[str, str], int] = {}
        pages = self.dynamodb.get_paginator("scan").paginate(
            TableName=self.access_table,
            FilterExpression="begins_with(id, :ask)",
            ExpressionAttributeValues={":ask": {"S": ASKED}},
        )
        for page in pages:
            for item in page["Items"]:
                _, campaign, unit, _ = item["id"]["S"].split("#", 3)
                last[campaign, unit] = max(last.get((campaign, unit), 0), int(item["asked"]["N"]))
        for (campaign, unit), at in last.items():
            asked = datetime.fromtimestamp(at, self.clock.now().tzinfo)
            yield {"campaign": campaign, "unit": unit, "at": asked.isoformat()}


async def _page(request: Request) -> Response:
    if request.url.path == "/dev/":
        return RedirectResponse("/dev", 308)
    file = find_file(PAGE, request.path_params.get("file", ""))
    return FileResponse(file, headers=DEV) if file else Response("Not Found\n", 404, media_type="text/plain")


def _choice(wanted: dict[str, Node], name: str) -> bool | None:
    value = wanted.get(name)
    if value is not None and not isinstance(value, bool):
        raise WrongRequestError(f"{name} must be true or false")
    return value


def _moment(value: Node) -> datetime:
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        raise WrongRequestError(f"{value} is not a time like 2025-08-02T15:20:00+07:00") from None
    if moment.tzinfo is None:
        raise WrongRequestError("the time names no zone, like +07:00")
    return moment
