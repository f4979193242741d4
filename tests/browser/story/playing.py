"""How a test plays a story: opened by ``told``, stepped by keys, read."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

STEPS = 7
FRAMES = 1_800
"""So many are waited for at most."""
Told = Callable[..., Page]
Retold = Callable[..., Path]


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def until(page: Page, condition: str) -> None:
    """Wait for what a page that evaluates no strings cannot be asked again and again."""
    met = f"""async () => {{
      for (let i = 0; i < {FRAMES} && !({condition}); i += 1)
        await new Promise(requestAnimationFrame);
      return {condition};
    }}"""
    assert page.evaluate(met)


def at(page: Page) -> str:
    return page.locator(".foot-bar .counter").inner_text()
