"""The command ``changes``: what has changed in the reports since a briefing or a day."""

from typing import Annotated

import typer

from views.console import (
    CaseName,
    StoreUrl,
    gazetteer_with_progress,
    opened_case,
    usage_errors,
)


def changes(
    since: Annotated[
        str,
        typer.Option(metavar="DAY|FILE", help="A day as 2025-06-26, or a briefing (JSON)."),
    ],
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text, json or markdown.")
    ] = "text",
    store_url: StoreUrl = None,
    case: CaseName = None,
) -> None:
    """Print what has changed in the reports since a day or a briefing, with the sentences.

    New reports and places, figures that were revised, counted again or told otherwise, disagreement
    that came or went, denials, plans told as done. It goes to standard output.
    """
    from views.assemble import assemble
    from views.changes import FORMS, before, compared

    if form not in FORMS:
        raise typer.BadParameter(f"use {', '.join(FORMS)}", param_hint="--format")
    with usage_errors():
        before(since)
        scene = assemble(opened_case(store_url, case), gazetteer_with_progress())
        typer.echo(FORMS[form](compared(scene, since)))
