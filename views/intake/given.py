"""Opening what the command line was given, and telling how far the work is."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from reports.errors import InputError, ReportError
from reports.inputs import Input, manifests
from reports.intake import Outcome, failure
from reports.jobs import Job, reports_in
from views.console import NOTES

STDIN = Path("-")

More = Callable[[int], None]
Done = Callable[[], None]


def entries(given: Iterable[Input], more: More = lambda _: None) -> Iterator[Job | Outcome]:
    """Open files one by one as they are asked for, and what they hold; see ``reports_in``."""
    return reports_in(map(_job, given), more)


def tell_manifests(paths: Sequence[Path], named: Path | None, *, recursive: bool) -> None:
    """Say of each manifest that lies among the files, and was not named, that it is no report."""
    for path in manifests(paths, recursive=recursive):
        if named is None or path.resolve() != named.resolve():
            NOTES.print(f"{path} lists publication days: they count for the files that it names.")


def _job(item: Input) -> Job | Outcome:
    """Open one input; a file that cannot be opened is a failure to be named in its turn."""
    name = "stdin.txt" if item.path == STDIN else item.path.name
    try:
        return Job(name, _bytes(item.path), item.published, item.basis)
    except InputError as error:
        return failure(name, str(error))


def _bytes(path: Path) -> bytes:
    """Read a file or, for ``-``, standard input; a ReportError names what cannot be read."""
    if path == STDIN:
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReportError(
            str(path), f"cannot be read ({error.strerror})", "check the name and the permissions"
        ) from error


@contextmanager
def progress(count: int, *, quiet: bool) -> Iterator[tuple[Done, More]]:
    """Show a bar on standard error: one function counts what is done, the other what comes more."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=NOTES, transient=True, disable=quiet) as bar:
        task = bar.add_task("Reading", total=count)

        def more(number: int) -> None:
            nonlocal count
            count += number
            bar.update(task, total=count)

        yield lambda: bar.advance(task), more
