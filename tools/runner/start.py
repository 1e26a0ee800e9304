"""Starts everything in order, says how far it is, and ends all of it however it ends."""

import asyncio
import os
import socket
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

from giaoban.access.store import GrantStore
from giaoban.campaign import Campaign, load_all
from tools.runner import history, identity, runfile
from tools.runner.app import application
from tools.runner.clock import Clock
from tools.runner.dev import Dev
from tools.runner.engine import Engine
from tools.runner.function import CREDENTIALS, REGION, Pool, program
from tools.runner.gateway import Gateway
from tools.runner.identity import Identity
from tools.runner.links import Links
from tools.runner.progress import step
from tools.runner.serving import healthy, serving
from tools.runner.ticks import Ticks
from tools.template import Template, load

DEMO_HOUR = time(15, 20)
# The function that everybody waits for at 15:59 has company.
PROCESSES = {"ReportsFunction": 2}


@dataclass(frozen=True)
class Options:
    """`listener` already holds the port; `days` of demonstration history, 0 for an empty system on its first day."""

    listener: socket.socket
    build: Path
    days: int

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"


async def run(options: Options) -> None:
    """Until cancelled. Raises EngineSilentError, FunctionFailed, UnresolvedError or CampaignRefused."""
    template, campaign = load(), next(iter(load_all(options.build / "functions" / "schemas" / "campaigns").values()))
    async with AsyncExitStack() as stack:
        engine, staff, names = await _engine(stack, template, options.build)
        known = {
            **names,
            "PublicOrigin": options.origin,
            "IdentityIssuer": staff.issuer,
            "IdentityClient": staff.client,
        }
        functions = await _functions(stack, template, known, engine, options.build)
        os.environ.update(_environment(engine, names))
        clock = Clock(begins_at(campaign, options.days))
        clock.run(False)  # it begins when everything is ready
        (schedule,) = template.schedules
        ticks = Ticks(clock, schedule, functions[schedule.function])
        links = Links(GrantStore(names["AccessTable"]), campaign, options.origin, clock)
        dev = Dev(clock, ticks, links, staff, engine.client("dynamodb"), names["AccessTable"])
        gateway = Gateway(
            template.routes, functions, {name: staff.authorizer() for name in template.authorizers}, clock
        )
        with step("The gateway"):
            app = application(gateway, dev, options.build, options.origin)
            await stack.enter_async_context(serving(app, options.listener))
            await healthy(options.origin)
        described = runfile.description(options.origin, campaign.slug, engine.endpoint, _tables(names))
        stack.enter_context(runfile.written(options.build, described))
        if options.days:
            await history.make(described, options.days, until=clock.now())
        await ticks.fire(clock.now())
        clock.run(True)
        _welcome(options.origin, clock, links)
        await ticks.follow()


async def _engine(stack: AsyncExitStack, template: Template, build: Path) -> tuple[Engine, Identity, dict[str, str]]:
    """The engine with the staff and the tables in it; the tables' names by logical id."""
    with step("The embedded engine (DynamoDB, Cognito)"):
        engine = await _started(stack, Engine(build))
        staff = await asyncio.to_thread(identity.create, engine)
        return engine, staff, await asyncio.to_thread(engine.create, template.tables)


async def _started[Part: (Engine, Pool)](stack: AsyncExitStack, part: Part) -> Part:
    """Ended with the stack, also when its start fails."""
    stack.push_async_callback(part.stop)
    await part.start()
    return part


async def _functions(
    stack: AsyncExitStack, template: Template, known: Mapping[str, str], engine: Engine, build: Path
) -> dict[str, Pool]:
    endpoints = {"AWS_ENDPOINT_URL": engine.endpoint, "AWS_ENDPOINT_URL_DYNAMODB": engine.endpoint}
    pools = {
        function.name: Pool(program(function, known, endpoints, build), PROCESSES.get(function.name, 1))
        for function in template.functions
    }
    with step(f"The functions: {', '.join(pools)}"):
        await asyncio.gather(*(_started(stack, pool) for pool in pools.values()))
    return pools


def begins_at(campaign: Campaign, days: int) -> datetime:
    """The afternoon after the days played; without any, the first midnight, when nothing is due yet."""
    day = campaign.first_day + timedelta(days=days)
    return datetime.combine(day, DEMO_HOUR, tzinfo=campaign.zone) if days else campaign.opens(day)


def _tables(names: Mapping[str, str]) -> dict[str, str]:
    return {"REPORTS_TABLE": names["ReportsTable"], "ACCESS_TABLE": names["AccessTable"]}


def _environment(engine: Engine, names: Mapping[str, str]) -> dict[str, str]:
    """For the product's own code in this process, which issues the dev page's links."""
    return {
        **CREDENTIALS,
        **_tables(names),
        "AWS_DEFAULT_REGION": REGION,
        "AWS_REGION": REGION,
        "AWS_ENDPOINT_URL_DYNAMODB": engine.endpoint,
    }


def _welcome(origin: str, clock: Clock, links: Links) -> None:
    commune = next(unit for unit in links.campaign.units.values() if unit.kind == "commune")
    link = links.issue(commune.code)
    print(
        f"""
Mở / Open
  {origin}/           trang giới thiệu / the site
  {origin}/dev        đồng hồ, đăng nhập, liên kết / clock, sign-in, links
  {link.url}
                                    {commune.names.vi} / {commune.names.en}
Giờ của chiến dịch / campaign time: {clock.now():%Y-%m-%d %H:%M}. Ctrl-C dừng / stops.""",
        flush=True,
    )
