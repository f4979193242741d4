"""The bench of a large store as a whole: inventing, reading, visiting, printing, writing."""

import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from rich.console import Console

from bench.map.browser import chromium
from bench.printing import as_page, made_with, print_table
from bench.results import Made
from bench.store.measure import Work, Written, work, written
from bench.store.tables import tables
from bench.store.visits import Visits, visits
from bench.writing import made, make_folders, write_json, write_page
from geo.gazetteer import open_gazetteer

PACKAGES = ("streamlit", "sqlalchemy", "pandas", "playwright")
TITLE = "What a case of thousands of reports costs"
REPORTS = 5_000


@dataclass(frozen=True, slots=True)
class Options:
    """What a run is asked for; each file is written only if named."""

    reports: int = REPORTS
    json: Path | None = None
    markdown: Path | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A whole run."""

    made: Made
    written: Written
    work: Work
    visits: Visits


def bench(options: Options, today: date, out: Console, notes: Console) -> None:
    """Run the bench, print its tables on ``out`` and how far it is on ``notes``.

    Raises
    ------
    InputError
        When there is no browser, or no folder to write to.
    """
    make_folders(file.parent for file in (options.json, options.markdown) if file)
    with tempfile.TemporaryDirectory() as folder:
        result = _measure(Path(folder), options.reports, made(today, PACKAGES), notes.print)
    if options.json:
        write_json(options.json, asdict(result))
    if options.markdown:
        write_page(options.markdown, as_page(TITLE, result.made, tables(result), "store"))
    for table in tables(result):
        print_table(table, out)
    out.print(made_with(result.made))


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
