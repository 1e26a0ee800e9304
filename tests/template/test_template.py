"""template.yaml holds what the design promises; emulators drop several of these settings without a word."""

from pathlib import Path

import pytest

from giaoban.access.who import who_may
from tests.permissions.policies import allowed
from tools.template import Function, load, read

ROOT = Path(__file__).parents[2]
TEMPLATE = load()
RESOURCES = read(ROOT / "template.yaml")["Resources"]

ROUTES = {
    "ReportsFunction": {
        "GET /v1/health",
        "GET /v1/openapi.json",
        "GET /v1/campaigns/{c}",
        "GET /v1/campaigns/{c}/units",
        "GET /v1/campaigns/{c}/forms/{kind}",
        "GET /v1/campaigns/{c}/days/{d}/reports/{u}",
        "PUT /v1/campaigns/{c}/days/{d}/reports/{u}",
    },
    "BoardFunction": {
        "GET /v1/campaigns/{c}/days/{d}",
        "POST /v1/campaigns/{c}/days/{d}/excuse",
        "POST /v1/campaigns/{c}/days/{d}/deadline",
        "POST /v1/campaigns/{c}/days/{d}/reports/{u}/excuse",
        "POST /v1/campaigns/{c}/days/{d}/reports/{u}/return",
        "POST /v1/campaigns/{c}/days/{d}/reports/{u}/calls",
        "POST /v1/campaigns/{c}/days/{d}/reports/{u}/public",
    },
    "DirectoryFunction": {
        "GET /v1/campaigns/{c}/directory",
        "GET /v1/campaigns/{c}/directory/template/{format}",
        "POST /v1/campaigns/{c}/directory/import",
        "PUT /v1/campaigns/{c}/directory/people/{id}",
        "DELETE /v1/campaigns/{c}/directory/people/{id}",
        "DELETE /v1/campaigns/{c}/directory/people/{id}/links",
        "DELETE /v1/campaigns/{c}/units/{u}/links",
        "POST /v1/campaigns/{c}/units/{u}/reporter",
        "POST /v1/campaigns/{c}/units/{u}/people",
    },
    "RemindersFunction": {
        "GET /v1/campaigns/{c}/days/{d}/reminders",
        "GET /v1/campaigns/{c}/days/{d}/call-list",
        "GET /v1/campaigns/{c}/days/{d}/chat",
        "POST /v1/campaigns/{c}/days/{d}/reminders/{wave}/dry-run",
        "PUT /v1/campaigns/{c}/reminders/switch",
        "PUT /v1/campaigns/{c}/reminders/milestones/{m}",
    },
    "SendFunction": set(),
    "ReceiptsFunction": set(),
    "EditionsFunction": {
        "GET /v1/campaigns/{c}/days/{d}/draft",
        "GET /v1/campaigns/{c}/days/{d}/remarks",
        "PUT /v1/campaigns/{c}/days/{d}/remarks",
        "GET /v1/campaigns/{c}/days/{d}/editions",
        "POST /v1/campaigns/{c}/days/{d}/editions",
        "GET /v1/campaigns/{c}/days/{d}/editions/{n}/{format}",
        "POST /v1/campaigns/{c}/days/{d}/editions/{n}/registry",
        "GET /v1/campaigns/{c}/periods",
        "GET /v1/campaigns/{c}/periods/{p}/editions",
        "POST /v1/campaigns/{c}/periods/{p}/editions",
        "GET /v1/campaigns/{c}/periods/{p}/editions/{n}/{format}",
    },
    "DocumentsFunction": set(),
    "PublishFunction": set(),
    "AccessFunction": {
        "POST /v1/session",
        "GET /v1/session",
        "DELETE /v1/session",
        "POST /v1/session/request",
        "POST /v1/staff-session",
    },
    "DutiesFunction": set(),
    "TickFunction": set(),
}
REPORTS = {"dynamodb:Query", "dynamodb:PutItem"}
# Whoever changes a day counts its changes, for open boards.
COUNTED = REPORTS | {"dynamodb:UpdateItem"}
OUTBOX = {"dynamodb:Query", "dynamodb:PutItem"}
EDITIONS = {
    "EditionsTable": {"dynamodb:Query", "dynamodb:PutItem"},
    "EditionsBucket": {"s3:GetObject", "s3:PutObject"},
    "EditionsQueue": {"sqs:SendMessage"},
    "SiteQueue": {"sqs:SendMessage"},
}
ALLOWED = {
    "ReportsFunction": {"ReportsTable": COUNTED, "AccessTable": {"dynamodb:GetItem"}},
    "BoardFunction": {
        "ReportsTable": COUNTED,
        "AccessTable": {"dynamodb:GetItem"},
        "DirectoryTable": {"dynamodb:Query"},
        "RemindersTable": {"dynamodb:Query"},
    },
    "RemindersFunction": {
        "ReportsTable": {"dynamodb:Query"},
        "AccessTable": {"dynamodb:GetItem"},
        "DirectoryTable": {"dynamodb:Query"},
        "RemindersTable": OUTBOX,
    },
    "SendFunction": {
        "ReportsTable": {"dynamodb:Query"},
        "AccessTable": {"dynamodb:PutItem", "dynamodb:UpdateItem"},
        "DirectoryTable": {"dynamodb:Query", "dynamodb:PutItem"},
        "RemindersTable": OUTBOX | {"dynamodb:UpdateItem"},
        "SendQueue": {"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"},
        "MailFrom": {"ses:SendEmail"},
        "MailEvents": {"ses:SendEmail"},
        "SmsSender": {"sms-voice:SendTextMessage"},
    },
    "ReceiptsFunction": {"DirectoryTable": {"dynamodb:Query", "dynamodb:PutItem"}, "RemindersTable": OUTBOX},
    "DirectoryFunction": {
        "DirectoryTable": {"dynamodb:Query", "dynamodb:PutItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"},
        "AccessTable": {"dynamodb:GetItem", "dynamodb:UpdateItem"},
    },
    "EditionsFunction": {"ReportsTable": {"dynamodb:Query"}, "AccessTable": {"dynamodb:GetItem"}, **EDITIONS},
    "DocumentsFunction": {
        "EditionsTable": {"dynamodb:Query", "dynamodb:PutItem", "dynamodb:UpdateItem"},
        "EditionsBucket": {"s3:GetObject", "s3:PutObject"},
        "EditionsQueue": {"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"},
        "MailFrom": {"ses:SendEmail", "ses:SendRawEmail"},
    },
    "PublishFunction": {
        "EditionsTable": {"dynamodb:Query"},
        "EditionsBucket": {"s3:GetObject"},
        "SiteBucket": {"s3:GetObject", "s3:PutObject", "s3:DeleteObject"},
        "Cdn": {"cloudfront:CreateInvalidation"},
        "SiteQueue": {"sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"},
    },
    "AccessFunction": {
        "AccessTable": {"dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem"},
        "DirectoryTable": {"dynamodb:Query"},
        "RemindersTable": {"dynamodb:PutItem"},
        "SendQueue": {"sqs:SendMessage"},
    },
    "TickFunction": {"DutyQueue": {"sqs:SendMessage"}},
    "DutiesFunction": {
        "DutyQueue": {"sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"},
        "ReportsTable": REPORTS,
        "DirectoryTable": {"dynamodb:Query"},
        "RemindersTable": OUTBOX,
        "SendQueue": {"sqs:SendMessage"},
        **EDITIONS,
    },
}
VARIABLES = {
    "ReportsTable": "REPORTS_TABLE",
    "AccessTable": "ACCESS_TABLE",
    "DirectoryTable": "DIRECTORY_TABLE",
    "RemindersTable": "REMINDERS_TABLE",
    "SendQueue": "SEND_QUEUE",
    "DutyQueue": "DUTY_QUEUE",
    "MailEvents": "MAIL_EVENTS",
    "SmsSender": "SMS_SENDER",
    "EditionsTable": "EDITIONS_TABLE",
    "EditionsBucket": "EDITIONS_BUCKET",
    "EditionsQueue": "EDITIONS_QUEUE",
    "SiteBucket": "SITE_BUCKET",
    "SiteQueue": "SITE_QUEUE",
    "Cdn": "SITE_DISTRIBUTION",
    "MailFrom": "MAIL_FROM",
}
KEYS = {
    "ReportsTable": ["day", "unit_revision"],
    "AccessTable": ["id"],
    "DirectoryTable": ["campaign", "person"],
    "RemindersTable": ["day", "message"],
    "EditionsTable": ["period", "item"],
}
ENDS_WITH_THE_STACK = {"Api", *ROUTES}
# They hold nothing by themselves.
HOLD_NOTHING = {
    "DocumentsAsked", "DocumentsLayer", "EditionsBucketPolicy", "EditionNotIssued", "DocumentsNotMade",
    "SendAsked", "MailEvents", "MailEventsToBus", "SmsLimitReached", "RemindersNotSent", "DutiesAsked", "DutiesNotDone",
    "SiteAsked", "SheetsLayer", "SiteLayer", "SiteBucketPolicy", "SiteNotBuilt", "SiteNotPublished",
    "Cdn", "CdnFiles", "CdnFilesAccess", "SiteAddresses", "AppAddresses", "SiteHeaders", "DataHeaders", "AppHeaders", "ApiHeaders",
}  # fmt: skip

each_function = pytest.mark.parametrize("function", TEMPLATE.functions, ids=lambda function: function.name)
each_table = pytest.mark.parametrize("table", KEYS)


def test_every_function_is_listed_here():
    assert {function.name for function in TEMPLATE.functions} == set(ROUTES) == set(ALLOWED)


@each_function
def test_a_function_has_exactly_its_routes(function: Function):
    assert {route.key for route in TEMPLATE.routes if route.function == function.name} == ROUTES[function.name]


def test_no_route_is_a_catch_all():
    assert not [route.key for route in TEMPLATE.routes if "+}" in route.path or route.method == "ANY"]
    assert "DefinitionBody" not in RESOURCES["Api"]["Properties"]


def test_no_route_stands_there_twice():
    assert len({route.key for route in TEMPLATE.routes}) == len(TEMPLATE.routes)


def test_staff_sign_in_alone_stands_behind_the_authorizer():
    guarded = {route.key: (route.authorizer, route.scopes) for route in TEMPLATE.routes if route.authorizer}
    assert guarded == {"POST /v1/staff-session": ("Staff", ("aws.cognito.signin.user.admin",))}


def test_the_authorizer_trusts_the_staffs_pool_and_its_client_only():
    jwt = TEMPLATE.authorizers["Staff"]["JwtConfiguration"]
    assert jwt == {"issuer": {"Ref": "IdentityIssuer"}, "audience": [{"Ref": "IdentityClient"}]}


@each_function
def test_a_function_may_do_what_it_needs_and_no_more(function: Function):
    permissions = [(action, target) for name, action, target in allowed() if name == function.name]
    targets = {target for _, target in permissions}
    found = {target: {action for action, on in permissions if on == target} for target in targets}
    assert found == ALLOWED[function.name]


@each_function
def test_a_function_knows_what_it_may_use_and_nothing_else(function: Function):
    named = {target: function.environment.get(variable) for target, variable in VARIABLES.items()}
    fed_from = {source.queue for source in TEMPLATE.sources if source.function == function.name}
    used = {each for each, may in ALLOWED[function.name].items() if each not in fed_from or "sqs:SendMessage" in may}
    assert {target for target, value in named.items() if value} == used
    assert all(value in (None, {"Ref": target}) for target, value in named.items())
    assert {"PUBLIC_ORIGIN", "POWERTOOLS_SERVICE_NAME", "POWERTOOLS_METRICS_NAMESPACE"} <= set(function.environment)


@each_function
def test_a_functions_log_is_its_own_and_ends(function: Function):
    log = function.properties["LoggingConfig"]["LogGroup"]["Ref"]
    others = [other.properties["LoggingConfig"]["LogGroup"]["Ref"] for other in TEMPLATE.functions if other != function]
    assert log not in others
    assert RESOURCES[log]["Properties"]["RetentionInDays"] == 90


def test_the_apis_log_says_nothing_of_who_asked():
    settings = RESOURCES["Api"]["Properties"]["AccessLogSettings"]
    assert RESOURCES[settings["DestinationArn"]["Fn::GetAtt"][0]]["Properties"]["RetentionInDays"] == 90
    for told in ("path", "Path", "sourceIp", "userAgent", "authorizer", "identity"):
        assert told not in settings["Format"]


@each_function
def test_a_function_answers_before_the_gateway_gives_up(function: Function):
    if ROUTES[function.name]:
        assert function.timeout < 30


@each_function
def test_all_functions_ship_the_one_artefact(function: Function):
    assert function.properties["CodeUri"] == "build/functions"
    assert function.properties["Runtime"] == f"python{(ROOT / '.python-version').read_text().strip()}"


@each_table
def test_a_table_survives_mistakes(table: str):
    resource = RESOURCES[table]
    assert resource["DeletionPolicy"] == resource["UpdateReplacePolicy"] == "Retain"
    properties = resource["Properties"]
    assert properties["DeletionProtectionEnabled"] is True
    assert properties["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert properties["SSESpecification"] == {"SSEEnabled": True}
    assert properties["BillingMode"] == "PAY_PER_REQUEST"


@each_table
def test_a_table_has_its_keys_and_no_global_index(table: str):
    properties = RESOURCES[table]["Properties"]
    assert [key["AttributeName"] for key in properties["KeySchema"]] == KEYS[table]
    assert "GlobalSecondaryIndexes" not in properties


def test_links_and_sessions_are_swept_up_and_reports_and_people_never():
    expire = {table.name: table.expires for table in TEMPLATE.tables}
    assert expire == {table: "expires" if table == "AccessTable" else None for table in KEYS}


def test_whatever_holds_data_says_what_becomes_of_it():
    silent = {name for name, resource in RESOURCES.items() if "DeletionPolicy" not in resource}
    assert silent == ENDS_WITH_THE_STACK | HOLD_NOTHING


def test_every_route_declares_who_may_use_it_and_nothing_else_does():
    assert {route.key for route in TEMPLATE.routes} == set(who_may())
