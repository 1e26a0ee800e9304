"""Lints the templates as written and, since cfn-lint sees little of a SAM template, as the SAM translator makes them."""

import copy
import json
import os
from pathlib import Path
from typing import cast

from cfnlint.api import lint
from cfnlint.config import ManualArgs
from samtranslator.model.exceptions import InvalidDocumentException
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

from tools.template.reading import Node, read

ROOT = Path(__file__).parents[2]
REGION = "ap-southeast-1"
BASIC = "AWSLambdaBasicExecutionRole"


def lint_template(root: Path = ROOT) -> list[str]:
    """Every finding about template.yaml (as written, as translated) and iac/*.yaml; empty when all is well."""
    written = [root / "template.yaml", *sorted((root / "iac").glob("*.yaml"))]
    found = [finding for path in written for finding in _lint(path.name, path.read_text("utf-8"))]
    try:
        translated = translate(read(root / "template.yaml"))
    except InvalidDocumentException as refused:
        return found + [f"template.yaml: {cause.message}" for cause in refused.causes]
    return found + _lint("template.yaml translated", json.dumps(translated, indent=1))


def translate(template: dict[str, Node]) -> dict[str, Node]:
    """What CloudFormation gets: SAM's resources written out. Raises InvalidDocumentException."""
    os.environ.setdefault("AWS_DEFAULT_REGION", REGION)  # the translator asks boto for a region, and never calls it
    packaged = cast("dict[str, dict[str, dict[str, Node]]]", copy.deepcopy(template))
    packaged["Globals"]["Function"]["CodeUri"] = "s3://artefacts/functions.zip"  # as `sam package` would leave it
    for resource in packaged["Resources"].values():
        if resource["Type"] == "AWS::Serverless::LayerVersion":
            cast("dict[str, Node]", resource["Properties"])["ContentUri"] = "s3://artefacts/layer.zip"
    managed = {BASIC: f"arn:aws:iam::aws:policy/service-role/{BASIC}"}
    translator = Translator(managed, Parser())
    translated = translator.translate(packaged, parameter_values={})
    translator.metrics.publish()  # to nobody; unpublished, it would say so on the screen
    return cast("dict[str, Node]", translated)


def _lint(name: str, text: str) -> list[str]:
    config = ManualArgs(regions=[REGION], include_checks=["I"])
    return [f"{name}:{match.linenumber}: {match.rule.id} {match.message}" for match in lint(text, config=config)]
