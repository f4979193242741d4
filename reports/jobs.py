"""Jobs: the reports to read in what somebody gave, which may hold several of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from reports.errors import InputError
from reports.guard import pieces
from reports.intake import Outcome, failure
from reports.read import Opened


@dataclass(frozen=True, slots=True)
class Job:
    """What somebody gave: its name, its bytes, and the publication day they gave for it."""

    name: str
    data: bytes
    published: date | None = None
    basis: str = "given"


def reports_in(
    given: Iterable[Job | Outcome], more: Callable[[int], object] = lambda _: None
) -> Iterator[Job | Outcome]:
    """Open files that hold several reports (an archive, a mail, a feed): a job for each of them.

    Files are opened one by one as the iteration asks for them, within the limits of
    :mod:`reports.guard`; the day that was given for a file is given for each of its reports.

    Parameters
    ----------
    given
        Files in the order they were given; an outcome, as of one that is gone, is passed on.
    more
        Is told how many more entries than one a file came to (-1 for none): for whoever counts.

    Yields
    ------
    Job or Outcome
        A file's reports in its own order, then an outcome that notes what was left out of it. A
        file that cannot be opened, or holds no report, is an outcome with a problem.
    """
    for entry in given:
        entries = [entry] if isinstance(entry, Outcome) else _entries(entry)
        if len(entries) != 1:
            more(len(entries) - 1)
        yield from entries


def _entries(job: Job) -> list[Job | Outcome]:
    try:
        opened = pieces(job.data, job.name)
    except InputError as error:
        return [failure(job.name, str(error))]
    reports = [replace(job, name=piece.name, data=piece.data) for piece in opened.pieces]
    return [*reports, *_rest(job, opened)]


def _rest(job: Job, opened: Opened) -> list[Outcome]:
    """Give an outcome on what was left out, if anything was, or if nothing is left."""
    if opened.pieces and not opened.left_out:
        return []
    empty = f"{job.name} holds no report that can be read: see what was left out, and why."
    rest = failure(job.name, None if opened.pieces else empty)
    return [replace(rest, left_out=opened.left_out)]
