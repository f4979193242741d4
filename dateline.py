"""Dateline on the command line: news reports in, briefing maps out.

Exit codes: 0 done, 1 some inputs failed (each named on standard error), 2 wrong usage.
"""

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from bench.commands import bench_app
from reports.batch import (
    FEW,
    MOST_PROCESSES,
    Finish,
    extractions,
    processes,
    unchanged,
)
from reports.batch import ingest as ingest_reports
from reports.errors import InputError, ReportError
from reports.ingest import Extraction
from reports.inputs import Input, inputs
from reports.intake import Outcome, failure
from reports.jobs import Job, reports_in
from reports.schema import as_json
from reports.store import Store
from views.briefing.command import briefing_app
from views.changes_command import changes
from views.console import NOTES, day, gazetteer_with_progress, usage_errors
from views.export_command import StoreUrl, export

STDIN = Path("-")
Result = TypeVar("Result")

app = typer.Typer(
    help="News reports in, briefing maps out. Works with the network unplugged.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
)
data_app = typer.Typer(help="The data that ships with Dateline.", no_args_is_help=True)
app.add_typer(data_app, name="data")
app.add_typer(bench_app, name="bench")
app.add_typer(briefing_app, name="briefing")

Published = Annotated[
    str | None, typer.Option(metavar="DAY", help="Publication day of every file, as 2025-06-26.")
]
Manifest = Annotated[
    Path | None, typer.Option(metavar="CSV", help="A CSV with the columns file,published.")
]
Jobs = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=1,
        help=f"Processes that read side by side, up to 1 GB each. By default 1 for fewer than {FEW}"
        f" files, else one a core, {MOST_PROCESSES} at most.",
    ),
]
Online = Annotated[
    str | None,
    typer.Option(
        metavar="GEOCODER",
        help="Ask nominatim, photon, geonames or pelias for names that have no place: one name a"
        " request, nothing else of a report. Without this option nothing is sent anywhere.",
    ),
]


@app.command()
def extract(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Reports; - is standard input.")
    ],
    published: Published = None,
    manifest: Manifest = None,
    out: Annotated[Path | None, typer.Option(metavar="DIR", help="Write <slug>.json here.")] = None,
    jobs: Jobs = None,
    online: Online = None,
    form: Annotated[str, typer.Option("--format", help="json is the only one.")] = "json",
) -> None:
    """Print the places and figures of reports as JSON; nothing is stored."""
    if form != "json":
        raise typer.BadParameter("json is the only format", param_hint="--format")
    if len(files) > 1 and out is None:
        raise typer.BadParameter("several files need --out DIR", param_hint="FILE...")
    with usage_errors():
        todo = inputs(files, day(published), manifest)
    alike = [slug for slug, count in Counter(i.slug for i in todo).items() if count > 1]
    if alike:
        raise typer.BadParameter(f"two files share the name {alike[0]}", param_hint="FILE...")
    with usage_errors():
        finish = online_help(online)
    gazetteer_with_progress()
    failed = 0
    results = extractions(reports_in(map(job, todo)), jobs or processes(len(todo)))
    for result in steps(results, len(todo), quiet=out is None):
        if isinstance(result, Outcome):
            NOTES.print(result.sentence)
            failed += 1
            continue
        _, extraction = result
        print_notes(extraction.reading.name, extraction.notes)
        write_json(finish(extraction), out)
    raise typer.Exit(1 if failed else 0)


@app.command()
def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders.")],
    published: Published = None,
    manifest: Manifest = None,
    store_url: StoreUrl = None,
    jobs: Jobs = None,
    online: Online = None,
) -> None:
    """Read reports into the store; a summary line a file."""
    with usage_errors():
        todo = inputs(paths, day(published), manifest)
        finish = online_help(online)
        store = Store(store_url)
    gazetteer_with_progress()
    failed = 0
    outcomes = ingest_reports(
        reports_in(map(job, todo)), store, jobs or processes(len(todo)), finish
    )
    for outcome in steps(outcomes, len(todo), quiet=False):
        failed += outcome.problem is not None
        (NOTES.print if outcome.problem else typer.echo)(outcome.sentence)
        print_notes(outcome.name, outcome.notes)
    raise typer.Exit(1 if failed else 0)


app.command()(export)
app.command()(changes)


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1.")] = 8501,
    store_url: StoreUrl = None,
) -> None:
    """Start the dashboard on this machine and print its address."""
    from views.serve import serve_dashboard

    gazetteer_with_progress()
    serve_dashboard(port, store_url)


@data_app.command("build")
def data_build() -> None:
    """Rebuild the committed boundaries, fonts and browser assets from pinned packages."""
    from data.build.run import build

    with Progress(
        TextColumn("{task.description}"), BarColumn(), console=NOTES, transient=False
    ) as bar:
        task = bar.add_task("data", total=1.0)

        def show(done: float, message: str) -> None:
            bar.update(task, completed=done, description=message)

        with tempfile.TemporaryDirectory() as work:
            build(Path(work), show)


@data_app.command("info")
def data_info() -> None:
    """List what ships: source, version, licence."""
    from data.build.run import info

    for part in info():
        typer.echo(f"{part.folder}: {part.files} files, {part.size / 1e6:.1f} MB, {part.sha256}")


def steps(results: Iterable[Result], count: int, *, quiet: bool) -> Iterator[Result]:
    """Go through results behind a progress bar on standard error."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=NOTES, transient=True, disable=quiet) as bar:
        yield from bar.track(results, total=count, description="Reading")


def job(item: Input) -> Job | Outcome:
    """Open one input; a file that cannot be opened is a failure to be named in its turn."""
    name = name_of(item.path)
    try:
        return Job(name, read_bytes(item.path), item.published, item.basis)
    except InputError as error:
        return failure(name, str(error))


def print_notes(name: str, notes: Iterable[str]) -> None:
    """Print what a reader should know of a report on standard error, after its name."""
    for note in notes:
        NOTES.print(note if note.startswith(name) else f"{name}: {note}")


def write_json(extraction: Extraction, out: Path | None) -> None:
    """Print an extraction, or write it to ``<slug>.json`` in a folder."""
    text = json.dumps(as_json(extraction), ensure_ascii=False, indent=1, allow_nan=False)
    if out is None:
        typer.echo(text)
        return
    out.mkdir(parents=True, exist_ok=True)
    (out / f"{extraction.reading.slug}.json").write_text(text + "\n", encoding="utf-8")


def read_bytes(path: Path) -> bytes:
    """Read a file or, for ``-``, standard input; a ReportError names what cannot be read."""
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReportError(
            str(path), f"cannot be read ({error.strerror})", "check the name and the permissions"
        ) from error


def name_of(path: Path) -> str:
    """Name an input for its reader: the base name, or a text file for standard input."""
    return "stdin.txt" if path == STDIN else path.name


def online_help(provider_id: str | None) -> Finish:
    """Give what asks an online geocoder, saying first what will be sent where; nothing if None."""
    if provider_id is None:
        return unchanged
    from geo.online import OnlineGazetteer, provider
    from reports.online import asking

    chosen = provider(provider_id)
    NOTES.print(
        f"Names without a place are sent to {chosen.host}, one a request, and nothing else of the"
        f" reports. {chosen.attribution}."
    )
    return asking(OnlineGazetteer(chosen).lookup, NOTES.print)


if __name__ == "__main__":
    app()
