"""What is served from the build's folders, and that nothing else is."""

from pathlib import Path

import pytest

from tools.runner.static import APP_POLICY, find_file, serve


@pytest.fixture
def build(tmp_path: Path) -> Path:
    files = {
        "app/bao-cao/index.html": "form",
        "app/bao-cao/app.js": "script",
        "app/dieu-hanh/index.html": "board",
        "app/shared/dom.js": "wing",
        "app/bao-cao/.draft": "hidden",
        "site/index.html": "home",
        "site/vi/index.html": "vi",
        "secret.txt": "secret",
        "functions/reports.py": "code",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "app" / "out.txt").symlink_to(tmp_path / "secret.txt")
    return tmp_path


@pytest.mark.parametrize(
    "path, name",
    [
        ("/bao-cao", "app/bao-cao/index.html"),
        ("/bao-cao/", "app/bao-cao/index.html"),
        ("/bao-cao/app.js", "app/bao-cao/app.js"),
        ("/dieu-hanh", "app/dieu-hanh/index.html"),
        ("/shared/dom.js", "app/shared/dom.js"),
        ("/", "site/index.html"),
        ("/vi/", "site/vi/index.html"),
    ],
)
def test_an_app_or_a_page_is_found(build: Path, path: str, name: str):
    assert Path(serve(build, path).path) == build / name


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/bao-cao/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/bao-cao/%2e%2e%2f%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "//etc/passwd",
        "/bao-cao/.draft",
        "/out.txt",
        "/bao-cao/app.js%00.html",
        "/functions/reports.py",
        "/bao-cao/" + "a" * 5000,
    ],
)
def test_nothing_outside_is_found(build: Path, path: str):
    assert find_file(build / "app", path) is None
    assert serve(build, path).status_code == 404


@pytest.mark.parametrize(
    "path, address",
    [
        ("/bao-cao%23t=abc", "/bao-cao#t=abc"),
        ("/bao-cao/%23t%3Dabc.", "/bao-cao#t%3Dabc."),
        ("/bao-cao%2523t=abc", "/bao-cao#t=abc"),
    ],
)
def test_a_link_whose_sign_a_mail_filter_encoded_leads_to_the_form(build: Path, path: str, address: str):
    answer = serve(build, path)
    assert (answer.status_code, answer.headers["location"]) == (302, address)
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/khong-co%23t=abc", "//bao-cao%23t=abc", "/bao-cao%23t=a%0db\r\nc"])
def test_no_other_address_is_led_anywhere(build: Path, path: str):
    assert serve(build, path).status_code == 404


def test_the_app_is_served_with_the_cdns_security_headers(build: Path):
    headers = serve(build, "/bao-cao").headers
    assert headers["content-security-policy"] == APP_POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "strict-transport-security" not in headers  # this is http


def test_a_page_of_the_site_gets_its_slash_and_never_another_host(build: Path):
    assert serve(build, "/vi").headers["location"] == "/vi/"
    assert serve(build, "//vi").headers["location"] == "/vi/"
