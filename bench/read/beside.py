"""Whether a server answers while it takes files in: runs of its page, before and meanwhile."""

import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, Page

from bench.servers import serve

SCRIPT = Path(__file__).with_name("page.py")
RUNS = 20
"""Runs of the page that are timed while nothing else happens."""
PATIENCE_MS = 120_000
PAUSE_MS = 200
"""Between two presses, as of a hurried reader."""
MS = 1000


@dataclass(frozen=True, slots=True)
class Answers:
    """Milliseconds from a press until the page has run, over so many presses."""

    presses: int
    median_ms: float
    most_ms: float
    """What nineteen of twenty took at most."""


def beside(browser: Browser, folder: Path) -> tuple[Answers, Answers]:
    """Press a button of a page again and again, before its server takes files in and meanwhile."""
    environment = {"DATELINE_STORE": f"sqlite:///{folder / 'beside.sqlite'}"}
    with serve(SCRIPT, environment, folder / "beside.log") as server:
        page = browser.new_page()
        page.goto(server.address)
        page.get_by_text("Run 1,").wait_for(timeout=PATIENCE_MS)
        before = [_press(page, run) for run in range(2, RUNS + 2)]
        _press(page, RUNS + 2, "Take in")
        meanwhile: list[float] = []
        while page.get_by_text("at work").count():
            meanwhile.append(_press(page, RUNS + 3 + len(meanwhile)))
        page.close()
    return _answers(before), _answers(meanwhile)


def _press(page: Page, run: int, button: str = "Again") -> float:
    page.wait_for_timeout(PAUSE_MS)
    began = time.perf_counter()
    page.get_by_role("button", name=button).click()
    page.get_by_text(f"Run {run},").wait_for(timeout=PATIENCE_MS)
    return MS * (time.perf_counter() - began)


def _answers(took: list[float]) -> Answers:
    return Answers(len(took), median(took), quantiles(took, n=20)[-1])
