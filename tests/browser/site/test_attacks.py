"""Text that tries to become code, in every name that may appear in public: nothing of it runs, not even without the policy."""

import copy
from collections.abc import Iterator
from itertools import batched
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.hostile import CORPUS as HOSTILE
from tests.publish.demo import Json
from tests.publish.made import built, demo
from tools.bench.site_server import serving

CORPUS = [
    "<script>window.__hit=1</script>",
    "<img src=x onerror=window.__hit=1>",
    "<svg/onload=window.__hit=1>",
    '"><script>window.__hit=1</script>',
    "' onmouseover='window.__hit=1",
    "</title><script>window.__hit=1</script>",
    "</textarea></desc></svg><script>window.__hit=1</script>",
    "</script><script>window.__hit=1</script>",
    "[x](javascript:window.__hit=1)",
    "![x](x){onerror=window.__hit=1}",
    "<javascript:window.__hit=1>",
    "{{ [].__class__.__base__.__subclasses__() }}",
    "{% for x in config %}{{ x }}{% endfor %}{{ 7*7 }}",
    "--- title: x ---",
    "`<script>window.__hit=1</script>`",
    "&lt;script&gt;window.__hit=1&lt;/script&gt;",
    "<style>*{background:url(javascript:window.__hit=1)}</style>",
    "<!-- --><script>window.__hit=1</script>",
    '<a href="javascript:window.__hit=1">x</a>',
    "<iframe srcdoc='<script>top.__hit=1</script>'>",
]

# How many of them one unit says.
AT_ONCE = 8


def attacked(edition: Json) -> Json:
    """Every name and title of the edition is one of the corpus, and units say all of it in words that are public."""
    texts = iter(CORPUS * 400)

    def poison(value: object) -> object:
        if isinstance(value, dict) and value.keys() == {"vi", "en"}:
            return {"vi": next(texts), "en": next(texts)}
        if isinstance(value, dict):
            return {name: poison(each) for name, each in value.items()}
        return [poison(each) for each in value] if isinstance(value, list) else value

    made = poison(copy.deepcopy(edition))
    assert isinstance(made, dict)
    said = [each for each in [*CORPUS, *HOSTILE] if each.strip()]
    for row, some in zip(made["units"], batched(said, AT_ONCE, strict=False), strict=False):
        words = [("notes/difficulties", some[0]), ("notes/proposals", "\n\n".join(some))]
        words += [(f"explanations/r{number}", text) for number, text in enumerate(some)]
        row["public"] = [{"about": about, "figures": ["officials"], "text": each[:1000]} for about, each in words]
    return made


@pytest.fixture(scope="module")
def under_attack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    site = built([attacked(each) for each in demo(2)], tmp_path_factory.mktemp("attack"))
    with serving(site) as origin:
        yield site, origin


def holds_some(page: Path) -> bool:
    """Where nothing of it stands, nothing of it can run."""
    return "hit" in page.read_text("utf-8")


def test_nothing_of_the_corpus_runs_on_any_page(browser: Browser, under_attack: tuple[Path, str]) -> None:
    site, origin = under_attack
    context = browser.new_context(bypass_csp=True)
    page, hit = context.new_page(), []
    page.add_init_script("window.hit = () => { window.__hit = 1; }")
    page.on("dialog", lambda dialog: hit.append(dialog.message))
    page.on("request", lambda sent: hit.append(sent.url) if "xss" in sent.url else None)
    pages = [each for each in sorted(site.rglob("index.html")) if holds_some(each)]
    for each in pages:
        page.goto(f"{origin}/{each.relative_to(site).as_posix().removesuffix('index.html')}")
        for element in page.locator("summary").all()[:2]:
            element.click()
        if page.evaluate("window.__hit"):
            hit.append(each.as_posix())
    page.goto(origin)
    page.click("[data-search-open]")
    for asked in ("script", "onerror", "svg", "hit"):
        page.fill("dialog.search input", asked)
        page.wait_for_timeout(100)
    assert not page.evaluate("window.__hit")
    assert hit == []
    assert len(pages) > 40
    context.close()


def test_templates_in_text_are_not_run(under_attack: tuple[Path, str]) -> None:
    site, _ = under_attack
    text = (site / "tien-do" / "index.html").read_text("utf-8")
    assert "{{" in text
    assert "&lt;class" not in text


def test_the_feed_stays_xml(under_attack: tuple[Path, str]) -> None:
    from xml.etree.ElementTree import parse

    site, _ = under_attack
    assert parse(site / "data" / "corrections.vi.atom").getroot().tag.endswith("feed")  # noqa: S314 - our own file


def test_linked_data_cannot_end_its_script(under_attack: tuple[Path, str]) -> None:
    site, _ = under_attack
    text = (site / "du-lieu-mo" / "index.html").read_text("utf-8")
    (data,) = text.split('<script type="application/ld+json">')[1:]
    assert "<" not in data.split("</script>")[0]
