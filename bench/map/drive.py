"""Driving a page: moves, drags and sessions, and what each of them took."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Browser, Page

from bench.browser import window
from bench.map.pages import Desk, Measured
from bench.servers import Server

MOVES = 50
VISITS = 3
TIMED = 20
DRAGS = 40
SETTLE_MS = 900
"""After a move: the panels have followed and the server has been told."""
SESSIONS, MOVES_A_SESSION, WARM = 20, 30, 4


@dataclass(frozen=True, slots=True)
class Moves:
    """What the moves of one page took.

    Attributes
    ----------
    first_ms, again_ms
        From the address to the first map, the server being warm: in a browser that was never there,
        and in the same one again.
    move_ms
        Median from the key press until the map is drawn.
    bytes_a_move
        Median over the websocket, both ways.
    remounts
        How often the map was built anew in ``MOVES`` moves.
    elsewhere
        Addresses on other machines that the page asked for.
    """

    page: str
    first_ms: float
    again_ms: float
    move_ms: float
    bytes_a_move: float
    remounts: int
    elsewhere: int


@dataclass(frozen=True, slots=True)
class Drag:
    """What dragging the window took: a step until painted, and bytes before it was let go."""

    step_ms: float
    worst_ms: float
    bytes_before_release: int


def moves(measured: Measured, browser: Browser, server: Server) -> Moves:
    """Open a page several times, and move its window of dates."""
    with window(browser, server.address, helped=measured.helped) as (page, _):
        measured.open(page, server.address)
        page.wait_for_timeout(SETTLE_MS)
    with window(browser, server.address, helped=measured.helped) as (page, wire):
        first = measured.open(page, server.address)
        page.wait_for_timeout(SETTLE_MS * 3)
        again = median(_again(measured, page, server) for _ in range(VISITS))
        measured.move(page)
        page.wait_for_timeout(SETTLE_MS)
        took, sizes, remounts = [], [], 0
        for number in range(MOVES):
            measured.tag(page)
            wire.reset()
            spent = measured.move(page)
            if number < TIMED:
                page.wait_for_timeout(SETTLE_MS)
                took.append(spent)
                sizes.append(wire.moved)
            remounts += not measured.kept(page)
        return Moves(
            measured.name, first, again, median(took), median(sizes), remounts, len(wire.elsewhere)
        )


def _again(measured: Measured, page: Page, server: Server) -> float:
    spent = measured.open(page, server.address)
    page.wait_for_timeout(SETTLE_MS * 3)
    return spent


def drag(browser: Browser, server: Server) -> Drag:
    """Drag the first day over the timeline, a few pixels a step."""
    with window(browser, server.address) as (page, wire):
        Desk().open(page, server.address)
        page.wait_for_timeout(SETTLE_MS * 3)
        box = page.locator(".timeline .handle.from").bounding_box()
        if box is None:
            raise RuntimeError("the timeline has no handle in sight")
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        page.evaluate("() => { __clock.following = true; }")
        wire.reset()
        for step in range(1, DRAGS + 1):
            page.mouse.move(x + step * 6, y)
            page.wait_for_timeout(30)
        before_release = wire.moved
        frames = _frames(page)
        page.mouse.up()
        return Drag(median(frames), max(frames), before_release)


def _frames(page: Page) -> Sequence[float]:
    frames: list[float] = page.evaluate("() => __clock.frames")
    if not frames:
        raise RuntimeError("the drag moved nothing")
    return frames


def growth(browser: Browser, server: Server) -> tuple[float, float] | None:
    """Give the server's memory in MiB after the first sessions and after the last one.

    Each of ``SESSIONS`` sessions makes ``MOVES_A_SESSION`` moves; None where memory can't be read.
    """
    desk, warm = Desk(), None
    for session in range(SESSIONS):
        with window(browser, server.address) as (page, _):
            desk.open(page, server.address)
            for _move in range(MOVES_A_SESSION):
                desk.move(page)
                page.wait_for_timeout(350)  # longer than a view is held back before it is told
        if session + 1 == WARM:
            warm = server.memory_mib()
    last = server.memory_mib()
    return None if warm is None or last is None else (warm, last)
