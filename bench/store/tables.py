"""The tables of the bench of a large store as cells of text."""

from bench.store.results import Result
from bench.tables import NONE, Table

MB = 1_000_000
GOAL_S = 3.0
"""The map page of a running dashboard opens in so many seconds."""


def tables(result: Result) -> list[Table]:
    """Give all tables of a run."""
    return [_visits(result), _work(result), _store(result)]


def _visits(result: Result) -> Table:
    seen = result.visits
    rows = (
        ("Opens: a visit to a running dashboard, a new window", seen.opens, GOAL_S),
        ("Again in the same window", seen.again, GOAL_S),
        ("First after Dateline started again", seen.restarted, None),
        ("First after a write", seen.after_write, None),
        ("First ever, nothing laid out yet", seen.first_ever, None),
    )
    cells = tuple(
        (
            what,
            f"{spent.map_ms / 1000:.1f}",
            NONE if goal is None else f"{goal:.0f}",
            f"{spent.desk_ms / 1000:.1f}",
        )
        for what, spent, goal in rows
    )
    heads = ("visit", "map s", "goal s", "all panels s")
    return Table("From the address to the map, and to the whole page", heads, cells)


def _work(result: Result) -> Table:
    rows = [(step.what, f"{step.cpu_s:.2f}", f"{step.wall_s:.2f}") for step in result.work.steps]
    title = "What the server does once for each state of the store"
    return Table(title, ("step", "processor s", "wall s"), tuple(rows))


def _store(result: Result) -> Table:
    put, seen, done = result.written, result.visits, result.work
    middle, worst = done.search_ms
    figures = f"{put.mentions / put.reports:.1f} and {put.claims / put.reports:.1f}"
    server = NONE if seen.server_mib is None else f"{seen.server_mib:,.0f} MiB"
    rows = (
        ("Reports", f"{put.reports:,}"),
        ("Characters a report", f"{put.characters / put.reports:,.0f}"),
        ("Mentions and figures a report", figures),
        ("Distinct places", f"{put.places:,}"),
        ("Adding all of them", f"{put.seconds:.0f} s, {put.rows / put.seconds:,.0f} rows/s"),
        ("Store", f"{put.file_bytes / MB:.0f} MB"),
        ("Scene, packed", f"{done.packed_bytes / MB:.1f} MB"),
        ("Over the websocket until the map stands", f"{seen.received / MB:.1f} MB"),
        ("A search, median and worst", f"{middle:.0f} and {worst:.0f} ms"),
        ("A move of the window (median)", f"{seen.move_ms:.0f} ms"),
        ("Memory of the server", server),
        ("Memory of the page's scripts", f"{seen.tab_mib:,.0f} MiB"),
    )  # fmt: skip
    return Table("The store, and what it takes of a machine", ("what", "measured"), rows)
