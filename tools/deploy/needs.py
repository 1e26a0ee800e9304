"""What a deployment needs, each as a sentence that says how to get it, and the command that deploys."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import botocore.session
from botocore.exceptions import BotoCoreError

from giaoban.campaign import load_all

ROOT = Path(__file__).parents[2]
PARAMETERS = {
    "GIAOBAN_ORIGIN": ("PublicOrigin", "where people open it, such as https://giaoban.example"),
    "GIAOBAN_CAMPAIGN": ("SiteCampaign", "the campaign that the public site tells of, such as hanoi-45"),
    "GIAOBAN_ISSUER": ("IdentityIssuer", "output Issuer of iac/identity.yaml"),
    "GIAOBAN_CLIENT": ("IdentityClient", "output Client of iac/identity.yaml"),
    "GIAOBAN_MAIL_FROM": ("MailFrom", "what e-mail is sent from, an address of a domain verified in SES"),
    "GIAOBAN_SMS_SENDER": ("SmsSender", "the name that SMS come from, registered for Vietnam"),
    "GIAOBAN_ALARMS": ("AlarmTopic", "output Topic of iac/alarms.yaml"),
}
# Without it the CDN answers under the name that AWS gives it.
OPTIONAL = {"GIAOBAN_CERTIFICATE": ("Certificate", "an ACM certificate in us-east-1 for the origin's own domain")}
ONCE_BEFORE = (
    "iac/identity.yaml and iac/alarms.yaml are deployed once, before: "
    "sam deploy --template-file iac/identity.yaml --stack-name giaoban-identity --region ap-southeast-1; "
    "alarms likewise, with --parameter-overrides CalledAt=who-must-know@giaoban.example"
)
# One place is kept for the site's builds; AWS keeps 100 for functions that reserve none.
LEAST_CONCURRENCY = 101


def needs(
    environment: Mapping[str, str], sam: str | None, credentials: bool, root: Path, room: int | None
) -> list[str]:
    """What is not there yet. `room`: how many functions the account lets run at once, where known."""
    found = []
    if not sam:
        found.append("the AWS SAM command line: uv tool install aws-sam-cli")
    if not credentials:
        found.append("the city's own AWS credentials: AWS_PROFILE=…, or aws configure sso")
    if room is not None and room < LEAST_CONCURRENCY:
        found.append(
            f"an account in which more than {room} functions may run at once: new ones have 10, and keep no place for "
            "one function alone. Service Quotas, AWS Lambda, Concurrent executions (L-B99A9384): ask for 1000"
        )
    unset = [f"{name}: {what}" for name, (_, what) in PARAMETERS.items() if not environment.get(name)]
    wrong = [*_unknown(environment, root), *_too_long(environment.get("GIAOBAN_ORIGIN", ""))]
    return [*found, *_unbuilt(root), *unset, *([ONCE_BEFORE] if unset else []), *wrong]


def has_credentials() -> bool:
    """Whether the AWS SDK finds any; whether they hold is AWS's to say."""
    try:
        return botocore.session.Session().get_credentials() is not None
    except BotoCoreError:
        return False


def concurrency(functions: Any) -> int:
    """How many functions may run at once, as AWS Lambda says."""
    return int(functions.get_account_settings()["AccountLimit"]["ConcurrentExecutions"])


def command(environment: Mapping[str, str]) -> list[str]:
    """samconfig.toml has the rest; it shows the change set and asks before it changes anything."""
    given = {**PARAMETERS, **{name: each for name, each in OPTIONAL.items() if environment.get(name)}}
    overrides = [f"{parameter}={environment[name]}" for name, (parameter, _) in given.items()]
    return ["sam", "deploy", "--config-file", "samconfig.toml", "--parameter-overrides", *overrides]


def _unbuilt(root: Path) -> Iterator[str]:
    if not (root / "build" / "functions" / "reports.py").is_file():
        yield "the artefact in build/functions: make build"
    if not all((root / "build" / "layers" / name).is_dir() for name in ("documents", "sheets", "site")):
        yield "the layers in build/layers: make build"
    if not (root / "build" / "app").is_dir():
        yield "the apps in build/app: make build"


def _unknown(environment: Mapping[str, str], root: Path) -> Iterator[str]:
    """A site of a campaign that nobody has would be built by a function that cannot start."""
    name = environment.get("GIAOBAN_CAMPAIGN")
    if name and not (root / "schemas" / "campaigns" / name / "campaign.json").is_file():
        yield f"a campaign that there is: schemas/campaigns/{name} is none"


def _too_long(origin: str) -> Iterator[str]:
    """Each SMS was measured with a link no longer than its campaign says; a link over two parts opens nothing."""
    for campaign in load_all().values():
        if campaign.reminders and len(origin) > campaign.reminders.longest_origin:
            yield (
                f"a GIAOBAN_ORIGIN of at most {campaign.reminders.longest_origin} letters, or a greater "
                f"reminders.longest_origin in {campaign.slug}/campaign.json, and then make build"
            )
