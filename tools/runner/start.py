"""Starts everything in order, says how far it is, and ends all of it however it ends."""

import asyncio
import os
import socket
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path

from giaoban.access.store import GrantStore
from giaoban.campaign import Campaign, load_all
from tools.runner import history, identity, resources, runfile
from tools.runner.app import application
from tools.runner.clock import Clock
from tools.runner.dev import Dev
from tools.runner.engine import Engine
from tools.runner.function import CREDENTIALS, REGION, Pool, program
from tools.runner.gateway import Gateway
from tools.runner.identity import Identity
from tools.runner.links import Links
from tools.runner.messages import Messages, tried
from tools.runner.outbox import Outbox
from tools.runner.progress import step
from tools.runner.providers import Providers
from tools.runner.published import PublishedSite
from tools.runner.receipts import Receipts
from tools.runner.serving import healthy, serving
from tools.runner.ticks import Ticks
from tools.runner.worker import Program
from tools.template import Source, Template, load

DEMO_HOUR = time(15, 20)
# The function that everybody waits for at 15:59 has company; so has the one whose messages are soon too late.
PROCESSES = {"ReportsFunction": 2, "SendFunction": 2}
# What a tick asks for, and how long it is waited for: a jump over days opens each of them.
DUTIES, DUTIES_SECONDS = "DutiesFunction", 120.0
# Where each service of AWS is, by botocore's name for it.
IN_ENGINE = ("dynamodb", "cognito-idp", "s3", "sqs", "cloudfront")
AT_PROVIDERS = ("sesv2", "pinpoint-sms-voice-v2")
# What the template's parameters and its resources outside the engine are here.
OURS = {"MailFrom": "giaoban@giaoban.invalid", "MailEvents": "giaoban-mail-events", "SmsSender": "GiaoBan"}


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
    clock = Clock(begins_at(campaign, options.days))
    clock.run(False)  # it begins when everything is ready
    async with AsyncExitStack() as stack:
        engine, staff, names = await _engine(stack, template, options.build)
        receipts = Receipts()
        providers = await _started(stack, Providers(clock.now, receipts.receive))
        endpoints = {**dict.fromkeys(IN_ENGINE, engine.endpoint), **dict.fromkeys(AT_PROVIDERS, providers.endpoint)}
        environment = resources.environment(template, names)
        known = {**names, **_parameters(options.origin, staff, campaign.slug)}
        functions = await _functions(stack, template, known, endpoints, options.build)
        os.environ.update(_environment(engine, environment))
        (listener,) = template.listeners
        receipts.function = functions[listener]
        (schedule,) = template.schedules
        ticks = Ticks(clock, schedule, functions[schedule.function])
        links = Links(GrantStore(names["AccessTable"]), campaign, options.origin, clock)
        dev = Dev(clock, ticks, links, staff, engine.client("dynamodb"), names["AccessTable"], Outbox(providers))
        authorizers = {name: staff.authorizer() for name in template.authorizers}
        with step("The gateway"):
            gateway = Gateway(template.routes, functions, authorizers, clock)
            published = PublishedSite(engine.client("s3"), names["SiteBucket"])
            app = application(gateway, dev, options.build, options.origin, published)
            await stack.enter_async_context(serving(app, options.listener))
            await healthy(options.origin)
        described = runfile.description(options.origin, campaign.slug, endpoints, environment)
        stack.enter_context(runfile.written(options.build, described))
        queues = {source: _messages(engine, source, names, functions, clock) for source in template.sources}
        ticks.until_done = lambda: tried((each for each in queues.values() if each.function == DUTIES), DUTIES_SECONDS)
        prompt = [messages for source, messages in queues.items() if not _is_heavy(template, source.function)]
        for messages in prompt:
            for _ in range(PROCESSES.get(messages.function, 1)):
                stack.callback(asyncio.create_task(messages.follow()).cancel)
        if options.days:
            await history.make(described, options.days, clock.now(), lambda: all(each.is_empty() for each in prompt))
        ticks.settle = lambda: tried(prompt)
        await ticks.fire(clock.now())
        clock.run(True)
        _welcome(options.origin, clock, links)
        async with asyncio.TaskGroup() as group:
            group.create_task(ticks.follow())
            for messages in queues.values():
                if messages not in prompt:
                    group.create_task(messages.follow())


def _messages(
    engine: Engine, source: Source, names: Mapping[str, str], functions: Mapping[str, Pool], clock: Clock
) -> Messages:
    queue = names[source.queue], names[f"{source.queue}.Arn"]
    return Messages(engine.client("sqs"), queue, source, functions[source.function], clock.now)


async def _engine(stack: AsyncExitStack, template: Template, build: Path) -> tuple[Engine, Identity, dict[str, str]]:
    """The engine with the staff and the template's resources in it; what references to these mean."""
    with step("The embedded engine (DynamoDB, Cognito, S3, SQS, CloudFront in name)"):
        engine = await _started(stack, Engine(build))
        staff = await asyncio.to_thread(identity.create, engine)
        return engine, staff, await asyncio.to_thread(resources.create, engine, template)


async def _started[Part: (Engine, Pool, Providers)](stack: AsyncExitStack, part: Part) -> Part:
    """Ended with the stack, also when its start fails."""
    stack.push_async_callback(part.stop)
    await part.start()
    return part


async def _functions(
    stack: AsyncExitStack, template: Template, known: Mapping[str, str], endpoints: Mapping[str, str], build: Path
) -> dict[str, Pool]:
    """Those that only a queue starts wait for their first message; heavy ones let whoever waits for an answer go first."""
    addresses = {f"AWS_ENDPOINT_URL_{_variable(service)}": address for service, address in endpoints.items()}
    # Whatever else a function might call must not leave this machine.
    addresses["AWS_ENDPOINT_URL"] = endpoints["dynamodb"]
    lazy = {source.function for source in template.sources}
    # Nobody waits for a receipt, while messages still leave.
    (listener,) = template.listeners
    programs = {function.name: program(function, known, addresses, build) for function in template.functions}
    pools = {
        name: Pool(
            _patient(each) if name == listener or _is_heavy(template, name) else each,
            PROCESSES.get(name, 1),
            is_lazy=name in lazy,
        )
        for name, each in programs.items()
    }
    with step(f"The functions: {', '.join(pools)}"):
        await asyncio.gather(*(_started(stack, pool) for pool in pools.values()))
    return pools


def begins_at(campaign: Campaign, days: int) -> datetime:
    """The afternoon after the days played; without any, the first midnight, when nothing is due yet."""
    day = campaign.first_day + timedelta(days=days)
    return datetime.combine(day, DEMO_HOUR, tzinfo=campaign.zone) if days else campaign.opens(day)


def _is_heavy(template: Template, function: str) -> bool:
    """A job with libraries of its own: the past days' documents keep nobody waiting."""
    fed = {source.function for source in template.sources}
    return function in fed and any(each.layers for each in template.functions if each.name == function)


def _patient(program: Program) -> Program:
    """In AWS a job has a machine of its own."""
    return replace(program, command=("nice", "-n", "10", *program.command))


def _parameters(origin: str, staff: Identity, campaign: str) -> dict[str, str]:
    """The template's parameters, as this machine has them."""
    return {
        "PublicOrigin": origin,
        "IdentityIssuer": staff.issuer,
        "IdentityClient": staff.client,
        "SiteCampaign": campaign,
        **OURS,
    }


def _variable(service: str) -> str:
    """botocore's `pinpoint-sms-voice-v2` as its environment variables have it."""
    return service.upper().replace("-", "_")


def _environment(engine: Engine, variables: Mapping[str, str]) -> dict[str, str]:
    """For the product's own code in this process, which issues the dev page's links."""
    return {
        **CREDENTIALS,
        **variables,
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
