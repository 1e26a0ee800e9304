"""What template.yaml promises of the public site: one build at a time, a bucket the CDN alone reads, a call when it fails."""

from pathlib import Path

from tools.template import load, read

ROOT = Path(__file__).parents[2]
TEMPLATE = load()
RESOURCES = read(ROOT / "template.yaml")["Resources"]
BUCKET = RESOURCES["SiteBucket"]
(PUBLISH,) = [function for function in TEMPLATE.functions if function.name == "PublishFunction"]
(SOURCE,) = [source for source in TEMPLATE.sources if source.function == "PublishFunction"]
QUEUES = {queue.name: queue for queue in TEMPLATE.queues}


def test_the_bucket_keeps_versions_encrypted_and_outlives_the_stack():
    assert BUCKET["DeletionPolicy"] == BUCKET["UpdateReplacePolicy"] == "Retain"
    assert BUCKET["Properties"]["VersioningConfiguration"] == {"Status": "Enabled"}
    assert BUCKET["Properties"]["BucketEncryption"]["ServerSideEncryptionConfiguration"]


def test_nobody_outside_reads_the_bucket_and_nobody_at_all_without_tls():
    assert set(BUCKET["Properties"]["PublicAccessBlockConfiguration"].values()) == {True}
    assert BUCKET["Properties"]["OwnershipControls"] == {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
    policy = RESOURCES["SiteBucketPolicy"]["Properties"]
    statement, _ = policy["PolicyDocument"]["Statement"]
    assert (policy["Bucket"], statement["Effect"], statement["Action"]) == ({"Ref": "SiteBucket"}, "Deny", "s3:*")
    assert statement["Condition"] == {"Bool": {"aws:SecureTransport": False}}


def test_one_build_at_a_time_takes_all_that_waits():
    assert PUBLISH.properties["ReservedConcurrentExecutions"] == 1
    assert (SOURCE.queue, SOURCE.batch, SOURCE.window) == ("SiteQueue", 100, 10)
    # All of a batch is one build: it fails as a whole.
    assert not SOURCE.reports_failures


def test_the_job_has_its_layer_with_the_sources_and_what_it_takes():
    assert PUBLISH.layers == ("build/layers/site",)
    assert PUBLISH.environment["SITE_SOURCES"] == "/opt/site-sources"
    assert (PUBLISH.memory, PUBLISH.timeout) == (2048, 300)


def test_what_fails_again_and_again_is_kept_aside():
    queue = QUEUES["SiteQueue"]
    assert (queue.receives, queue.dead_letters) == (5, "SiteDeadLetters")
    times = [RESOURCES[name]["Properties"]["MessageRetentionPeriod"] for name in ("SiteQueue", "SiteDeadLetters")]
    assert times[1] > times[0] > queue.visibility * 5


def test_a_site_that_is_not_built_and_an_edition_that_is_not_shown_call_somebody():
    built, shown = (RESOURCES[name]["Properties"] for name in ("SiteNotBuilt", "SiteNotPublished"))
    assert built["AlarmActions"] == shown["AlarmActions"] == [{"Ref": "AlarmTopic"}]
    assert built["Dimensions"] == [{"Name": "FunctionName", "Value": {"Ref": "PublishFunction"}}]
    assert (built["MetricName"], built["Threshold"], shown["Threshold"]) == ("Errors", 0, 0)
    assert shown["Dimensions"][0]["Value"] == {"Fn::GetAtt": ["SiteDeadLetters", "QueueName"]}


def test_whoever_freezes_an_edition_asks_for_the_site():
    asking = {name.name for name in TEMPLATE.functions if name.environment.get("SITE_QUEUE") == {"Ref": "SiteQueue"}}
    assert asking == {"EditionsFunction", "DutiesFunction"}
