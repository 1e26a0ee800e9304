"""What is deployed once, before the template: the staff's pool and the alarms' topic; and how the template is deployed."""

import tomllib
from pathlib import Path

from tools.template import read

ROOT = Path(__file__).parents[2]
IDENTITY = read(ROOT / "iac" / "identity.yaml")
ALARMS = read(ROOT / "iac" / "alarms.yaml")


def test_the_pool_has_the_three_groups_and_lets_nobody_in_by_himself():
    resources = IDENTITY["Resources"]
    groups = {
        each["Properties"]["GroupName"] for each in resources.values() if each["Type"] == "AWS::Cognito::UserPoolGroup"
    }
    assert groups == {"coordinator", "viewer", "admin"}
    pool = resources["UserPool"]["Properties"]
    assert pool["AdminCreateUserConfig"] == {"AllowAdminCreateUserOnly": True}
    assert (pool["MfaConfiguration"], pool["DeletionProtection"]) == ("ON", "ACTIVE")
    assert "ALLOW_USER_PASSWORD_AUTH" not in resources["Client"]["Properties"]["ExplicitAuthFlows"]


def test_the_pools_outputs_are_the_templates_parameters():
    parameters = read(ROOT / "template.yaml")["Parameters"]
    before = {f"Identity{name}" for name in IDENTITY["Outputs"]} | {f"Alarm{name}" for name in ALARMS["Outputs"]}
    assert before | {"PublicOrigin", "MailFrom", "SmsSender", "SiteCampaign", "Certificate"} == set(parameters)


def test_alarms_reach_whoever_is_called_and_only_alarms_do():
    topic, policy = ALARMS["Resources"]["Topic"], ALARMS["Resources"]["TopicPolicy"]
    assert [each["Protocol"] for each in topic["Properties"]["Subscription"]] == ["email"]
    (statement,) = policy["Properties"]["PolicyDocument"]["Statement"]
    assert (statement["Principal"], statement["Action"]) == ({"Service": "cloudwatch.amazonaws.com"}, "sns:Publish")


def test_sam_deploys_this_template_and_asks_first():
    deploy = tomllib.loads((ROOT / "samconfig.toml").read_text())["default"]["deploy"]["parameters"]
    assert deploy["template_file"] == "template.yaml"
    assert deploy["confirm_changeset"] is True
    assert deploy["capabilities"] == "CAPABILITY_IAM"
