"""Lambda function: the public site, built from issued editions; `{"roll_back": true}` goes back to the build before."""

import os
import tempfile
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from aws_lambda_powertools import Logger

from giaoban.aws import client
from giaoban.campaign import load_all
from giaoban.editions.archive import Archive
from giaoban.editions.bucket import Bucket
from giaoban.editions.store import EditionStore
from giaoban.publish.job import bring_up_to_date, issued
from giaoban.publish.publishing import Published, roll_back
from giaoban.publish.s3 import S3Site

logger = Logger()
campaign = load_all()[os.environ["SITE_CAMPAIGN"]]
store = EditionStore(os.environ["EDITIONS_TABLE"])
archive = Archive(Bucket(os.environ["EDITIONS_BUCKET"]))
site = S3Site(os.environ["SITE_BUCKET"], client("s3"))
cdn = client("cloudfront")


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """Whatever asks (a message, a person), the site is built from all that is issued. A failure raises the alarm."""
    published = roll_back(site) if event.get("roll_back") else _published()
    _forget(published.invalidate, context.aws_request_id)
    logger.info("published", extra=asdict(published))
    return asdict(published)


def _published() -> Published:
    editions = issued(campaign, lambda slug, day: store.kept(slug, day).editions)
    with tempfile.TemporaryDirectory() as scratch:
        sources, origin = Path(os.environ["SITE_SOURCES"]), os.environ["PUBLIC_ORIGIN"]
        text_of = partial(archive.text, "editions")
        return bring_up_to_date(campaign, editions, text_of, site, sources, origin, Path(scratch))


def _forget(paths: list[str], request: str) -> None:
    """The CDN's copies of what changed. Whatever becomes of it, they live a minute."""
    if paths:
        batch = {"Paths": {"Quantity": len(paths), "Items": paths}, "CallerReference": request}
        cdn.create_invalidation(DistributionId=os.environ["SITE_DISTRIBUTION"], InvalidationBatch=batch)
