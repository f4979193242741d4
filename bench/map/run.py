"""The bench of the map page as a whole: serving, driving, printing, writing."""

import tempfile
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser
from rich.console import Console

from bench.browser import chromium
from bench.map.corpora import CORPORA, Corpus, countries, points, store_url
from bench.map.drive import MOVES_A_SESSION, SESSIONS, drag, growth, moves
from bench.map.pages import Desk, Rival
from bench.map.results import Measured, Result
from bench.map.tables import tables
from bench.outputs import Outputs, told
from bench.samples import sample_scene
from bench.servers import ROOT, serve
from bench.writing import made
from views.export.exports import one_file

PACKAGES = ("streamlit", "folium", "streamlit-folium", "playwright")
TITLE = "How quickly the map answers"
DASHBOARD, RIVAL = ROOT / "dashboard.py", ROOT / "bench" / "map" / "rival.py"
Tell = Callable[[str], None]


def bench(
    outputs: Outputs, today: date, out: Console, notes: Console, *, sessions: bool = True
) -> None:
    """Run the bench, print its tables on ``out`` and how far it is on ``notes``.

    Raises
    ------
    InputError
        When there is no browser, or no folder to write to.
    """
    outputs.prepare()
    with tempfile.TemporaryDirectory() as made_here, chromium() as browser:
        folder = Path(made_here)
        rows = tuple(_measured(corpus, folder, browser, notes.print) for corpus in CORPORA)
        memory = _memory(folder, browser, notes.print) if sessions else None
        result = Result(made(today, PACKAGES), rows, memory, _one_file(folder))
    told(result.made, asdict(result), tables(result), (TITLE, "map"), outputs, out)


def _measured(corpus: Corpus, folder: Path, browser: Browser, tell: Tell) -> Measured:
    tell(f"{corpus.name}: inventing")
    environment = {"DATELINE_STORE": store_url(corpus, folder)}
    rival = None
    if corpus.rival:
        tell(f"{corpus.name}: streamlit-folium")
        ground = str(countries(folder)) if corpus.ground else ""
        seen = {"BENCH_FEATURES": str(points(corpus, folder)), "BENCH_GROUND": ground}
        with serve(RIVAL, seen, folder / "rival.log") as server:
            rival = moves(Rival(), browser, server)
    tell(f"{corpus.name}: Dateline")
    with serve(DASHBOARD, environment, folder / "dateline.log") as server:
        return Measured(corpus.name, moves(Desk(), browser, server), rival, drag(browser, server))


def _memory(folder: Path, browser: Browser, tell: Tell) -> tuple[float, float] | None:
    tell(f"{SESSIONS} sessions of {MOVES_A_SESSION} moves")
    environment = {"DATELINE_STORE": store_url(CORPORA[0], folder)}
    with serve(DASHBOARD, environment, folder / "sessions.log") as server:
        return growth(browser, server)


def _one_file(folder: Path) -> int:
    """Give the bytes of the sample corpus as a one-file map."""
    return len(one_file(sample_scene(folder), {}))
