"""Lambda function: the directory of whom to tell for each unit."""

import os

from aws_lambda_powertools import Logger

from giaoban.access.guard import Guard
from giaoban.access.store import GrantStore
from giaoban.campaign import load_all
from giaoban.directory.link_routes import link_routes
from giaoban.directory.people_routes import people_routes
from giaoban.directory.routes import directory_routes
from giaoban.directory.store import DirectoryStore
from giaoban.web.app import make_app, make_handler

campaigns = load_all()
grants = GrantStore(os.environ["ACCESS_TABLE"])
people = DirectoryStore(os.environ["DIRECTORY_TABLE"], grants.client)
app = make_app(
    Guard(grants, campaigns, os.environ["PUBLIC_ORIGIN"]),
    directory_routes(campaigns, people, grants),
    people_routes(campaigns, people, grants),
    link_routes(campaigns, people, grants),
)
handler = make_handler(app, Logger())
