"""The dev page's own requests, and who may send them."""

import asyncio
from pathlib import Path

import httpx
import pytest

from giaoban.campaign import load_all
from tests.runner.conftest import Answering
from tools.runner.app import application
from tools.runner.clock import TENTH_DAY, Clock
from tools.runner.dev import Dev
from tools.runner.gateway import Gateway
from tools.runner.links import IssuedLink
from tools.runner.outbox import Outbox
from tools.runner.providers import Attachment, Message, Providers
from tools.runner.ticks import Ticks
from tools.template import Schedule

pytestmark = pytest.mark.anyio
ORIGIN = "http://127.0.0.1:8000"


class Issuing:
    """Issues the same link to whoever asks."""

    campaign = load_all()["hanoi-45"]

    def issue(self, code: str) -> IssuedLink:
        return IssuedLink(f"{ORIGIN}/bao-cao#t=x", code, {"vi": "<b>", "en": "<b>"}, "", "")


class People:
    def sign_in(self, name: str) -> str:
        return {"dieu-phoi-1": "a token"}[name]


@pytest.fixture
def function() -> Answering:
    return Answering({"opened": []})


@pytest.fixture
def providers() -> Providers:
    return Providers(lambda: TENTH_DAY)


@pytest.fixture
def browser(tmp_path: Path, function: Answering, providers: Providers) -> httpx.AsyncClient:
    clock = Clock(TENTH_DAY, lambda: 0.0)
    schedule = Schedule("Tick", "cron(0/5 * * * ? *)", "Asia/Ho_Chi_Minh", '{"slot": "<aws.scheduler.scheduled-time>"}')
    ticks, outbox = Ticks(clock, schedule, function), Outbox(providers)
    dev = Dev(clock, ticks, Issuing(), People(), None, "AccessTable", outbox)  # type: ignore[arg-type]
    app = application(Gateway((), {}, {}, clock), dev, tmp_path, ORIGIN)
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=ORIGIN)


async def test_the_clock_is_seen_moved_and_stopped(browser: httpx.AsyncClient, function: Answering):
    assert (await browser.get("/dev/clock")).json() == {
        "at": "2025-08-02T15:20:00.000+07:00",
        "running": True,
        "jump": None,
    }
    moved = (await browser.put("/dev/clock", json={"at": "2025-08-02T15:30:00+07:00"})).json()
    assert (moved["at"], len(moved["ticks"])) == ("2025-08-02T15:30:00+07:00", 2)
    assert [event["slot"] for event in function.events] == ["2025-08-02T08:25:00Z", "2025-08-02T08:30:00Z"]
    stopped = (await browser.put("/dev/clock", json={"running": False})).json()
    assert (stopped["running"], stopped["ticks"]) == (False, [])


async def test_while_it_is_on_its_way_it_says_how_far_and_another_jump_has_to_wait(
    browser: httpx.AsyncClient, function: Answering
):
    function.may_answer.clear()
    moving = asyncio.create_task(browser.put("/dev/clock", json={"at": "2025-08-02T15:25:00+07:00"}))
    while not function.events:
        await asyncio.sleep(0)
    jump = (await browser.get("/dev/clock")).json()["jump"]
    another = await browser.put("/dev/clock", json={"at": "2025-08-02T16:00:00+07:00"})
    function.may_answer.set()
    assert jump == {"to": "2025-08-02T15:25:00+07:00", "done": 0, "of": 1}
    assert (another.status_code, (await moving).json()["jump"]) == (409, None)


async def test_moved_quietly_it_fires_nothing(browser: httpx.AsyncClient, function: Answering):
    moved = (await browser.put("/dev/clock", json={"at": "2025-08-03T15:30:00+07:00", "quiet": True})).json()
    assert (moved["at"], moved["ticks"], function.events) == ("2025-08-03T15:30:00+07:00", [], [])


async def test_one_tick_is_fired_and_answered(browser: httpx.AsyncClient):
    answer = await browser.post("/dev/ticks", json={"slot": "2025-07-31T17:05:00Z"})
    assert (answer.status_code, answer.json()) == (200, {"opened": []})


async def test_while_a_tick_takes_its_time_others_are_answered(browser: httpx.AsyncClient, function: Answering):
    function.may_answer.clear()
    ticking = asyncio.create_task(browser.put("/dev/clock", json={"at": "2025-08-02T15:30:00+07:00"}))
    async with asyncio.timeout(2):
        while not function.events:
            await asyncio.sleep(0.01)
        assert (await browser.get("/dev/clock")).json()["at"] == "2025-08-02T15:25:00.000+07:00"
        assert not ticking.done()
        function.may_answer.set()
        assert len((await ticking).json()["ticks"]) == 2


@pytest.mark.parametrize(
    "body",
    [{"at": "now"}, {"at": "2025-08-02T15:30:00"}, {"running": "yes"}, {"quiet": 1}, {"at": 5}, [], "x"],
    ids=str,
)
async def test_a_wrong_time_is_said_in_a_sentence(browser: httpx.AsyncClient, body: object):
    answer = await browser.put("/dev/clock", json=body)
    assert answer.status_code == 400
    assert answer.json()["message"]


async def test_a_link_is_issued_and_staff_get_a_token(browser: httpx.AsyncClient):
    assert (await browser.post("/dev/links", json={"unit": "00004"})).json()["unit"] == "00004"
    assert (await browser.post("/dev/staff", json={"name": "dieu-phoi-1"})).json() == {"access_token": "a token"}
    assert (await browser.post("/dev/staff", json={"name": "nobody"})).status_code == 400


async def test_what_was_sent_is_shown_the_newest_first_with_its_attachments(
    browser: httpx.AsyncClient, providers: Providers
):
    pdf = Attachment('Báo cáo "1".pdf', "text/html", b"<script>")
    first = Message("email", TENTH_DAY, "from", ("to",), "Báo cáo", "Chào", "<script>1</script>", (pdf,))
    providers.messages += [first, Message("sms", TENTH_DAY, "from", ("+84000000000",), text="Chua bao cao")]
    newest, oldest = (await browser.get("/dev/outbox.json")).json()["messages"]
    assert (await browser.get("/dev/outbox.json?last=1")).json() == {"count": 2, "messages": [newest]}
    assert (newest["channel"], newest["text"], newest["at"]) == ("sms", "Chua bao cao", "2025-08-02T15:20:00.000+07:00")
    (attached,) = oldest["attachments"]
    assert (attached["name"], attached["bytes"]) == (pdf.name, 8)
    file = await browser.get(attached["href"])
    assert (file.content, file.headers["content-type"]) == (b"<script>", "application/octet-stream")
    assert file.headers["content-disposition"] == 'attachment; filename="B?o_c?o__1_.pdf"'
    page = await browser.get(f"/dev/outbox/{first.id}/html")
    assert page.text == "<script>1</script>"
    policy = page.headers["content-security-policy"].split("; ")
    assert {"sandbox allow-popups allow-popups-to-escape-sandbox", "default-src 'none'"} <= set(policy)
    assert (oldest["parts"], newest["parts"]) == (None, 1)


async def test_a_letters_links_open_beside_it(browser: httpx.AsyncClient, providers: Providers):
    letter = Message(
        "email", TENTH_DAY, "from", ("to",), "Báo cáo", "Chào", "<html><head></head><a href='/x'>x</a></html>"
    )
    providers.messages.append(letter)
    page = await browser.get(f"/dev/outbox/{letter.id}/html")
    assert page.text.startswith('<html><head><base target="_blank"></head>')


async def test_every_message_is_shown_at_its_longest_with_its_cost(browser: httpx.AsyncClient):
    told = (await browser.get("/dev/wordings")).json()["wordings"]
    known = load_all()["hanoi-45"].reminders
    assert known is not None
    assert [each["message"] for each in told] == [name for name in known.messages for _ in ("vi", "en")]
    assert {each["sms"]["parts"] for each in told if each["sms"]} == {1}
    assert {each["sms"]["cost_vnd"] for each in told if each["sms"]} == {known.limits.cost_per_part_vnd}
    assert all(each["email"] or each["sms"] for each in told)


@pytest.mark.parametrize("path", ["/dev/outbox/none/html", "/dev/outbox/none/0"])
async def test_a_message_that_is_not_there_is_not_found(browser: httpx.AsyncClient, path: str):
    assert (await browser.get(path)).status_code == 404


async def test_a_provider_is_told_how_to_behave(browser: httpx.AsyncClient):
    told = {"channel": "email", "manner": "silent", "times": 2, "receipts": "lost"}
    assert (await browser.put("/dev/providers", json=told)).json()["email"]["manner"] == "silent"
    now = (await browser.get("/dev/providers")).json()
    assert now["email"] == {"manner": "silent", "seconds": 5.0, "times": 2, "receipts": "lost"}
    assert now["sms"]["manner"] == "prompt"


@pytest.mark.parametrize(
    "wrong",
    [{"manner": "rude"}, {"channel": "pigeon"}, {"times": 0}, {"times": True}, {"seconds": -1}, {"seconds": "1"},
     {"seconds": 1e9}, {"receipts": None}, {"maner": "slow"}],
    ids=str,
)  # fmt: skip
async def test_a_wrong_behaviour_is_said_in_a_sentence(browser: httpx.AsyncClient, wrong: object):
    answer = await browser.put("/dev/providers", json=wrong)
    assert answer.status_code == 400
    assert "manner one of prompt, slow" in answer.json()["message"]


@pytest.mark.parametrize("path", ["/dev/clock", "/dev/links", "/dev/staff", "/dev/ticks", "/dev/providers"])
async def test_another_sites_form_can_change_nothing(browser: httpx.AsyncClient, path: str):
    method = "PUT" if path in ("/dev/clock", "/dev/providers") else "POST"
    answer = await browser.request(method, path, content=b"{}", headers={"content-type": "text/plain"})
    assert answer.status_code == 400


async def test_another_name_of_this_machine_is_refused_or_led_here(browser: httpx.AsyncClient):
    assert (await browser.get("/dev/clock", headers={"host": "evil.example"})).status_code == 421
    led = await browser.get("/dev", headers={"host": "localhost:8000"})
    assert (led.status_code, led.headers["location"]) == (307, f"{ORIGIN}/dev")


@pytest.mark.parametrize("path", ["/dev", "/dev/dev.js", "/dev/outbox.js", "/dev/dev.css", "/"])
async def test_the_page_is_served_under_the_apps_policy(browser: httpx.AsyncClient, path: str):
    answer = await browser.get(path)
    assert answer.status_code == 200
    assert "script-src 'self'" in answer.headers["content-security-policy"]


async def test_the_page_holds_nothing_that_its_policy_forbids():
    folder = Path(__file__).parents[2] / "tools" / "runner" / "dev"
    script = "".join(file.read_text("utf-8") for file in folder.glob("*.js"))
    assert not [unsafe for unsafe in ("innerHTML", "insertAdjacentHTML", "document.write", "eval(") if unsafe in script]
    for page in folder.glob("*.html"):
        text = page.read_text("utf-8")
        assert "<style" not in text
        assert " style=" not in text
        assert " onclick=" not in text
        assert "<script>" not in text
