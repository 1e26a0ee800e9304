"""Lambda function: the centre's board of a day, and what coordinators decide about it."""

import os

from aws_lambda_powertools import Logger

from giaoban.access.guard import Guard
from giaoban.access.store import GrantStore
from giaoban.board.routes import board_routes
from giaoban.board.unit_routes import decision_routes
from giaoban.campaign import load_all
from giaoban.directory.store import DirectoryStore
from giaoban.reminders.store import ReminderStore
from giaoban.reports.store import ReportStore
from giaoban.web.app import make_app, make_handler

campaigns = load_all()
grants = GrantStore(os.environ["ACCESS_TABLE"])
reports = ReportStore(os.environ["REPORTS_TABLE"], grants.client)
directory = DirectoryStore(os.environ["DIRECTORY_TABLE"], grants.client)
outbox = ReminderStore(os.environ["REMINDERS_TABLE"], grants.client)
app = make_app(
    Guard(grants, campaigns, os.environ["PUBLIC_ORIGIN"]),
    board_routes(campaigns, reports, directory, outbox),
    decision_routes(campaigns, reports, directory, outbox),
)
handler = make_handler(app, Logger())
