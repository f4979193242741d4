"""The command ``briefing``: drafted, listed and handed on without a browser."""

from pathlib import Path
from typing import Annotated

import typer

from views.console import (
    NOTES,
    CaseName,
    StoreUrl,
    day,
    examples,
    gazetteer_with_progress,
    opened_case,
    usage_errors,
)

briefing_app = typer.Typer(help="Briefings: views in an order, with words.", no_args_is_help=True)

BriefingFile = Annotated[Path, typer.Argument(metavar="FILE", help="A briefing as JSON.")]


@briefing_app.command(
    "draft", epilog=examples("briefing draft briefing.json --from 2025-01-01 --to 2025-06-30")
)
def draft_briefing(
    out: Annotated[Path, typer.Argument(metavar="OUT.json", help="File to write.")],
    store_url: StoreUrl = None,
    case: CaseName = None,
    view: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A saved view, or the sidecar of an export (JSON)."),
    ] = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="First day shown.")
    ] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DAY", help="Last day shown.")] = None,
) -> None:
    """Draft a briefing of what a view shows; `briefing import` puts it into a case.

    A file that is there already is written over.
    """
    from layers.briefing.draft import draft
    from layers.briefing.exchange import as_file
    from views.assemble import assemble
    from views.export.writing import windowed, write_whole
    from views.opened import open_view

    with usage_errors():
        saved = windowed(open_view(view).view if view else {}, (day(start), day(end)))
        scene = assemble(opened_case(store_url, case), gazetteer_with_progress())
        made = draft(scene, saved)
        write_whole(out, as_file(made))
    NOTES.print(f"{out}: {made.title}")
    for number, step in enumerate(made.steps, 1):
        NOTES.print(f"{number}. {step.title}")


@briefing_app.command("list")
def list_briefings(store_url: StoreUrl = None, case: CaseName = None) -> None:
    """List the briefings of a case: id, last change (UTC), title."""
    with usage_errors():
        saved = opened_case(store_url, case).briefings.saved()
    for each in saved:
        typer.echo(f"{each.id}\t{each.updated[:16]}\t{each.title}")


@briefing_app.command("import", epilog=examples("briefing import briefing.json"))
def import_briefing(path: BriefingFile, store_url: StoreUrl = None, case: CaseName = None) -> None:
    """Put a briefing from a file into a case, and print its id."""
    from layers.briefing.exchange import open_file
    from views.briefing.shelf import keep

    with usage_errors():
        kept = keep(opened_case(store_url, case), open_file(path))
    typer.echo(kept.id)


@briefing_app.command("export")
def export_briefing(
    briefing_id: Annotated[str, typer.Argument(metavar="ID", help="As `briefing list` prints it.")],
    out: Annotated[Path, typer.Argument(metavar="OUT.json", help="File to write.")],
    store_url: StoreUrl = None,
    case: CaseName = None,
) -> None:
    """Write a briefing of a case to a file; one that is there already is written over."""
    from layers.briefing.exchange import as_file
    from views.briefing.shelf import fetch
    from views.export.writing import write_whole

    with usage_errors():
        write_whole(out, as_file(fetch(opened_case(store_url, case), briefing_id)))
