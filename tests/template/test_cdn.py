"""What template.yaml promises of the CDN: one origin for people, nobody beside it at the bucket, the runner's very headers."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from giaoban.publish.afterwards.headers import DATA, OWN_SCRIPT, headers_with
from giaoban.publish.afterwards.reading import Reading
from tools.runner.static import APP
from tools.template import read

ROOT = Path(__file__).parents[2]
RESOURCES = read(ROOT / "template.yaml")["Resources"]
CDN = RESOURCES["Cdn"]["Properties"]["DistributionConfig"]
FILES = RESOURCES["CdnFiles"]["Properties"]["DistributionConfig"]
BEHAVIORS = {each["PathPattern"]: each for each in CDN["CacheBehaviors"]}
EVERY = [CDN["DefaultCacheBehavior"], *CDN["CacheBehaviors"]]
OPTIMIZED, DISABLED = "658327ea-f89d-4fab-a63d-7e88639e58f6", "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
ALL_BUT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac"
HSTS = "Strict-Transport-Security"


def headers(name: str) -> dict[str, str]:
    """What a policy of the template sends, by the headers' own names."""
    config = RESOURCES[name]["Properties"]["ResponseHeadersPolicyConfig"]
    secure = config["SecurityHeadersConfig"]
    assert all(each["Override"] is True for each in secure.values())
    tls = secure["StrictTransportSecurity"]
    assert tls["IncludeSubdomains"] is tls["Preload"] is True
    found = {
        HSTS: f"max-age={tls['AccessControlMaxAgeSec']}; includeSubDomains; preload",
        "X-Content-Type-Options": "nosniff" if "ContentTypeOptions" in secure else "",
        "Referrer-Policy": secure["ReferrerPolicy"]["ReferrerPolicy"],
    }
    if "ContentSecurityPolicy" in secure:
        found["Content-Security-Policy"] = secure["ContentSecurityPolicy"]["ContentSecurityPolicy"]
    own = config.get("CustomHeadersConfig", {"Items": []})["Items"]
    assert all(each["Override"] is True for each in own)
    return found | {each["Header"]: each["Value"] for each in own}


def test_the_site_goes_out_with_the_headers_that_its_build_writes():
    own = Reading((ROOT / "site" / OWN_SCRIPT).read_text("utf-8")).scripts
    assert len(own) == 1
    assert headers("SiteHeaders") == headers_with(own)


def test_open_data_and_feeds_go_out_to_pages_of_any_origin():
    assert BEHAVIORS["/data/*"]["ResponseHeadersPolicyId"] == {"Ref": "DataHeaders"}
    assert BEHAVIORS["/data/*"]["TargetOriginId"] == "files"
    assert headers("DataHeaders") == headers("SiteHeaders")
    cors = RESOURCES["DataHeaders"]["Properties"]["ResponseHeadersPolicyConfig"]["CorsConfig"]
    assert cors["AccessControlAllowOrigins"]["Items"] == [DATA["Access-Control-Allow-Origin"]]
    assert cors["AccessControlExposeHeaders"]["Items"] == [DATA["Access-Control-Expose-Headers"]]
    assert cors["AccessControlAllowCredentials"] is False
    assert "CorsConfig" not in RESOURCES["SiteHeaders"]["Properties"]["ResponseHeadersPolicyConfig"]


def test_the_apps_go_out_with_the_headers_that_the_runner_sends():
    sent = {name: value for name, value in headers("AppHeaders").items() if name != HSTS}
    assert sent == {name: value for name, value in APP.items() if name != "Cache-Control"}
    assert headers("AppHeaders")[HSTS] == headers("SiteHeaders")[HSTS] == headers("ApiHeaders")[HSTS]


def test_an_answer_of_the_api_keeps_its_own_policy():
    assert "Content-Security-Policy" not in headers("ApiHeaders")


def test_every_folder_of_the_apps_has_its_place_and_nothing_else_has():
    apps = {f"/{folder.name}*" for folder in (ROOT / "site" / "app").iterdir() if folder.is_dir()}
    assert "/shared*" in apps
    assert set(BEHAVIORS) == apps | {"/v1/*", "/v1/campaigns/*/forms/*", "/data/*"}
    for app in apps:
        assert BEHAVIORS[app]["TargetOriginId"] == "files"
        assert BEHAVIORS[app]["ResponseHeadersPolicyId"] == {"Ref": "AppHeaders"}
        assert _functions(BEHAVIORS[app]) == ["AppAddresses"]
    assert _functions(CDN["DefaultCacheBehavior"]) == ["SiteAddresses"]


def test_what_the_api_says_is_never_kept_and_a_request_reaches_it_whole():
    api = BEHAVIORS["/v1/*"]
    assert (api["CachePolicyId"], api["OriginRequestPolicyId"]) == (DISABLED, ALL_BUT_HOST)
    assert set(api["AllowedMethods"]) == {"GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"}


def test_a_form_alone_is_kept_and_named_before_the_rest_of_the_api():
    form = BEHAVIORS["/v1/campaigns/*/forms/*"]
    assert (form["TargetOriginId"], form["CachePolicyId"], form["Compress"]) == ("api", OPTIMIZED, True)
    assert list(BEHAVIORS).index("/v1/campaigns/*/forms/*") < list(BEHAVIORS).index("/v1/*")
    assert "AllowedMethods" not in form


def test_the_apis_own_403_and_404_are_not_replaced_by_a_page():
    # An error page counts for a whole distribution.
    assert "CustomErrorResponses" not in CDN
    assert FILES["CustomErrorResponses"] == [
        {"ErrorCode": 403, "ResponseCode": 404, "ResponsePagePath": "/404.html", "ErrorCachingMinTTL": 0}
    ]
    assert FILES["DefaultCacheBehavior"]["CachePolicyId"] == DISABLED


def test_the_bucket_is_read_by_the_cdn_alone_and_only_what_is_shown():
    _, shown = RESOURCES["SiteBucketPolicy"]["Properties"]["PolicyDocument"]["Statement"]
    assert (shown["Effect"], shown["Principal"]) == ("Allow", {"Service": "cloudfront.amazonaws.com"})
    assert (shown["Action"], shown["Resource"]) == ("s3:GetObject", {"Fn::Sub": "${SiteBucket.Arn}/site/*"})
    source = shown["Condition"]["StringEquals"]["aws:SourceArn"]["Fn::Sub"]
    assert source.endswith("::${AWS::AccountId}:distribution/${CdnFiles}")
    (bucket,) = FILES["Origins"]
    assert bucket["OriginPath"] == "/site"
    assert bucket["OriginAccessControlId"] == {"Fn::GetAtt": ["CdnFilesAccess", "Id"]}
    access = RESOURCES["CdnFilesAccess"]["Properties"]["OriginAccessControlConfig"]
    assert (access["SigningBehavior"], access["SigningProtocol"]) == ("always", "sigv4")


def test_nothing_goes_over_plain_http_and_old_tls_ends_with_an_own_domain():
    assert CDN["HttpVersion"] == "http2and3"
    assert {each["ViewerProtocolPolicy"] for each in EVERY} == {"redirect-to-https", "https-only"}
    for origin in CDN["Origins"]:
        assert origin["CustomOriginConfig"] == {"OriginProtocolPolicy": "https-only", "OriginSSLProtocols": ["TLSv1.2"]}
    condition, own, given = CDN["ViewerCertificate"]["Fn::If"]
    assert (condition, own["MinimumProtocolVersion"]) == ("HasOwnDomain", "TLSv1.2_2021")
    assert given == {"CloudFrontDefaultCertificate": True}
    assert CDN["Aliases"]["Fn::If"][0] == "HasOwnDomain"


def test_what_can_be_compressed_is():
    assert all(each.get("Compress") is True for each in EVERY if each["CachePolicyId"] == OPTIMIZED)


ADDRESSES = {
    "SiteAddresses": {
        "/": "/index.html",
        "/tien-do/": "/tien-do/index.html",
        "/data/units.csv": "/data/units.csv",
        "/tien-do": (308, "/tien-do/"),
        "/en/progress/online": (308, "/en/progress/online/"),
        "//other.invalid": "//other.invalid",
        "//other": (308, "/other/"),
        "/\\other": (308, "/other/"),
    },
    "AppAddresses": {
        "/bao-cao": "/bao-cao/index.html",
        "/bao-cao/": "/bao-cao/index.html",
        "/bao-cao/app.js": "/bao-cao/app.js",
        "/bao-cao-sw.js": "/bao-cao-sw.js",
        "/shared/dom.js": "/shared/dom.js",
        "/dieu-hanh/edition/view.js": "/dieu-hanh/edition/view.js",
        "/bao-cao%23t=abc": (302, "/bao-cao#t=abc"),
        "/bao-cao/%23t%3Dabc.": (302, "/bao-cao#t%3Dabc."),
        "/bao-cao%2523t=abc": (302, "/bao-cao#t=abc"),
        "/bao-cao#t=abc": (302, "/bao-cao#t=abc"),
        "//other%23t=abc": "//other%23t=abc",
        "/bao-cao%23t=abc\r\nset-cookie: a=b": "/bao-cao%23t=abc\r\nset-cookie: a=b/index.html",
    },
}


@pytest.mark.parametrize("name", ADDRESSES)
def test_an_address_leads_to_its_file_and_never_to_another_host(name: str):
    code = RESOURCES[name]["Properties"]["FunctionCode"]
    asked = list(ADDRESSES[name])
    script = f"{code}; console.log(JSON.stringify({json.dumps(asked)}.map((uri) => handler({{ request: {{ uri }} }}))))"
    node = Path(sys.executable).with_name("node")
    answers = json.loads(subprocess.run([node, "-e", script], check=True, capture_output=True).stdout)
    assert dict(zip(asked, map(_came_to, answers), strict=True)) == ADDRESSES[name]
    assert len(code.encode()) < 10_000


def test_an_address_that_carries_a_token_is_kept_by_nothing():
    # A mail filter that encodes the # of a link brings its token as far as the CDN.
    assert not {"Logging", "WebACLId"} & (CDN.keys() | FILES.keys())
    assert not any("RealtimeLogConfigArn" in each for each in [*EVERY, FILES["DefaultCacheBehavior"]])
    assert not [name for name, each in RESOURCES.items() if each["Type"].startswith("AWS::Logs::Delivery")]
    assert not any("console" in RESOURCES[name]["Properties"]["FunctionCode"] for name in ADDRESSES)


def _came_to(answer: dict[str, Any]) -> str | tuple[int, str]:
    return answer["uri"] if "uri" in answer else (answer["statusCode"], answer["headers"]["location"]["value"])


def _functions(behavior: dict[str, Any]) -> list[str]:
    found = behavior["FunctionAssociations"]
    assert {each["EventType"] for each in found} == {"viewer-request"}
    return [each["FunctionARN"]["Fn::GetAtt"][0] for each in found]
