"""What template.yaml promises of the reminders: as patient as the code believes, alarms that see something, a short origin."""

from pathlib import Path

from giaoban.campaign import Campaign
from tools.template import load, read

ROOT = Path(__file__).parents[2]
TEMPLATE = load()
TREE = read(ROOT / "template.yaml")
RESOURCES = TREE["Resources"]


def test_the_sender_knows_how_long_its_queue_hides_a_message():
    (source,) = (source for source in TEMPLATE.sources if source.function == "SendFunction")
    (queue,) = (queue for queue in TEMPLATE.queues if queue.name == source.queue)
    (function,) = (function for function in TEMPLATE.functions if function.name == "SendFunction")
    assert int(function.environment["SEND_VISIBILITY_SECONDS"]) == queue.visibility >= 6 * function.timeout
    assert source.reports_failures, "one poison message would take the others of its batch with it"
    assert (queue.receives, queue.dead_letters) == (3, "SendDeadLetters")


def test_the_alarms_see_what_the_sender_rings_and_what_it_gave_up():
    limit, dead = (RESOURCES[name]["Properties"] for name in ("SmsLimitReached", "RemindersNotSent"))
    service = RESOURCES["SendFunction"]["Properties"]["Environment"]["Variables"]["POWERTOOLS_SERVICE_NAME"]
    namespace = TREE["Globals"]["Function"]["Environment"]["Variables"]["POWERTOOLS_METRICS_NAMESPACE"]
    assert (limit["Namespace"], limit["Dimensions"]) == (namespace, [{"Name": "service", "Value": service}])
    assert f'"{limit["MetricName"]}"' in (ROOT / "functions/giaoban/outbox/prepare.py").read_text()
    assert dead["Dimensions"][0]["Value"] == {"Fn::GetAtt": ["SendDeadLetters", "QueueName"]}


def test_an_origin_that_can_be_deployed_fits_into_the_campaigns_sms(hanoi: Campaign):
    assert hanoi.reminders
    assert TREE["Parameters"]["PublicOrigin"]["MaxLength"] == hanoi.reminders.longest_origin


def test_receipts_hear_of_our_own_mail_and_of_every_sms():
    assert TEMPLATE.listeners == ("ReceiptsFunction",)
    events = RESOURCES["ReceiptsFunction"]["Properties"]["Events"]
    mail, sms = (events[name]["Properties"]["Pattern"] for name in ("OfEmail", "OfSms"))
    assert mail["detail"] == {"mail": {"tags": {"ses:configuration-set": [{"Ref": "MailEvents"}]}}}
    assert sms["source"] == ["aws.sms-voice"]
