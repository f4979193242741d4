"""Visits to a dashboard with a large store: from the address to the map, and to all panels."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from bench.browser import Wire, window
from bench.map.drive import SETTLE_MS
from bench.map.pages import Desk
from bench.servers import ROOT, Server, serve
from reports.store import Store

DASHBOARD = ROOT / "dashboard.py"
VISITS, MOVES = 5, 10
MAP, DESK = "dateline map", "dateline desk"
"""What the page tells the browser's clock: the map is painted on its ground, all panels stand."""
DRAWN = "(name) => performance.getEntriesByName(name)[0]?.startTime ?? null"
TAB_MIB = "performance.memory.usedJSHeapSize / 2 ** 20"


@dataclass(frozen=True, slots=True)
class Opened:
    """Milliseconds from navigation until the map is painted on its ground, and all panels are."""

    map_ms: float
    desk_ms: float


@dataclass(frozen=True, slots=True)
class Visits:
    """What visits took.

    Attributes
    ----------
    first_ever
        The first visit to a server that just started, nothing of the store being laid out yet.
    opens
        Median of visits to a running server, each in a window that was never there.
    again
        Median of later visits in one window, which has the page's program.
    after_write
        The first visit after a report was taken out, which is a write like any other.
    restarted
        The first visit to a server that started again; the store keeps the scene.
    move_ms
        Median from a key press that moves the window until the map has it.
    received
        Bytes over the websocket until the map stood.
    server_mib, tab_mib
        Memory after all that: the server's (None where the system does not say), and what the
        page's scripts hold.
    """

    first_ever: Opened
    opens: Opened
    again: Opened
    after_write: Opened
    restarted: Opened
    move_ms: float
    received: int
    server_mib: float | None
    tab_mib: float


def visits(browser: Browser, url: str, folder: Path) -> Visits:
    """Start a dashboard on a store, visit it, write to the store, and start it again."""
    environment = {"DATELINE_STORE": url}
    with serve(DASHBOARD, environment, folder / "first.log") as server:
        first_ever, _ = _visit(browser, server)
        opened = [_visit(browser, server) for _ in range(VISITS)]
        with window(browser, server.address) as (page, _wire):
            _open(page, server)
            again = _middle([_settled(page, server) for _ in range(VISITS)])
            desk = Desk()
            moved = median(_moved(page, desk) for _ in range(MOVES))
            tab = float(page.evaluate(TAB_MIB))
        _take_one_out(url)
        after_write, _ = _visit(browser, server)
        memory = server.memory_mib()
    with serve(DASHBOARD, environment, folder / "second.log") as server:
        restarted, _ = _visit(browser, server)
    return Visits(
        first_ever,
        _middle([spent for spent, _ in opened]),
        again,
        after_write,
        restarted,
        moved,
        opened[-1][1].received,
        memory,
        tab,
    )


def _middle(all_opened: Sequence[Opened]) -> Opened:
    return Opened(
        median(each.map_ms for each in all_opened), median(each.desk_ms for each in all_opened)
    )


def _visit(browser: Browser, server: Server) -> tuple[Opened, Wire]:
    with window(browser, server.address) as (page, wire):
        return _open(page, server), wire


def _open(page: Page, server: Server) -> Opened:
    """Open the map page and wait until all of it stands."""
    page.goto(server.address)
    for name in (MAP, DESK):
        page.wait_for_function(f"(name) => ({DRAWN})(name) !== null", arg=name)
    return Opened(*(float(page.evaluate(DRAWN, name)) for name in (MAP, DESK)))


def _settled(page: Page, server: Server) -> Opened:
    page.wait_for_timeout(SETTLE_MS)
    return _open(page, server)


def _moved(page: Page, desk: Desk) -> float:
    page.wait_for_timeout(SETTLE_MS)
    return desk.move(page)


def _take_one_out(url: str) -> None:
    store = Store(url)
    store.remove(list(store.reports()["id"][:1]))
    store.close()
