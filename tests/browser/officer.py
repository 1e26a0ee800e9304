"""What a commune officer does on the form, in words; each is one or a few taps."""

from playwright.sync_api import Page, expect

FIRST = "#dossiers_online"
SECOND = "#dossiers_counter"
RECEIVED = "Trung tâm đã nhận báo cáo"


def review(page: Page) -> None:
    page.evaluate("location.hash = '#xem-lai'")
    expect(page.locator("h1")).to_have_text("Xem lại trước khi gửi")


def step(page: Page, number: int) -> None:
    page.evaluate(f"location.hash = '#buoc-{number}'")
    expect(page.locator(".progress")).to_contain_text(f"Bước {number}/")


def find(page: Page, figure: str) -> None:
    """Opens the step that asks for this figure."""
    for number in range(1, 15):
        step(page, number)
        if page.locator(f"#{figure}").count():
            return
    raise AssertionError(f"no step asks for {figure}")


def send(page: Page, button: str = "Gửi phần đã có") -> None:
    review(page)
    page.get_by_role("button", name=button).click()


def fill_and_send(page: Page, value: str = "12") -> None:
    page.fill(FIRST, value)
    send(page)


def wait_until_received(page: Page) -> None:
    expect(page.locator("h1")).to_have_text(RECEIVED)


def wait_until_saved(page: Page) -> None:
    expect(page.locator("#status")).to_contain_text("Đã lưu trên máy")
