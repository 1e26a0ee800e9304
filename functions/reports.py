"""Lambda function: what anyone may know of a campaign, and a unit's report of a day."""

import os

from aws_lambda_powertools import Logger

from giaoban.access.guard import Guard
from giaoban.access.store import GrantStore
from giaoban.campaign import load_all
from giaoban.campaign.routes import campaign_routes
from giaoban.reports.routes import report_routes
from giaoban.reports.store import ReportStore
from giaoban.web.app import make_app, make_handler

campaigns = load_all()
grants = GrantStore(os.environ["ACCESS_TABLE"])
app = make_app(
    Guard(grants, campaigns, os.environ["PUBLIC_ORIGIN"]),
    campaign_routes(campaigns),
    report_routes(campaigns, ReportStore(os.environ["REPORTS_TABLE"], grants.client)),
)
handler = make_handler(app, Logger())
