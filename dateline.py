"""Dateline on the command line: news reports in, briefing maps out.

Exit codes: 0 done, 1 some inputs failed (each named on standard error), 2 wrong usage.
"""

import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TextColumn

from bench.commands import bench_app
from views.briefing.command import briefing_app
from views.cases.command import case_app
from views.changes_command import changes
from views.console import (
    NOTES,
    CaseName,
    StoreUrl,
    examples,
    gazetteer_with_progress,
    opened_case,
    opened_id,
    usage_errors,
)
from views.export.command import export
from views.intake.extract import extract
from views.intake.ingest import ingest
from views.layers.command import layer_app

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
app.add_typer(case_app, name="case")
app.add_typer(layer_app, name="layer")

app.command(
    epilog=examples(
        "extract report.txt --published 2025-06-26",
        "extract news.zip inbox/ --manifest days.csv --out read/",
    )
)(extract)
app.command(
    epilog=examples(
        'ingest reports/ --recursive --case "Builders for Kursk"',
        "ingest inbox/ --watch --json",
    )
)(ingest)
app.command(
    epilog=examples(
        "export plate.png plate.pdf --size a4 --from 2025-01-01 --to 2025-06-30",
        "export map.gpkg figures.xlsx --view view.json",
        "export briefing.pptx handout.pdf story.html --briefing briefing.json",
        'export press.pdf press.csv --coarsen 0.1 --withhold "Kim*" --strip',
    )
)(export)
app.command(
    epilog=examples("changes --since 2025-06-01 --format markdown", "changes --since briefing.json")
)(changes)


@app.command(epilog=examples("serve --port 8600"))
def serve(
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1.")] = 8501,
    store_url: StoreUrl = None,
    case: CaseName = None,
) -> None:
    """Start the dashboard on this machine and print its address.

    It opens the case that was used last, or the one named here.
    """
    from views.serve import serve_dashboard

    with usage_errors():
        opened_case(store_url, None).close()  # what keeps it from opening is said here and now
        first = opened_id(store_url, case)
    gazetteer_with_progress()
    serve_dashboard(port, store_url, first)


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


if __name__ == "__main__":
    app()
