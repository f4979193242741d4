"""The command ``export``: pictures, pages and data from the command line."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from views.console import (
    NOTES,
    CaseName,
    StoreUrl,
    day,
    gazetteer_with_progress,
    opened_case,
    usage_errors,
)
from views.export.batch import ending, export_batch, make_folder, outputs, views_in
from views.export.writing import Asked, Source, export_files


def export(
    outs: Annotated[
        list[Path],
        typer.Argument(
            metavar="OUT...",
            help="Files to write: .png .svg .pdf .html .geojson .gpkg .kml .csv .xlsx .parquet"
            " .pptx, handout.pdf. With --views, the folder to write to.",
        ),
    ],
    store_url: StoreUrl = None,
    case: CaseName = None,
    view: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="A saved view, or the sidecar of an export (JSON); or a folder."
        ),
    ] = None,
    views: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Views to export one by one, each under its name."),
    ] = None,
    briefing: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="A briefing (JSON), told by .html, .pptx and handout.pdf."
        ),
    ] = None,
    kinds: Annotated[
        list[str] | None,
        typer.Option("--as", metavar="KIND", help="With --views: png (usual), pdf, pptx, …"),
    ] = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="First day shown.")
    ] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="DAY", help="Last day shown.")] = None,
    everything: Annotated[
        bool | None,
        typer.Option(
            "--all/--filtered", help="Data: all in the store, or what the view shows (usual)."
        ),
    ] = None,
    shape: Annotated[
        str,
        typer.Option(
            metavar="SHAPE",
            help="Columns of .csv: items (names and figures), or claims, acled, ucdp (figures).",
        ),
    ] = "items",
    best: Annotated[
        str | None,
        typer.Option(
            metavar="RULE",
            help="Fill the best column of data by a rule: latest, highest, lowest, median or"
            " source:NAME. Without a rule it stays empty.",
        ),
    ] = None,
    sidecar: Annotated[  # noqa: FBT002  a switch of the command line
        bool, typer.Option(help="Write FILE.dateline.json beside each file: it opens the view.")
    ] = True,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Instead of one that names the places.")
    ] = None,
    size: Annotated[
        str | None, typer.Option(metavar="SIZE", help="Of pictures: hd (usual), 4k or a4.")
    ] = None,
    theme: Annotated[
        str | None, typer.Option(metavar="THEME", help="light (usual) or dark.")
    ] = None,
    names: Annotated[
        str | None,
        typer.Option(metavar="LANGUAGE", help="Of labels: both, en, local, ru, uk or ko."),
    ] = None,
    units: Annotated[
        str | None,
        typer.Option(
            metavar="UNIT",
            help="Of scale bars and computed lengths: km (usual) or mi. What a report says stays"
            " as it says it.",
        ),
    ] = None,
    banner: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Handling marking, above and below.")
    ] = None,
    page: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Page number of a picture, as 2 / 5.")
    ] = None,
    coarsen: Annotated[
        str | None,
        typer.Option(metavar="STEP", help="Tell places to 0.01 or 0.1 degrees, or by adm1."),
    ] = None,
    withhold: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="A name or word replaced everywhere; with * for any ending."
        ),
    ] = None,
    strip: Annotated[
        bool | None,
        typer.Option("--strip/--no-strip", help="Leave out addresses, authors, properties."),
    ] = None,
) -> None:
    """Write the map as a picture or as one file that works by itself, or what it shows as data.

    The ending of each file says what it becomes. What is shown is what the view, the briefing or
    the days let through; without any of them, all that is in the store. A file that is there
    already is written over.
    """
    look = {
        "everything": everything, "best": best, "title": title, "theme": theme, "size": size,
        "units": units, "banner": banner, "page": page, "coarsen": coarsen, "strip": strip,
    }  # fmt: skip
    folder = views or (view if view and view.is_dir() else None)
    with usage_errors():
        days, words = (day(start), day(end)), tuple(withhold or ())
        asked = Asked(view, days, names, look, shape, words, sidecar, briefing)
        todo = views_in(folder) if folder else []
        endings = [ending(kind) for kind in kinds or ["png"]]
        source = Source(opened_case(store_url, case), gazetteer_with_progress())
        if folder is None:
            for line in export_files(outs, source, asked):
                NOTES.print(line)
            return
        make_folder(_one_folder(outs))
    _batch(todo, outputs(todo, outs[0], endings), source, asked)


def _one_folder(outs: Sequence[Path]) -> Path:
    if len(outs) != 1:
        raise typer.BadParameter("with --views, give one folder", param_hint="OUT...")
    return outs[0]


def _batch(
    views: Sequence[Path], outs: Sequence[Sequence[Path]], source: Source, asked: Asked
) -> None:
    """Export behind a progress bar on standard error; exit with 1 where a view failed."""
    failed = 0
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=NOTES, transient=True) as bar:
        task = bar.add_task("Exporting", total=len(views))
        for done in export_batch(views, outs, source, asked):
            bar.advance(task)
            failed += done.problem is not None
            for note in (done.problem,) if done.problem else done.notes:
                NOTES.print(note)
    NOTES.print(f"{len(views) - failed} of {len(views)} views exported to {outs[0][0].parent}")
    raise typer.Exit(1 if failed else 0)
