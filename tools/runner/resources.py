"""Everything of template.yaml that functions use, made in the engine: tables, buckets, queues, distributions."""

import json
from collections.abc import Mapping

from botocore.client import BaseClient

from tools.runner.engine import Engine
from tools.runner.function import REGION
from tools.template import Queue, Table, Template


def create(engine: Engine, template: Template) -> dict[str, str]:
    """What the template's references mean here: `ReportsTable` its name, `EditionsQueue` its address."""
    return {
        **_tables(engine.client("dynamodb"), template.tables),
        **_buckets(engine.client("s3"), template.buckets),
        **_queues(engine.client("sqs"), template.queues),
        **_distributions(engine.client("cloudfront"), template.distributions),
    }


def environment(template: Template, names: Mapping[str, str]) -> dict[str, str]:
    """The variables by which the functions know them: `REPORTS_TABLE`, `EDITIONS_QUEUE`."""
    variables = [pair for function in template.functions for pair in function.environment.items()]
    named = {name: value["Ref"] for name, value in variables if isinstance(value, dict) and "Ref" in value}
    return {name: names[str(target)] for name, target in sorted(named.items()) if target in names}


def _tables(client: BaseClient, tables: tuple[Table, ...]) -> dict[str, str]:
    """Without TTL: it would delete by the machine's clock what lives by the campaign's."""
    names = {table.name: f"giaoban-{table.name}" for table in tables}
    for table in tables:
        client.create_table(TableName=names[table.name], **table.properties)
    return names


def _buckets(client: BaseClient, buckets: tuple[str, ...]) -> dict[str, str]:
    names = {bucket: f"giaoban-{bucket.lower()}" for bucket in buckets}
    for name in names.values():
        client.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    return names


def _distributions(client: BaseClient, distributions: tuple[str, ...]) -> dict[str, str]:
    """In name only, to be told what changed: published.py serves what a CDN would."""
    return {
        name: client.create_distribution(DistributionConfig=_named(name))["Distribution"]["Id"]
        for name in distributions
    }


def _named(name: str) -> dict[str, object]:
    """The least that a distribution can be."""
    return {
        "CallerReference": name,
        "Comment": name,
        "Enabled": True,
        "Origins": {"Quantity": 1, "Items": [{"Id": "none", "DomainName": "none.invalid"}]},
        "DefaultCacheBehavior": {"TargetOriginId": "none", "ViewerProtocolPolicy": "https-only"},
    }


def _queues(client: BaseClient, queues: tuple[Queue, ...]) -> dict[str, str]:
    """Queues that others send their dead letters to come first."""
    known: dict[str, str] = {}
    for queue in sorted(queues, key=lambda queue: queue.dead_letters is not None):
        made = client.create_queue(QueueName=f"giaoban-{queue.name}", Attributes=_attributes(queue, known))
        address = made["QueueUrl"]
        found = client.get_queue_attributes(QueueUrl=address, AttributeNames=["QueueArn"])
        known |= {queue.name: address, f"{queue.name}.Arn": found["Attributes"]["QueueArn"]}
    return known


def _attributes(queue: Queue, known: Mapping[str, str]) -> dict[str, str]:
    attributes = {"VisibilityTimeout": str(queue.visibility)}
    if queue.dead_letters is not None:
        target = known[f"{queue.dead_letters}.Arn"]
        attributes["RedrivePolicy"] = json.dumps({"deadLetterTargetArn": target, "maxReceiveCount": queue.receives})
    return attributes
