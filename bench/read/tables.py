"""The tables of the bench of taking in files as cells of text."""

from bench.read.beside import Answers
from bench.read.results import Format, Result
from bench.tables import NONE, Table

GOAL_S = 0.5
GUARD_GOAL_MS = 10


def tables(result: Result) -> list[Table]:
    """Give all tables of a run."""
    return [_batch(result), _formats(result), _guard(result), _answers(result), _failed(result)]


def _batch(result: Result) -> Table:
    heads = ("files", "reports", "processes", "wall s", "processor s", "wall s a file", "goal s")
    cpu = NONE if result.cpu_s is None else f"{result.cpu_s:.1f}"
    row = (
        str(result.files),
        str(result.reports),
        str(result.processes),
        f"{result.wall_s:.1f}",
        cpu,
        f"{result.wall_s / result.files:.2f}",
        f"{GOAL_S}",
    )
    return Table("One batch, from files to stored places and figures", heads, (row,))


def _formats(result: Result) -> Table:
    heads = ("format", "files", "reports", "failed", "places", "figures", "ms to open a file")
    return Table("By format", heads, tuple(map(_row, result.formats)))


def _row(one: Format) -> tuple[str, ...]:
    opening = NONE if one.opening_ms is None else f"{one.opening_ms:.0f}"
    counts = (one.files, one.reports, one.failed, one.places, one.figures)
    return one.name, *map(str, counts), opening


def _guard(result: Result) -> Table:
    row = ("plain text of 2,500 characters", f"{result.guard_ms:.1f}", str(GUARD_GOAL_MS))
    return Table("What the guarded process adds", ("file", "ms", "goal ms"), (row,))


def _answers(result: Result) -> Table:
    heads = ("server", "presses", "median ms", "19 of 20 within ms")
    rows = (_answer("idle", result.idle), _answer("taking the files in", result.at_work))
    return Table("From a press to the page that answers it", heads, rows)


def _answer(state: str, answers: Answers) -> tuple[str, ...]:
    return state, str(answers.presses), f"{answers.median_ms:.0f}", f"{answers.most_ms:.0f}"


def _failed(result: Result) -> Table:
    return Table("What failed", ("sentence",), tuple((each,) for each in result.problems))
