"""What every command prints with: notes on standard error, tables, progress, the end of a call."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from geo.errors import OnlineError
from geo.gazetteer import Gazetteer, open_gazetteer
from reports.errors import InputError

TABLE_WIDTH = 140
"""Characters of a table's line that goes to a file."""
NOTES = Console(stderr=True, highlight=False, soft_wrap=True, markup=False)


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


@contextmanager
def usage_errors() -> Iterator[None]:
    """Turn an error of the whole call into its sentence on standard error and exit code 2."""
    try:
        yield
    except (InputError, OnlineError) as error:
        NOTES.print(str(error))
        raise typer.Exit(2) from None
