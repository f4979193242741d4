"""The bench of a large store as a whole: inventing, reading, visiting, printing, writing."""

import tempfile
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path

from rich.console import Console

from bench.browser import chromium
from bench.outputs import Outputs, told
from bench.results import Made
from bench.store.measure import work, written
from bench.store.results import Result
from bench.store.tables import tables
from bench.store.visits import visits
from bench.writing import made
from geo.gazetteer import open_gazetteer

PACKAGES = ("streamlit", "sqlalchemy", "pandas", "playwright")
TITLE = "What a case of thousands of reports costs"
REPORTS = 5_000


def bench(
    outputs: Outputs, today: date, out: Console, notes: Console, reports: int = REPORTS
) -> None:
    """Run the bench, print its tables on ``out`` and how far it is on ``notes``.

    Raises
    ------
    InputError
        When there is no browser, or no folder to write to.
    """
    outputs.prepare()
    with tempfile.TemporaryDirectory() as folder:
        result = _measure(Path(folder), reports, made(today, PACKAGES), notes.print)
    told(result.made, asdict(result), tables(result), (TITLE, "store"), outputs, out)


def _measure(folder: Path, reports: int, run: Made, tell: Callable[[str], None]) -> Result:
    file, gazetteer = folder / "store.sqlite", open_gazetteer()
    url = f"sqlite:///{file}"
    with chromium() as browser:
        tell(f"inventing and adding {reports:,} reports")
        put = written(file, reports, gazetteer)
        tell("reading, laying out, packing, searching")
        done = work(url, gazetteer)
        tell("visits")
        return Result(run, put, done, visits(browser, url, folder))
