"""The bench of taking in files as a whole: making, measuring, printing, writing."""

import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from rich.console import Console

from bench.browser import chromium
from bench.outputs import Outputs, told
from bench.read.beside import beside
from bench.read.files import File, files
from bench.read.measure import batch, found, guard_ms, opening_ms
from bench.read.results import Format, Result
from bench.read.tables import tables
from bench.results import Made
from bench.writing import made
from reports.intake import Outcome

PACKAGES = ("spacy", "lxml", "sqlalchemy", "streamlit", "playwright")
TITLE = "What a hundred mixed files cost"


def bench(outputs: Outputs, today: date, out: Console, notes: Console) -> None:
    """Run the bench, print its tables on ``out`` and how far it is on ``notes``.

    Raises
    ------
    InputError
        When there is no browser, or no folder to write to.
    """
    outputs.prepare()
    result = _measured(made(today, PACKAGES), notes)
    told(result.made, asdict(result), tables(result), (TITLE, "read"), outputs, out)


def _measured(run: Made, notes: Console) -> Result:
    notes.print("making files")
    given = files()
    notes.print("opening each")
    opening = opening_ms(given)
    added = guard_ms(next(file for file in given if file.format == "txt"))
    notes.print("one batch of all")
    with tempfile.TemporaryDirectory() as folder:
        took = batch(given, Path(folder))
        notes.print("one batch in a server that somebody uses")
        with chromium() as browser:
            answers = beside(browser, Path(folder))
    problems = tuple(each.problem for each in took.outcomes if each.problem)
    return Result(
        run,
        len(given),
        sum(each.added for each in took.outcomes),
        took.processes,
        took.wall_s,
        took.cpu_s,
        added,
        tuple(_formats(given, took.outcomes, opening)),
        problems,
        *answers,
    )


def _formats(
    given: Sequence[File], outcomes: Sequence[Outcome], opening: Mapping[str, float]
) -> Sequence[Format]:
    counts = Counter(file.format for file in given)
    of_file = {file.name: file.format for file in given}
    rows = []
    for name, count in counts.items():
        own = [each for each in outcomes if of_file[each.name.partition("/")[0]] == name]
        failed = sum(each.problem is not None for each in own)
        reports = sum(each.added for each in own)
        rows.append(Format(name, count, reports, failed, *found(own), opening.get(name)))
    return rows
