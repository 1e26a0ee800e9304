"""`make deploy`: `sam deploy` with samconfig.toml, after checking that everything it needs is there."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import botocore.session
from botocore.exceptions import BotoCoreError

ROOT = Path(__file__).parents[1]
PARAMETERS = {
    "GIAOBAN_ORIGIN": ("PublicOrigin", "where people open it, such as https://giaoban.example"),
    "GIAOBAN_ISSUER": ("IdentityIssuer", "output Issuer of iac/identity.yaml"),
    "GIAOBAN_CLIENT": ("IdentityClient", "output Client of iac/identity.yaml"),
    "GIAOBAN_MAIL_FROM": ("MailFrom", "what e-mail is sent from, an address of a domain verified in SES"),
    "GIAOBAN_SMS_SENDER": ("SmsSender", "the name that SMS come from, registered for Vietnam"),
    "GIAOBAN_ALARMS": ("AlarmTopic", "output Topic of iac/alarms.yaml"),
}
ONCE_BEFORE = (
    "iac/identity.yaml and iac/alarms.yaml are deployed once, before: "
    "sam deploy --template-file iac/identity.yaml --stack-name giaoban-identity --region ap-southeast-1; "
    "alarms likewise, with --parameter-overrides CalledAt=who-must-know@giaoban.example"
)


def main() -> int:
    """Says everything that is missing at once, and deploys only when nothing is."""
    if missing := needs(os.environ, shutil.which("sam"), has_credentials(), ROOT):
        print("Nothing was deployed. It needs:", *(f"- {each}" for each in missing), sep="\n", file=sys.stderr)
        return 1
    return subprocess.run(command(os.environ), cwd=ROOT, check=False).returncode


def needs(environment: Mapping[str, str], sam: str | None, credentials: bool, root: Path) -> list[str]:
    """What is not there yet, each as a sentence that says how to get it."""
    found = []
    if not sam:
        found.append("the AWS SAM command line: uv tool install aws-sam-cli")
    if not credentials:
        found.append("the city's own AWS credentials: AWS_PROFILE=…, or aws configure sso")
    if not (root / "build" / "functions" / "reports.py").is_file():
        found.append("the artefact in build/functions: make build")
    if not all((root / "build" / "layers" / name).is_dir() for name in ("documents", "sheets", "site")):
        found.append("the layers in build/layers: make build")
    unset = [f"{name}: {what}" for name, (_, what) in PARAMETERS.items() if not environment.get(name)]
    return found + unset + ([ONCE_BEFORE] if unset else [])


def has_credentials() -> bool:
    """Whether the AWS SDK finds any; whether they hold is AWS's to say."""
    try:
        return botocore.session.Session().get_credentials() is not None
    except BotoCoreError:
        return False


def command(environment: Mapping[str, str]) -> list[str]:
    """samconfig.toml has the rest; it shows the change set and asks before it changes anything."""
    overrides = [f"{parameter}={environment[name]}" for name, (parameter, _) in PARAMETERS.items()]
    return ["sam", "deploy", "--config-file", "samconfig.toml", "--parameter-overrides", *overrides]


if __name__ == "__main__":
    sys.exit(main())
