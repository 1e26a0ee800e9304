"""What template.yaml allows each function: explicit actions on one resource each, nothing else is readable here.

The resource is its logical id: a bucket's for its objects, the parameters `MailFrom` and `SmsSender` for the right to
send from them.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from tools.template import read

TEMPLATE = Path(__file__).parents[2] / "template.yaml"

FEEDING = ("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")
# An address may send as its domain's identity in SES, in this account and region.
MAIL_FROM = [
    "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${Domain}",
    {"Domain": {"Fn::Select": [1, {"Fn::Split": ["@", {"Ref": "MailFrom"}]}]}},
]
ACCOUNT = "arn:${AWS::Partition}:%s:${AWS::Region}:${AWS::AccountId}:%s"
SUBSTITUTED = {
    ACCOUNT % ("ses", "configuration-set/${MailEvents}"): "MailEvents",
    ACCOUNT % ("sms-voice", "sender-id/${SmsSender}/VN"): "SmsSender",
}
# A distribution has no region, and CloudFormation no attribute for its ARN.
DISTRIBUTION = r"arn:\$\{AWS::Partition\}:cloudfront::\$\{AWS::AccountId\}:distribution/\$\{(\w+)\}"
# What is changed in place is a count: of an item of reports nothing else can be touched.
NARROWED = {"ForAllValues:StringEquals": {"dynamodb:Attributes": ["day", "unit_revision", "changes"]}}
COUNTS = ("dynamodb:UpdateItem", "ReportsTable")
# Function, action, logical id of the resource.
type Permission = tuple[str, str, str]


def allowed(template: dict[str, Any] | None = None) -> list[Permission]:
    """Every permission of every function. Raises ValueError for a policy that is not spelt out."""
    resources = _resources(template)
    functions = {name: each for name, each in resources.items() if each["Type"] == "AWS::Serverless::Function"}
    return [found for name, function in functions.items() for found in _of(name, function["Properties"]["Policies"])]


def fed(template: dict[str, Any] | None = None) -> set[Permission]:
    """What Lambda itself does with a function's rights, to feed it from its queue."""
    sources = [each["Properties"] for each in _resources(template).values() if each["Type"].endswith("SourceMapping")]
    pairs = [(each["FunctionName"]["Ref"], each["EventSourceArn"]["Fn::GetAtt"][0]) for each in sources]
    return {(function, action, queue) for function, queue in pairs for action in FEEDING}


def names(template: dict[str, Any] | None = None) -> dict[str, str]:
    """Variable of the environment → logical id of the table, bucket, queue or address that it names."""
    resources = _resources(template)
    variables = [each["Properties"].get("Environment", {}).get("Variables", {}) for each in resources.values()]
    named = {name: value["Ref"] for each in variables for name, value in each.items() if isinstance(value, dict)}
    return {name: target for name, target in named.items() if target in {*resources, "MailFrom", "SmsSender"}}


def _resources(template: dict[str, Any] | None) -> dict[str, Any]:
    found: dict[str, Any] = cast("dict[str, Any]", template or read(TEMPLATE))["Resources"]
    return found


def _of(function: str, policies: list[Any]) -> Iterator[Permission]:
    for policy in policies:
        if not isinstance(policy, dict) or "Statement" not in policy:
            raise ValueError(f"{function}: {policy} is not a list of statements")
        for statement in policy["Statement"]:
            yield from _of_statement(function, statement)


def _of_statement(function: str, statement: dict[str, Any]) -> Iterator[Permission]:
    actions = statement["Action"]
    if set(statement) - {"Sid", "Effect", "Action", "Resource", "Condition"} or statement["Effect"] != "Allow":
        raise ValueError(f"{function}: {statement} says more than what is allowed on what")
    for action in actions if isinstance(actions, list) else [actions]:
        if "*" in action or "?" in action:
            raise ValueError(f"{function}: {action} is not one action")
        resource = _logical(function, statement["Resource"])
        if statement.get("Condition") != (NARROWED if (action, resource) == COUNTS else None):
            raise ValueError(f"{function}: {statement} is not narrowed as it should be")
        yield function, action, resource


def _logical(function: str, resource: Any) -> str:
    match resource:
        case {"Fn::GetAtt": [str(name), "Arn"]}:
            return name
        case {"Fn::Sub": str(text)} if found := re.fullmatch(r"\$\{(\w+)\.Arn\}/\*", text):
            return found[1]
        case {"Fn::Sub": str(text)} if text in SUBSTITUTED:
            return SUBSTITUTED[text]
        case {"Fn::Sub": str(text)} if found := re.fullmatch(DISTRIBUTION, text):
            return found[1]
        case {"Fn::Sub": list(parts)} if parts == MAIL_FROM:
            return "MailFrom"
    raise ValueError(f"{function}: {resource} is not one resource of this template")
