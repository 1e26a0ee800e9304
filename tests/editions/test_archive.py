"""Editions and campaigns under their hashes, and the queue, on moto."""

import json

import pytest
from botocore.exceptions import BotoCoreError

from giaoban.aws import client
from giaoban.campaign import Campaign
from giaoban.editions.archive import Archive, Tampered
from giaoban.editions.bucket import Bucket
from giaoban.editions.consolidate import data_sha256
from giaoban.editions.queue import EditionsQueue
from giaoban.problem import Unavailable
from tests.editions.made import consolidated, day_of, frozen_of
from tests.engines.fixtures import Engine


@pytest.fixture
def bucket(on_moto: Engine) -> Bucket:
    return Bucket(on_moto.bucket)


def test_what_is_kept_is_read_back_with_the_campaign_it_was_made_with(bucket: Bucket, campaign: Campaign) -> None:
    archive, edition = Archive(bucket), frozen_of(consolidated(day_of(campaign)))
    archive.keep(edition, campaign)
    archive.keep(edition, campaign)
    assert archive.edition(edition.sha256) == edition
    again = archive.campaign(edition.content["campaign"]["data_sha256"])
    assert data_sha256(again) == data_sha256(campaign)
    assert (again.units, again.edition, again.first_day) == (campaign.units, campaign.edition, campaign.first_day)
    assert {kind: form.rules for kind, form in again.forms.items()} == {
        kind: form.rules for kind, form in campaign.forms.items()
    }


def test_hanois_campaign_is_read_back_as_it_was(bucket: Bucket, hanoi: Campaign) -> None:
    edition = frozen_of(consolidated(day_of(hanoi)))
    Archive(bucket).keep(edition, hanoi)
    again = Archive(bucket).campaign(data_sha256(hanoi))
    assert (again.units, again.edition) == (hanoi.units, hanoi.edition)
    assert {kind: form.schema for kind, form in again.forms.items()} == {
        kind: form.schema for kind, form in hanoi.forms.items()
    }


def test_what_somebody_has_changed_is_not_believed(bucket: Bucket, campaign: Campaign) -> None:
    archive, edition = Archive(bucket), frozen_of(consolidated(day_of(campaign)))
    archive.keep(edition, campaign)
    bucket.put(f"editions/{edition.sha256}.json", b'{"on_time":143}', "application/json")
    with pytest.raises(Tampered):
        archive.edition(edition.sha256)


def test_what_is_not_there_is_unavailable(bucket: Bucket, on_moto: Engine) -> None:
    with pytest.raises(Unavailable):
        bucket.get("editions/none.json")
    with pytest.raises(Unavailable):
        Bucket("no-such-bucket-here").put("a", b"", "text/plain")


def test_an_edition_is_asked_for_by_its_period_and_number(on_moto: Engine) -> None:
    assert EditionsQueue(on_moto.queue).send("hanoi-45", "2025-08-02", 1)
    (message,) = client("sqs").receive_message(QueueUrl=on_moto.queue)["Messages"]
    assert json.loads(message["Body"]) == {"campaign": "hanoi-45", "period": "2025-08-02", "edition": 1}


def test_a_silent_queue_stops_nothing(on_moto: Engine) -> None:
    class Silent:
        def send_message(self, **_: object) -> None:
            raise BotoCoreError

    assert not EditionsQueue(on_moto.queue, Silent()).send("hanoi-45", "2025-08-02", 1)
    assert not EditionsQueue(f"{on_moto.queue}-gone").send("hanoi-45", "2025-08-02", 1)
