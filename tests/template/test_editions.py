"""What template.yaml promises of the editions: a bucket nobody can spoil, a queue that loses nothing, alarms, the layer."""

from pathlib import Path

from tools.template import load, read

ROOT = Path(__file__).parents[2]
TEMPLATE = load()
RESOURCES = read(ROOT / "template.yaml")["Resources"]
BUCKET = RESOURCES["EditionsBucket"]
FUNCTIONS = {function.name: function for function in TEMPLATE.functions}
QUEUES = {queue.name: queue for queue in TEMPLATE.queues}


def test_the_bucket_keeps_every_version_encrypted_and_outlives_the_stack():
    properties = BUCKET["Properties"]
    assert BUCKET["DeletionPolicy"] == BUCKET["UpdateReplacePolicy"] == "Retain"
    assert properties["VersioningConfiguration"] == {"Status": "Enabled"}
    assert properties["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    # No rule takes a version away.
    rules = [set(rule) for rule in properties["LifecycleConfiguration"]["Rules"]]
    assert rules == [{"Status", "AbortIncompleteMultipartUpload"}]


def test_nobody_outside_reads_the_bucket_and_nobody_at_all_without_tls():
    assert set(BUCKET["Properties"]["PublicAccessBlockConfiguration"].values()) == {True}
    assert BUCKET["Properties"]["OwnershipControls"] == {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
    policy = RESOURCES["EditionsBucketPolicy"]["Properties"]
    (statement,) = policy["PolicyDocument"]["Statement"]
    assert (policy["Bucket"], statement["Effect"], statement["Action"]) == ({"Ref": "EditionsBucket"}, "Deny", "s3:*")
    assert statement["Condition"] == {"Bool": {"aws:SecureTransport": False}}
    assert len(statement["Resource"]) == 2


def test_a_message_comes_again_only_when_its_first_try_has_surely_ended():
    for source in TEMPLATE.sources:
        assert QUEUES[source.queue].visibility >= 6 * FUNCTIONS[source.function].timeout


def test_an_edition_that_poisons_its_job_takes_no_other_with_it():
    (source,) = [source for source in TEMPLATE.sources if source.queue == "EditionsQueue"]
    assert (source.function, source.batch, source.reports_failures) == ("DocumentsFunction", 1, True)


def test_what_fails_again_and_again_is_kept_aside_longer_than_it_waits():
    queue = RESOURCES["EditionsQueue"]["Properties"]
    dead = RESOURCES["EditionsDeadLetters"]["Properties"]
    assert (QUEUES["EditionsQueue"].receives, QUEUES["EditionsQueue"].dead_letters) == (3, "EditionsDeadLetters")
    tries = queue["VisibilityTimeout"] * QUEUES["EditionsQueue"].receives
    assert dead["MessageRetentionPeriod"] > queue["MessageRetentionPeriod"] > tries
    assert queue["SqsManagedSseEnabled"] is dead["SqsManagedSseEnabled"] is True


def test_an_edition_not_issued_and_documents_not_made_call_somebody():
    alarms = {name: each["Properties"] for name, each in RESOURCES.items() if each["Type"] == "AWS::CloudWatch::Alarm"}
    assert all(alarm["AlarmActions"] == [{"Ref": "AlarmTopic"}] for alarm in alarms.values())
    assert all(alarm["TreatMissingData"] == "notBreaching" for alarm in alarms.values())
    issued, made = alarms["EditionNotIssued"], alarms["DocumentsNotMade"]
    environment = FUNCTIONS["DutiesFunction"].environment
    # Powertools' metrics carry the service as their one dimension: an alarm on another would never see any.
    assert issued["Dimensions"] == [{"Name": "service", "Value": environment["POWERTOOLS_SERVICE_NAME"]}]
    assert issued["Namespace"] == environment["POWERTOOLS_METRICS_NAMESPACE"]
    assert (issued["Threshold"], issued["ComparisonOperator"]) == (1, "GreaterThanOrEqualToThreshold")
    assert made["Dimensions"][0]["Value"] == {"Fn::GetAtt": ["EditionsDeadLetters", "QueueName"]}


def test_the_heavy_libraries_are_in_the_layer_of_their_job_alone():
    layers = {name: function.layers for name, function in FUNCTIONS.items() if function.layers}
    assert layers == {
        "DirectoryFunction": ("build/layers/sheets",),
        "DocumentsFunction": ("build/layers/documents",),
        "PublishFunction": ("build/layers/site",),
    }
    documents = FUNCTIONS["DocumentsFunction"]
    assert documents.environment["DOCUMENT_FONTS"] == "/opt/fonts"
    assert (documents.memory, documents.timeout) == (2048, 300)


def test_only_the_jobs_of_a_queue_may_take_longer_than_the_gateway_waits():
    patient = {name for name, function in FUNCTIONS.items() if function.timeout >= 30}
    assert patient == {source.function for source in TEMPLATE.sources}
