"""The tables of the geocoding bench as cells of text, for the terminal and for the docs alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bench.published import Published
from bench.reliability import Reliability
from bench.results import PARTS, Result, Row
from bench.speed import Speed
from bench.systems import SPACY

NONE = "–"


@dataclass(frozen=True, slots=True)
class Table:
    """A title, the heads of the columns, and rows of as many cells."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(result: Result, others: Sequence[Published]) -> list[Table]:
    """Give all tables of a run."""
    made = [
        headline(result, others),
        details(result),
        roles(result),
        reliable("Reliability: places of rightly found names, held out", result.places),
        reliable("Reliability: everything with a place, held out", result.pins),
        speeds(result.speeds),
    ]
    return [table for table in made if table.rows]


def headline(result: Result, others: Sequence[Published]) -> Table:
    """Give the end-to-end F1 of every system on every corpus: held out, seen, all."""
    by_cell = {(row.system, row.part, row.corpus): row for row in result.rows}
    corpora = tuple(dict.fromkeys(row.corpus for row in result.rows))
    measured = [
        (system, part, *(_with_interval(by_cell.get((system, part, corpus))) for corpus in corpora))
        for part in PARTS
        for system in dict.fromkeys(row.system for row in result.rows)
    ]
    absent = [
        (f"{name} (not installed: {way})", NONE, *[NONE] * len(corpora))
        for name, way in result.absent.items()
    ]
    quoted = [
        (f"{other.name} (published)", "all", *(share(other.f1.get(each)) for each in corpora))
        for other in others
        if other.f1.keys() & set(corpora)
    ]
    title = "End-to-end F1 at 161 km, strict spans, with 95 % intervals"
    return Table(title, ("system", "part", *corpora), (*measured, *absent, *quoted))


def details(result: Result) -> Table:
    """Give recognition, accuracy, median error and both ends on the held-out halves."""
    heads = (
        "corpus", "system", "texts", "P", "R", "F1", "acc@161", "median km", "e2e P", "e2e R",
    )  # fmt: skip
    rows = tuple(
        (
            row.corpus,
            row.system,
            str(row.documents),
            *map(share, (row.scores.precision, row.scores.recall, row.scores.f1)),
            share(row.scores.accuracy),
            NONE if row.scores.median_km is None else f"{row.scores.median_km:.1f}",
            *map(share, (row.scores.end_precision, row.scores.end_recall)),
        )
        for row in _held_out(result)
    )
    return Table("Held out: names found (P, R, F1), places right, end to end", heads, rows)


def roles(result: Result) -> Table:
    """Give the map of literal names, where a corpus flags them."""
    rows = tuple(
        (
            row.corpus,
            row.system,
            *map(share, (row.roles.map_precision, row.roles.map_recall, row.roles.accuracy)),
        )
        for row in _held_out(result)
        if row.roles
    )
    heads = ("corpus", "system", "map precision", "map recall", "role accuracy")
    return Table("Literal names alone, held out", heads, rows)


def reliable(title: str, found: Reliability) -> Table:
    """Give the bins of a reliability."""
    rows = tuple(
        (
            f"{each.low:.1f}–{each.high:.1f}",
            str(each.count),
            *map(share, (each.confidence, each.right)),
        )
        for each in found.bins
    )
    error = f"{title} (expected calibration error {found.error:.3f})"
    return Table(error, ("called", "count", "mean confidence", "right"), rows)


def speeds(measured: Sequence[Speed]) -> Table:
    """Give speed and memory beside those of spaCy with the most populous place."""
    base = next((each for each in measured if each.system == SPACY), None)
    heads = (
        "system",
        "ready s",
        "documents/s",
        "× spaCy's",
        "peak MiB",
        "characters each",
    )
    rows = tuple(
        (
            each.system,
            f"{each.ready_s:.1f}",
            f"{each.documents_per_s:.1f}",
            f"{each.documents_per_s / base.documents_per_s:.2f}" if base else NONE,
            NONE if each.peak_mib is None else f"{each.peak_mib:.0f}",
            f"{each.mean_characters:.0f}",
        )
        for each in measured
    )
    return Table("Speed on one core, recognition to footprint", heads, rows)


def _with_interval(row: Row | None) -> str:
    if row is None:
        return NONE
    low, high = row.interval
    return f"{share(row.scores.end_f1)} [{share(low)}–{share(high)}]"


def _held_out(result: Result) -> Iterator[Row]:
    return (row for row in result.rows if row.part == "held out")


def share(value: float | None) -> str:
    """Write a share as printed everywhere: three digits, no leading zero.

    >>> share(0.4784), share(1.0), share(None)
    ('.478', '1.000', '–')
    """
    return NONE if value is None else f"{value:.3f}".removeprefix("0")
