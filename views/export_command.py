"""The command ``export``: pictures, pages and data from the command line."""

from pathlib import Path
from typing import Annotated

import typer

from reports.store import Store
from views.console import NOTES, day, gazetteer_with_progress, usage_errors

StoreUrl = Annotated[
    str | None, typer.Option("--store", metavar="URL", help="SQLAlchemy URL of the store.")
]


def export(
    outs: Annotated[
        list[Path],
        typer.Argument(
            metavar="OUT...",
            help="Files to write: .png .svg .pdf .html .geojson .gpkg .kml .csv .xlsx .parquet"
            " .pptx, handout.pdf",
        ),
    ],
    store_url: StoreUrl = None,
    view: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A saved view, or the sidecar of an export (JSON)."),
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
    size: Annotated[
        str, typer.Option(metavar="SIZE", help="Size of pictures: hd, 4k or a4.")
    ] = "hd",
) -> None:
    """Write the map as a picture or as one file that works by itself, or what it shows as data."""
    from views.export import Asked, export_files

    with usage_errors():
        asked = Asked(view, (day(start), day(end)), everything, shape, best, sidecar, size)
        store, gazetteer = Store(store_url), gazetteer_with_progress()
        for line in export_files(outs, store, gazetteer, asked):
            NOTES.print(line)
