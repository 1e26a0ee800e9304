"""Lambda function: the public site, built from issued editions; `{"roll_back": true}` goes back to the build before."""

import os
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from aws_lambda_powertools import Logger

from giaoban.aws import client
from giaoban.campaign import load_all
from giaoban.editions.archive import Archive
from giaoban.editions.bucket import Bucket
from giaoban.editions.store import EditionStore
from giaoban.publish.job import issued, rebuild
from giaoban.publish.publishing import Published, roll_back
from giaoban.publish.s3 import S3Site

logger = Logger()
campaign = load_all()[os.environ["SITE_CAMPAIGN"]]
store = EditionStore(os.environ["EDITIONS_TABLE"])
archive = Archive(Bucket(os.environ["EDITIONS_BUCKET"]))
site = S3Site(os.environ["SITE_BUCKET"], client("s3"))


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """Whatever asks (a message, a person), the site is built from all that is issued. A failure raises the alarm."""
    published = roll_back(site) if event.get("roll_back") else _published()
    _forget(published.invalidate, context.aws_request_id)
    logger.info("published", extra=asdict(published))
    return asdict(published)


def _published() -> Published:
    editions = issued(
        campaign,
        lambda slug, day: store.kept(slug, day).editions,
        lambda sha: archive.text("editions", sha),
    )
    with tempfile.TemporaryDirectory() as scratch:
        sources, origin = Path(os.environ["SITE_SOURCES"]), os.environ["PUBLIC_ORIGIN"]
        return rebuild(campaign, editions, site, sources, origin, Path(scratch))


def _forget(paths: list[str], request: str) -> None:
    """Where a CDN stands before the bucket, it forgets what changed; without one its copies live a minute."""
    if (distribution := os.environ.get("SITE_DISTRIBUTION")) and paths:
        batch = {"Paths": {"Quantity": len(paths), "Items": paths}, "CallerReference": request}
        client("cloudfront").create_invalidation(DistributionId=distribution, InvalidationBatch=batch)
