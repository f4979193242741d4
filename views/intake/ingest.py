"""The command ``ingest``: reports into the store, once or as they arrive."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from reports.batch import Finish
from reports.batch import ingest as ingest_reports
from reports.inputs import Input, inputs
from reports.intake import Outcome
from reports.store import Store
from views.console import (
    CaseName,
    StoreUrl,
    day,
    gazetteer_with_progress,
    opened_case,
    usage_errors,
)
from views.intake.given import entries, progress, tell_manifests
from views.intake.options import Jobs, Manifest, Online, Published, Recursive, online_help
from views.intake.telling import Tell, as_line, as_words
from views.intake.watching import arriving, until_stopped


def ingest(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="Reports, and files and folders that hold some."),
    ],
    published: Published = None,
    manifest: Manifest = None,
    store_url: StoreUrl = None,
    case: CaseName = None,
    jobs: Jobs = None,
    online: Online = None,
    *,
    recursive: Recursive = False,
    watch: Annotated[
        bool,
        typer.Option(
            "--watch",
            help="Stay, and take in what arrives in the folders once it has been copied whole."
            " Files stay where they are; Ctrl-C ends it.",
        ),
    ] = False,
    machine: Annotated[
        bool, typer.Option("--json", help="Print a JSON object a report, one a line.")
    ] = False,
) -> None:
    """Read reports into the store; a summary line a report.

    Files are text, web pages, Markdown, Word, PDF, mails, CSV tables, feeds, and zip archives of
    these. The same file twice is one report. Summaries go to standard output.
    """
    with usage_errors():
        listed = partial(inputs, paths, day(published), manifest, recursive=recursive)
        todo = listed()
        tell_manifests(paths, manifest, recursive=recursive)
        finish = online_help(online)
        store = opened_case(store_url, case, to_add=True)
    if watch and not all(path.is_dir() for path in paths):
        raise typer.BadParameter("only folders can be watched", param_hint="--watch")
    gazetteer_with_progress()
    take = partial(_take, store=store, jobs=jobs, finish=finish)
    tell = as_line if machine else as_words
    if watch:
        with until_stopped():
            for arrived in arriving(listed):
                _told(take(arrived, quiet=True), tell)
        raise typer.Exit(0)
    failed = _told(take(todo, quiet=False), tell)
    raise typer.Exit(1 if failed else 0)


def _take(
    given: Sequence[Input], store: Store, jobs: int | None, finish: Finish, *, quiet: bool
) -> Iterator[Outcome]:
    with progress(len(given), quiet=quiet) as (done, more):
        for outcome in ingest_reports(entries(given, more), store, jobs, finish):
            done()
            yield outcome


def _told(outcomes: Iterator[Outcome], tell: Tell) -> int:
    """Tell what comes of each report, and count those that failed."""
    failed = 0
    for outcome in outcomes:
        tell(outcome)
        failed += outcome.problem is not None
    return failed
