"""The demonstration's directory: plainly invented people whose numbers ring nowhere, imported through the public API."""

from base64 import b64encode
from collections.abc import Iterator, Mapping

import httpx

from giaoban.campaign import Campaign, load_all
from giaoban.contact import Channel, Duty
from giaoban.directory.columns import COLUMNS
from giaoban.directory.list_file import list_file
from giaoban.directory.person import Entry
from tools.runner.identity import STAFF
from tools.runner.worker import Crashed

IN_ADDRESSES = {Duty.REPORTER: "bao-cao", Duty.DEPUTY: "thay", Duty.LEADER: "lanh-dao"}
COOKIE = "__Host-giaoban"


def make(run: Mapping[str, object]) -> int:
    """How many people there are then; none where the campaign's data allow no test numbers. Raises Crashed."""
    campaign = load_all()[str(run["campaign"])]
    people = list(invented(campaign))
    if people:
        file = b64encode(list_file("csv", campaign, people)).decode()
        with httpx.Client(base_url=str(run["origin"]), timeout=60, trust_env=False) as client:
            cookie = {"Cookie": f"{COOKIE}={_signed_in(client)}"}
            path = f"/v1/campaigns/{campaign.slug}/directory/import"
            _post(client, path, {"file": file, "dry_run": False}, cookie)
    return len(people)


def invented(campaign: Campaign) -> Iterator[Entry]:
    """A reporter, a deputy and a leader of each unit, called by what they are: “Người báo cáo 00004”."""
    if campaign.test_numbers is None:
        return
    number = 0
    for code in campaign.units:
        for role, written in COLUMNS.words_of("roles").items():
            number += 1
            phone = f"{campaign.test_numbers}{number:0{12 - len(campaign.test_numbers)}}"
            email = f"{IN_ADDRESSES[Duty(role)]}-{code.lower()}@giaoban.invalid"
            yield Entry(code, Duty(role), f"{written.vi} {code}", phone, email, (Channel.SMS, Channel.EMAIL))


def _signed_in(client: httpx.Client) -> str:
    """The session of the demonstration's administrator."""
    name = next(name for name, group in STAFF.items() if group == "admin")
    token = _post(client, "/dev/staff", {"name": name}).json()["access_token"]
    answer = _post(client, "/v1/staff-session", {}, {"Authorization": f"Bearer {token}"})
    return answer.headers["set-cookie"].partition(";")[0].partition("=")[2]


def _post(
    client: httpx.Client, path: str, body: Mapping[str, object], headers: Mapping[str, str] | None = None
) -> httpx.Response:
    try:
        return client.post(path, json=body, headers=headers).raise_for_status()
    except httpx.HTTPError as error:
        raise Crashed(f"the directory could not be made: POST {path}: {type(error).__name__}") from error
