"""The commands of ``dateline.py bench``: how good Dateline is, beside other tools."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bench.outputs import Outputs
from views.console import NOTES, gazetteer_with_progress, tables_console, usage_errors

bench_app = typer.Typer(help="How good Dateline is, beside other tools.", no_args_is_help=True)
JsonFile = Annotated[
    Path | None, typer.Option("--json", metavar="FILE", help="Write the figures as JSON.")
]
Markdown = Annotated[Path | None, typer.Option(metavar="FILE", help="Write the tables as a page.")]


@bench_app.command("geocode")
def bench_geocode(
    corpora: Annotated[Path, typer.Option(metavar="DIR", help="Folder with corpora, *.jsonl.")],
    predictions: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write what Dateline found here.")
    ] = None,
    sample: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Only N documents of each corpus.")
    ] = None,
    json_file: JsonFile = None,
    markdown: Markdown = None,
    jobs: Annotated[int, typer.Option(metavar="N", min=1, help="Processes.")] = 1,
) -> None:
    """Measure finding and placing names on corpora, with other tools in the same run."""
    from bench.geocode import Options, bench

    gazetteer_with_progress()
    with usage_errors():
        options = Options(corpora, predictions, sample, jobs, json_file, markdown)
        bench(options, date.today(), tables_console(), NOTES)  # noqa: DTZ011 - the user's day


@bench_app.command("claims")
def bench_claims(
    gold: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="Folder of reports with marked figures; may be repeated."),
    ] = None,
    texts: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where their texts are, if not beside them.")
    ] = None,
    json_file: JsonFile = None,
    markdown: Markdown = None,
) -> None:
    """Measure finding and reading figures, with another tool and a constant answer beside it."""
    from bench.claims.run import ORIGINAL, Options, bench

    gazetteer_with_progress()
    with usage_errors():
        options = Options(tuple(gold or [ORIGINAL]), texts, json_file, markdown)
        bench(options, date.today(), tables_console(), NOTES)  # noqa: DTZ011 - the user's day


@bench_app.command("map")
def bench_map(
    json_file: JsonFile = None,
    markdown: Markdown = None,
    *,
    sessions: Annotated[
        bool, typer.Option(help="Watch the server's memory over twenty sessions: minutes more.")
    ] = True,
) -> None:
    """Measure the map page in a real browser, with a streamlit-folium page in the same run."""
    from bench.map.run import bench

    gazetteer_with_progress()
    with usage_errors():
        outputs = Outputs(json_file, markdown)
        bench(outputs, date.today(), tables_console(), NOTES, sessions=sessions)  # noqa: DTZ011 - the user's day


@bench_app.command("plates")
def bench_plates(json_file: JsonFile = None, markdown: Markdown = None) -> None:
    """Measure drawing plates, with folium's picture of the same map in the same run."""
    from bench.plates.run import bench

    gazetteer_with_progress()
    with usage_errors():
        outputs = Outputs(json_file, markdown)
        bench(outputs, date.today(), tables_console(), NOTES)  # noqa: DTZ011 - the user's day


@bench_app.command("present")
def bench_present(json_file: JsonFile = None, markdown: Markdown = None) -> None:
    """Measure the steps of a presentation in a real browser, from the key to the screen."""
    from bench.present.run import bench

    gazetteer_with_progress()
    with usage_errors():
        outputs = Outputs(json_file, markdown)
        bench(outputs, date.today(), tables_console(), NOTES)  # noqa: DTZ011 - the user's day


@bench_app.command("read")
def bench_read(json_file: JsonFile = None, markdown: Markdown = None) -> None:
    """Measure taking in a hundred files of every format, one bad file among them, in one batch."""
    from bench.read.run import bench

    gazetteer_with_progress()
    with usage_errors():
        outputs = Outputs(json_file, markdown)
        bench(outputs, date.today(), tables_console(), NOTES)  # noqa: DTZ011 - the user's day


@bench_app.command("store")
def bench_store(
    reports: Annotated[
        int, typer.Option(metavar="N", min=1, help="How many reports are invented.")
    ] = 5_000,
    json_file: JsonFile = None,
    markdown: Markdown = None,
) -> None:
    """Measure a case of thousands of reports: the store, the scene, and the map in a browser."""
    from bench.store.run import bench

    gazetteer_with_progress()
    with usage_errors():
        outputs = Outputs(json_file, markdown)
        bench(outputs, date.today(), tables_console(), NOTES, reports)  # noqa: DTZ011 - the user's day
