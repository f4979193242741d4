"""The command ``layer``: own layers added, listed and taken out without a browser."""

from pathlib import Path
from typing import Annotated

import typer

from layers.own.content import extent_text
from layers.own.errors import OwnLayerError
from layers.own.settings import DEFAULT_COLOUR, colours
from reports.errors import InputError
from views.console import (
    NOTES,
    CaseName,
    StoreUrl,
    examples,
    gazetteer_with_progress,
    opened_case,
    usage_errors,
)
from views.layers.own import take_in, take_out

layer_app = typer.Typer(
    help="Own layers: shapes that are no report's words, drawn apart with their source.",
    no_args_is_help=True,
)

LayerId = Annotated[str, typer.Argument(metavar="ID", help="As `layer list` prints it.")]


@layer_app.command(
    "add", epilog=examples('layer add depots.geojson --source "Own survey, June 2025"')
)
def add_layers(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="GeoJSON, KML, KMZ, GeoPackage or CSV."),
    ],
    source: Annotated[
        str,
        typer.Option(metavar="TEXT", help="Where they are from: printed wherever they are drawn."),
    ],
    name: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Of a single layer; the file's otherwise.")
    ] = None,
    colour: Annotated[
        str, typer.Option(metavar="COLOUR", help=f"One of {', '.join(colours())}.")
    ] = DEFAULT_COLOUR,
    store_url: StoreUrl = None,
    case: CaseName = None,
) -> None:
    """Add files as layers of the map; prints the id of each, and what was left out and why."""
    if name and len(files) > 1:
        raise typer.BadParameter(
            "names one layer, and several files are given", param_hint="--name"
        )
    if colour not in colours():
        raise typer.BadParameter(f"use one of {', '.join(colours())}", param_hint="--colour")
    with usage_errors():
        store = opened_case(store_url, case)
    failed = 0
    for path in files:
        try:
            file = (path.name, _bytes(path))
            words = (name or "", source)
            kept = take_in(store, file, words, gazetteer_with_progress, {"colour": colour})
        except InputError as error:
            NOTES.print(str(error))
            failed += 1
            continue
        typer.echo(f"{kept.id}\t{len(kept.content['features'])}\t{kept.content['name']}")
        for note in kept.content["notes"]:
            NOTES.print(f"{path.name}: {note}")
    raise typer.Exit(1 if failed else 0)


@layer_app.command("list")
def list_layers(store_url: StoreUrl = None, case: CaseName = None) -> None:
    """List the layers, the uppermost first: id, features, extent, name, source."""
    with usage_errors():
        kept = opened_case(store_url, case).own_layers.kept()
    for each in kept:
        held = each.content
        cells = (each.id, len(held["features"]), extent_text(held), held["name"], held["source"])
        typer.echo("\t".join(map(str, cells)))


@layer_app.command("remove")
def remove_layer(layer_id: LayerId, store_url: StoreUrl = None, case: CaseName = None) -> None:
    """Take a layer off the map; `layer restore` brings it back."""
    with usage_errors():
        if not take_out(opened_case(store_url, case), layer_id):
            raise OwnLayerError(layer_id, "is no layer of this store", "see `layer list`")


@layer_app.command("restore")
def restore_layer(layer_id: LayerId, store_url: StoreUrl = None, case: CaseName = None) -> None:
    """Bring a removed layer back."""
    with usage_errors():
        if not opened_case(store_url, case).own_layers.restore(layer_id):
            raise OwnLayerError(layer_id, "was not removed from this store", "see `layer list`")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        problem = f"cannot be read ({error.strerror})"
        raise OwnLayerError(str(path), problem, "check the name and the permissions") from error
