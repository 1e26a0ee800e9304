"""A queue feeds its function as Lambda does: once when all is well, again after a failure, aside after too many."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from botocore.client import BaseClient

from tests.runner.conftest import Answering
from tools.runner import resources
from tools.runner.clock import TENTH_DAY
from tools.runner.engine import Engine
from tools.runner.function import Pool
from tools.runner.messages import Messages
from tools.runner.worker import Program, Raised
from tools.template import Queue, Source, Template

pytestmark = pytest.mark.anyio
QUEUES = (Queue("Asked", visibility=1, receives=2, dead_letters="Dead"), Queue("Dead"))
SOURCE = Source("Sample", "Asked", 10, reports_failures=True)
TEMPLATE = Template((), (), (), (), ("Texts",), QUEUES, (SOURCE,), (), {})


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def engine(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Engine]:
    engine = Engine(tmp_path_factory.mktemp("build"))
    await engine.start()
    yield engine
    await engine.stop()


@pytest.fixture(scope="module")
def names(engine: Engine) -> dict[str, str]:
    return resources.create(engine, TEMPLATE)


@pytest.fixture
def sqs(engine: Engine, names: dict[str, str]) -> BaseClient:
    """Both queues empty."""
    client = engine.client("sqs")
    for queue in QUEUES:
        client.purge_queue(QueueUrl=names[queue.name])
    return client


@pytest.fixture
def feeding(sqs: BaseClient, names: dict[str, str]) -> Callable[..., Messages]:
    def make(function: Pool, source: Source = SOURCE) -> Messages:
        return Messages(sqs, (names["Asked"], names["Asked.Arn"]), source, function, lambda: TENTH_DAY, lambda _: None)

    return make


@pytest.fixture
def ask(sqs: BaseClient, names: dict[str, str]) -> Callable[..., list[str]]:
    def send(*bodies: str) -> list[str]:
        return [sqs.send_message(QueueUrl=names["Asked"], MessageBody=body)["MessageId"] for body in bodies]

    return send


async def dead(sqs: BaseClient, names: dict[str, str]) -> list[str]:
    answer = await asyncio.to_thread(sqs.receive_message, QueueUrl=names["Dead"], MaxNumberOfMessages=10)
    return [message["Body"] for message in answer.get("Messages", [])]


def bodies(function: Answering) -> list[list[str]]:
    return [sorted(record["body"] for record in event["Records"]) for event in function.events]


async def test_a_message_reaches_the_function_as_sqs_hands_it_over_and_only_once(
    feeding: Callable[..., Messages], ask: Callable[..., list[str]], names: dict[str, str]
):
    function = Answering({"batchItemFailures": []})
    (sent,) = ask('{"edition": 1}')
    assert await feeding(function).feed() == 1
    ((record,),) = [event["Records"] for event in function.events]
    assert (record["messageId"], record["body"]) == (sent, '{"edition": 1}')
    assert (record["eventSource"], record["eventSourceARN"]) == ("aws:sqs", names["Asked.Arn"])
    assert record["attributes"]["ApproximateReceiveCount"] == "1"
    assert record["attributes"]["SentTimestamp"] == str(round(TENTH_DAY.timestamp() * 1000))
    assert {"receiptHandle", "messageAttributes", "md5OfBody", "awsRegion"} <= set(record)
    await asyncio.sleep(1.1)
    assert await feeding(function).feed(wait=0) == 0


async def test_what_the_function_gives_back_comes_again_and_the_rest_does_not(
    feeding: Callable[..., Messages], ask: Callable[..., list[str]]
):
    ids = ask("good", "bad")
    function = Answering({"batchItemFailures": [{"itemIdentifier": ids[1]}]})
    await feeding(function).feed()
    await feeding(function).feed(wait=2)
    assert bodies(function) == [["bad", "good"], ["bad"]]


@pytest.mark.parametrize(
    "answer", [{"batchItemFailures": [{"itemIdentifier": "of no message"}]}, {"batchItemFailures": [{}]}, "x"], ids=str
)
async def test_an_answer_that_cannot_be_read_gives_everything_back(
    feeding: Callable[..., Messages], ask: Callable[..., list[str]], answer: Any
):
    ask("one", "two")
    again = Answering()
    await feeding(Answering(answer)).feed()
    await feeding(again).feed(wait=2)
    assert bodies(again) == [["one", "two"]]


async def test_a_queue_has_tried_all_it_holds_when_only_what_was_given_back_is_left(
    feeding: Callable[..., Messages], ask: Callable[..., list[str]]
):
    ids = ask("good", "bad")
    messages = feeding(Answering({"batchItemFailures": [{"itemIdentifier": ids[1]}]}))
    assert (messages.is_empty(), messages.is_tried()) == (False, False)
    await messages.feed()
    assert (messages.is_empty(), messages.is_tried()) == (False, True)
    ask("another")
    assert not messages.is_tried()


@pytest.mark.parametrize("answer", [None, {}, {"batchItemFailures": None}], ids=str)
async def test_no_failures_is_success(feeding: Callable[..., Messages], ask: Callable[..., list[str]], answer: Any):
    ask("one")
    await feeding(Answering(answer)).feed()
    await asyncio.sleep(1.1)
    assert await feeding(Answering(answer)).feed(wait=0) == 0


async def test_where_failures_are_not_reported_an_answer_is_success(
    feeding: Callable[..., Messages], ask: Callable[..., list[str]]
):
    ids = ask("one")
    silent = Source("Sample", "Asked", 10, reports_failures=False)
    await feeding(Answering({"batchItemFailures": [{"itemIdentifier": ids[0]}]}), silent).feed()
    await asyncio.sleep(1.1)
    assert await feeding(Answering(), silent).feed(wait=0) == 0


async def test_a_message_that_fails_every_time_goes_to_the_dead_letters(
    feeding: Callable[..., Messages], ask: Callable[..., list[str]], sqs: BaseClient, names: dict[str, str]
):
    ask("poison")
    function = Answering(fails=Raised("no such thing"))
    for _ in range(3):
        await feeding(function).feed(wait=2)
    assert bodies(function) == [["poison"], ["poison"]]
    assert await dead(sqs, names) == ["poison"]


CRASHES_ONCE = """
import json, os, pathlib

def handler(event, context):
    seen = pathlib.Path(os.environ["LAMBDA_TASK_ROOT"]) / "seen"
    if not seen.exists():
        seen.touch()
        os._exit(3)
    pathlib.Path(os.environ["LAMBDA_TASK_ROOT"], "done").write_text(json.dumps(event))
"""


async def test_after_a_crash_of_its_process_a_lazy_function_gets_the_message_again(
    feeding: Callable[..., Messages], ask: Callable[..., list[str]], program: Callable[..., Program], tmp_path: Path
):
    function = Pool(program(CRASHES_ONCE), is_lazy=True)
    await function.start()
    assert not (tmp_path / "seen").exists()
    try:
        ask("edition")
        await feeding(function).feed()
        assert ((tmp_path / "seen").exists(), (tmp_path / "done").exists()) == (True, False)
        await feeding(function).feed(wait=2)
        (record,) = json.loads((tmp_path / "done").read_text())["Records"]
        assert (record["body"], record["attributes"]["ApproximateReceiveCount"]) == ("edition", "2")
    finally:
        await function.stop()


async def test_it_goes_on_after_the_queue_was_silent(feeding: Callable[..., Messages], ask: Callable[..., list[str]]):
    function = Answering()
    messages, calls = feeding(function), []
    receive = messages._receive

    def falter(wait: int) -> list[dict[str, Any]]:
        calls.append(wait)
        if len(calls) == 1:
            from botocore.exceptions import EndpointConnectionError

            raise EndpointConnectionError(endpoint_url="gone")
        return receive(wait)

    messages._receive = falter  # type: ignore[method-assign]
    ask("one")
    following = asyncio.create_task(messages.follow())
    for _ in range(60):
        await asyncio.sleep(0.1)
        if function.events:
            break
    following.cancel()
    assert bodies(function) == [["one"]]


async def test_a_bucket_refuses_to_write_over_what_must_not_exist(engine: Engine, names: dict[str, str]):
    s3 = engine.client("s3")
    put = {"Bucket": names["Texts"], "Key": "editions/a.json", "IfNoneMatch": "*"}
    await asyncio.to_thread(s3.put_object, **put, Body=b"1")
    with pytest.raises(s3.exceptions.ClientError, match="PreconditionFailed"):
        await asyncio.to_thread(s3.put_object, **put, Body=b"2")


async def test_what_comes_within_the_window_is_one_call(
    sqs: BaseClient, feeding: Callable[..., Messages], names: dict[str, str]
):
    function = Answering()
    messages = feeding(function, Source("Sample", "Asked", 12, reports_failures=False, window=5))
    for number in range(12):
        sqs.send_message(QueueUrl=names["Asked"], MessageBody=str(number))
    assert await messages.feed(1) == 12
    assert [len(event["Records"]) for event in function.events] == [12]
