"""Lambda function: reminders as the centre sees and steers them."""

import os

from aws_lambda_powertools import Logger

from giaoban.access.guard import Guard
from giaoban.access.store import GrantStore
from giaoban.campaign import load_all
from giaoban.directory.store import DirectoryStore
from giaoban.reminders.routes import Sources, reminder_routes
from giaoban.reminders.store import ReminderStore
from giaoban.reminders.switch_routes import switch_routes
from giaoban.reports.store import ReportStore
from giaoban.web.app import make_app, make_handler

campaigns, origin = load_all(), os.environ["PUBLIC_ORIGIN"]
grants = GrantStore(os.environ["ACCESS_TABLE"])
sources = Sources(
    campaigns,
    ReportStore(os.environ["REPORTS_TABLE"], grants.client),
    DirectoryStore(os.environ["DIRECTORY_TABLE"], grants.client),
    ReminderStore(os.environ["REMINDERS_TABLE"], grants.client),
    origin,
)
app = make_app(Guard(grants, campaigns, origin), reminder_routes(sources), switch_routes(sources))
handler = make_handler(app, Logger())
