"""What ``extract`` and ``ingest`` are both told on the command line."""

from pathlib import Path
from typing import Annotated

import typer

from reports.batch import FEW, MOST_PROCESSES, Finish, unchanged
from views.console import NOTES

Published = Annotated[
    str | None, typer.Option(metavar="DAY", help="Publication day of every file, as 2025-06-26.")
]
Manifest = Annotated[
    Path | None,
    typer.Option(
        metavar="CSV",
        help="A CSV with the columns file,published; one among the files is found by itself.",
    ),
]
Recursive = Annotated[
    bool, typer.Option("--recursive", help="Of a folder, take what is in its folders, too.")
]
Jobs = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=1,
        help=f"Processes that search side by side, up to 1 GB each. By default 1 for fewer than"
        f" {FEW} reports, else one a core, {MOST_PROCESSES} at most.",
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
