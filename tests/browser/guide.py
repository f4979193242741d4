"""Follow the first chapter of docs/guide.md in a browser, to the letter.

The chapter's own marks say what to do: **bold** is pressed, *italic* is a field to go to, `code`
and fenced text are typed there, <kbd>keys</kbd> are struck, “quotes” are what must be seen then,
and a picture is taken where one stands.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from playwright.sync_api import Locator, Page, expect

from tests.browser.serving import PATIENCE_MS, ROOT

GUIDE = ROOT / "docs" / "guide.md"
CHAPTER = "## Your first briefing in five minutes\n"
MARK = re.compile(
    r"```text\n(?P<paste>.*?)```|!\[[^]]*\]\((?P<picture>[^)]+)\)|\*\*(?P<press>[^*]+)\*\*"
    r"|\*(?P<field>[^*]+)\*|`(?P<type>[^`]+)`|<kbd>(?P<key>[^<]+)</kbd>|“(?P<see>[^”]+)”",
    re.DOTALL,
)
KEYS = {"→": "ArrowRight", "Esc": "Escape"}
STILL = '[data-testid=stApp][data-test-script-state="notRunning"]'
HAND_MS = 300
"""A hand takes longer from one button to the next."""
PRESSED = "a, button, summary, [role=button], [role=tab]"


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to do: ``kind`` is a group of the pattern above."""

    kind: str
    text: str


def steps(guide: str) -> Iterator[list[Mark]]:
    r"""Read the numbered steps of the chapter.

    >>> for step in steps(CHAPTER + "1. Press **Map**,\n   then **Full\n   table**.\n2. `x`\n"):
    ...     print([(mark.kind, mark.text) for mark in step])
    [('press', 'Map'), ('press', 'Full table')]
    [('type', 'x')]
    """
    chapter = guide.partition(CHAPTER)[2].partition("\n## ")[0]
    for step in re.split(r"^\d+\. ", chapter, flags=re.MULTILINE)[1:]:
        yield [_mark(found) for found in MARK.finditer(step)]


def _mark(found: re.Match[str]) -> Mark:
    kind = str(found.lastgroup)
    text = found[kind]
    return Mark(kind, dedent(text).strip() if kind == "paste" else " ".join(text.split()))


def follow(page: Page, take: Callable[[Page, Path], None] | None = None) -> None:
    """Do all that the chapter says; ``take`` photographs the page where a picture stands."""
    field: Locator | None = None
    for step in steps(GUIDE.read_text("utf-8")):
        for mark in step:
            if mark.kind == "field":
                field = _field(page, mark.text)
            elif mark.kind in ("type", "paste"):
                assert field is not None, f"nowhere to type {mark.text}"
                _type(page, field, mark.text)
            elif mark.kind == "press":
                _press(page, mark.text)
            elif mark.kind == "key":
                page.keyboard.press(KEYS.get(mark.text, mark.text.lower()))
            elif mark.kind == "see":
                seen = page.get_by_text(mark.text).locator("visible=true")
                expect(seen.first).to_be_visible(timeout=PATIENCE_MS)
            elif take:
                take(page, GUIDE.parent / mark.text)


def _field(page: Page, label: str) -> Locator:
    words = re.compile(rf"^{re.escape(label)}( Help.*)?$")
    return page.get_by_label(words).locator("visible=true").last


def _type(page: Page, field: Locator, text: str) -> None:
    """Type into a field of any kind; a day goes into its parts."""
    year = field.locator("[data-type=year]")
    field.wait_for()
    if year.count():
        year.click()
        page.keyboard.type(text)
    else:
        field.fill(text)


def _press(page: Page, name: str) -> None:
    """Press what has these words on it, once the page stands still."""
    page.wait_for_timeout(HAND_MS)
    page.wait_for_selector(STILL)
    words = re.compile(rf"^\s*{re.escape(name)}\s*$")
    pressed = page.locator(PRESSED)
    beside_icon = pressed.filter(has=page.get_by_text(name, exact=True))
    pressed.filter(has_text=words).or_(beside_icon).locator("visible=true").first.click()
