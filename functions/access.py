"""Lambda function: links and staff sign-in, sessions."""

import os

from aws_lambda_powertools import Logger

from giaoban.access.guard import Guard
from giaoban.access.routes import session_routes, staff_routes
from giaoban.access.store import GrantStore
from giaoban.campaign import load_all
from giaoban.directory.store import DirectoryStore
from giaoban.outbox.queue import SendQueue
from giaoban.reminders.link_on_request import LinkSender
from giaoban.reminders.store import ReminderStore
from giaoban.web.app import make_app, make_handler

campaigns = load_all()
grants = GrantStore(os.environ["ACCESS_TABLE"])
directory = DirectoryStore(os.environ["DIRECTORY_TABLE"], grants.client)
outbox = ReminderStore(os.environ["REMINDERS_TABLE"], grants.client)
app = make_app(
    Guard(grants, campaigns, os.environ["PUBLIC_ORIGIN"]),
    session_routes(campaigns, grants, LinkSender(directory, outbox, SendQueue(os.environ["SEND_QUEUE"]))),
    staff_routes(campaigns, grants),
)
handler = make_handler(app, Logger())
