"""How a test moves and reads the window of the timeline."""

from collections.abc import Callable
from datetime import date

from playwright.sync_api import Locator, Page

Mount = Callable[..., Page]
SPRING = {"window": {"from": "2025-01-10", "to": "2025-03-10"}}


def window(page: Page) -> dict[str, str | None]:
    found: dict[str, str | None] = page.evaluate("desk.state.get().window")
    return found


def settled(page: Page) -> None:
    """Wait until the panels have heard of the last change."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


def handle(page: Page, name: str) -> Locator:
    return page.get_by_role("slider", name=f"{name} day of the window")


def centre(found: Locator) -> tuple[float, float]:
    box = found.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def days_between(one: str | None, other: str | None) -> int:
    assert one
    assert other
    return (date.fromisoformat(other) - date.fromisoformat(one)).days
