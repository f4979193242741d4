"""The bench of the map page as a whole: serving, driving, printing, writing."""

import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser
from rich.console import Console

from bench.map.browser import chromium
from bench.map.corpora import CORPORA, Corpus, countries, points, store_url
from bench.map.drive import MOVES_A_SESSION, SESSIONS, Drag, Moves, drag, growth, moves
from bench.map.pages import Desk, Rival
from bench.map.servers import ROOT, serve
from bench.map.tables import tables
from bench.outputs import Outputs, told
from bench.results import Made
from bench.writing import made
from geo.gazetteer import open_gazetteer
from reports.intake import take_in_reading
from reports.samples import samples
from reports.store import Store
from views.assemble import assemble
from views.exports import one_file

PACKAGES = ("streamlit", "folium", "streamlit-folium", "playwright")
TITLE = "How quickly the map answers"
DASHBOARD, RIVAL = ROOT / "dashboard.py", ROOT / "bench" / "map" / "rival.py"
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Measured:
    """What one corpus came to; ``rival`` is None where the other page was not asked to draw it."""

    corpus: str
    dateline: Moves
    rival: Moves | None
    drag: Drag


@dataclass(frozen=True, slots=True)
class Result:
    """A whole run; ``memory_mib`` is the server's after the first sessions and after the last."""

    made: Made
    corpora: tuple[Measured, ...]
    memory_mib: tuple[float, float] | None
    one_file_bytes: int


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
    store = Store(f"sqlite:///{folder / 'samples.sqlite'}")
    gazetteer = open_gazetteer()
    for reading, data in samples():
        take_in_reading(reading, data, store, gazetteer)
    return len(one_file(assemble(store, gazetteer), {}))
