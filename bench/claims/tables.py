"""The tables of the bench of figures as cells of text."""

from collections.abc import Sequence

from bench.claims.results import Result, Row
from bench.speed import Speed
from bench.tables import NONE, Table, share

MS = 1000
THOUSAND = 1000


def tables(result: Result) -> list[Table]:
    """Give all tables of a run."""
    made = [found(result), read(result), stated(result), speeds(result.speeds)]
    return [table for table in made if table.rows]


def found(result: Result) -> Table:
    """Give how many figures are found, and how many of the found are figures."""
    heads = (
        "set",
        "system",
        "reports",
        "figures",
        "recall core",
        "recall all",
        "precision",
        "joint",
    )
    rows = [
        (
            row.set,
            row.system,
            str(row.reports),
            str(row.figures),
            *map(share, (row.scores.recall_core, row.scores.recall_all, row.scores.precision)),
            share(row.scores.joint),
        )
        for row in result.rows
    ]
    absent = [
        ("all", f"{name} (not installed: {way})", *[NONE] * (len(heads) - 2))
        for name, way in result.absent.items()
    ]
    return Table("Figures found", heads, (*rows, *absent))


def read(result: Result) -> Table:
    """Give how many of the found core figures have unit, category, group and status right."""
    fields = {"unit": "unit", "category": "category", "group": "group", "modality": "status"}
    rows = tuple(
        (row.set, row.system, *(share(row.scores.fields[field]) for field in fields))
        for row in result.rows
    )
    return Table("Found core figures read right", ("set", "system", *fields.values()), rows)


def stated(result: Result) -> Table:
    """Give how many of the places and dates that people saw stated are right."""
    fields = ("place", "from", "to", "when")
    rows = tuple(
        (row.set, row.system, *(_of(row, field) for field in fields)) for row in result.rows
    )
    return Table("Places and dates right, where there is one", ("set", "system", *fields), rows)


def _of(row: Row, field: str) -> str:
    return f"{share(row.scores.stated[field])} of {row.scores.counts[field]}"


def speeds(measured: Sequence[Speed]) -> Table:
    """Give the time of an average report and the memory, on one core."""
    heads = (
        "system",
        "ready s",
        "ms a report",
        "median",
        "ms per 1,000 characters",
        "peak MiB",
        "characters each",
    )
    rows = tuple(
        (
            each.system,
            f"{each.ready_s:.1f}",
            f"{MS / each.documents_per_s:.0f}",
            f"{MS * each.median_s:.0f}",
            f"{MS * THOUSAND * each.s_per_character:.0f}",
            NONE if each.peak_mib is None else f"{each.peak_mib:.0f}",
            f"{each.mean_characters:.0f}",
        )
        for each in measured
    )
    return Table("Speed on one core: Dateline's whole extraction", heads, rows)
