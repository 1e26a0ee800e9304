"""Lambda function: the day's edition, drafted and issued, and what was issued before; weekly and final reports."""

import os

from aws_lambda_powertools import Logger

from giaoban.access.guard import Guard
from giaoban.access.store import GrantStore
from giaoban.campaign import load_all
from giaoban.editions.archive import Archive
from giaoban.editions.bucket import Bucket
from giaoban.editions.draft import EditionStores
from giaoban.editions.period_routes import period_routes
from giaoban.editions.queue import EditionsQueue
from giaoban.editions.remark_routes import remark_routes
from giaoban.editions.routes import edition_routes
from giaoban.editions.store import EditionStore
from giaoban.reports.store import ReportStore
from giaoban.web.app import make_app, make_handler

campaigns = load_all()
grants = GrantStore(os.environ["ACCESS_TABLE"])
stores = EditionStores(
    ReportStore(os.environ["REPORTS_TABLE"], grants.client),
    EditionStore(os.environ["EDITIONS_TABLE"], grants.client),
    Archive(Bucket(os.environ["EDITIONS_BUCKET"])),
    EditionsQueue(os.environ["EDITIONS_QUEUE"]),
    EditionsQueue(os.environ["SITE_QUEUE"]),
)
app = make_app(
    Guard(grants, campaigns, os.environ["PUBLIC_ORIGIN"]),
    edition_routes(campaigns, stores),
    remark_routes(campaigns, stores),
    period_routes(campaigns, stores),
)
handler = make_handler(app, Logger())
