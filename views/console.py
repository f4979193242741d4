"""What every command prints with: notes on standard error, tables, progress, the end of a call."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from geo.errors import OnlineError
from geo.gazetteer import Gazetteer, open_gazetteer
from reports.cases import Cases
from reports.errors import InputError
from reports.store import Store

StoreUrl = Annotated[
    str | None,
    typer.Option(
        "--store", metavar="URL", help="SQLAlchemy URL of the store; by default the user's own."
    ),
]
CaseName = Annotated[
    str | None,
    typer.Option(
        "--case",
        metavar="CASE",
        help="A case beside the store, by its name or id (`case list` prints them). By default the"
        " store's own case.",
    ),
]

TABLE_WIDTH = 140
"""Characters of a table's line that goes to a file."""
NOTES = Console(stderr=True, highlight=False, soft_wrap=True, markup=False)


def examples(*lines: str) -> str:
    """Give lines for the end of a command's help that are printed as they stand."""
    return "\b\n" + "\n".join(f"python dateline.py {line}" for line in lines)


def tables_console() -> Console:
    """Give a console for tables: as wide as the terminal, and wide enough in a file."""
    console = Console(highlight=False, markup=False)
    return console if console.is_terminal else Console(width=TABLE_WIDTH, highlight=False)


def gazetteer_with_progress() -> Gazetteer:
    """Open the gazetteer; the first time it is compiled, behind a progress bar."""
    with Progress(
        TextColumn("{task.description}"), BarColumn(), console=NOTES, transient=True
    ) as bar:
        task = None

        def show(done: float, message: str) -> None:
            nonlocal task
            task = bar.add_task(message, total=1.0) if task is None else task
            bar.update(task, completed=done, description=message)

        return open_gazetteer(show)


def day(text: str | None) -> date | None:
    """Read a day as YYYY-MM-DD; wrong usage otherwise."""
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 (a day has no zone)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day; write it as 2025-06-26") from None


def opened_case(store_url: str | None, case: str | None, *, to_add: bool = False) -> Store:
    """Open the store at a URL or, where a case is named, that case beside it.

    Raises
    ------
    CaseError
        When there is no such case, or one that takes no reports is to be added to.
    """
    if case is None:
        return Store(store_url)
    cases = Cases(store_url)
    found = cases.find(case)
    return cases.open(found.adding().id if to_add else found.id)


def opened_id(store_url: str | None, case: str | None) -> str | None:
    """Give the id of the case that is named; CaseError where there is none, or it is archived."""
    return Cases(store_url).find(case).opening().id if case is not None else None


@contextmanager
def usage_errors() -> Iterator[None]:
    """Turn an error of the whole call into its sentence on standard error and exit code 2."""
    try:
        yield
    except (InputError, OnlineError) as error:
        NOTES.print(str(error))
        raise typer.Exit(2) from None
