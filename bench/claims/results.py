"""What a run of the bench of figures came to, as values that can be printed or kept as JSON."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from bench.claims.gold import GoldSet, Marked
from bench.claims.scoring import Scores, Tally, scores, tally
from bench.claims.systems import Reader, commonest, readers
from bench.results import Made
from bench.speed import Speed


@dataclass(frozen=True, slots=True)
class Row:
    """The scores of one system on one set of reports."""

    set: str
    system: str
    reports: int
    figures: int
    scores: Scores


@dataclass(frozen=True, slots=True)
class Result:
    """Everything a run came to; ``problems`` are sentences about what was left out."""

    made: Made
    rows: tuple[Row, ...]
    absent: Mapping[str, str]
    speeds: tuple[Speed, ...]
    problems: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Give it as plain lists and dicts."""
        return asdict(self)


def evaluate(
    sets: Sequence[GoldSet], advance: Callable[[], object]
) -> tuple[list[Row], dict[str, str], list[str]]:
    """Let every system read every report, and score it.

    Returns
    -------
    tuple
        The rows, the systems that are absent, and what went wrong.
    """
    rows: list[Row] = []
    absent: dict[str, str] = {}
    problems: list[str] = []
    for gold in sets:
        problems += gold.broken
        ready, absent = readers(commonest(gold.reports))
        for name, reader in ready.items():
            tallies = []
            for report in gold.reports:
                found, failure = _read(reader, report, name)
                problems += [f"{gold.name}, {failure}"] if failure else []
                tallies.append(tally(report.gold, found))
                advance()
            rows.append(_row(gold, name, tallies))
    return rows, absent, problems


def _read(reader: Reader, report: Any, name: str) -> tuple[Marked, str | None]:  # noqa: ANN401
    try:
        return reader(report), None
    except Exception as error:  # noqa: BLE001 - whatever goes wrong is the measured one's doing
        said = f"{report.name}: {name} failed with {type(error).__name__}: {error}"
        return Marked(report.gold.text, ()), f"{said}; counted as nothing found"


def _row(gold: GoldSet, system: str, tallies: Sequence[Tally]) -> Row:
    figures = sum(len(report.gold.figures) for report in gold.reports)
    return Row(gold.name, system, len(gold.reports), figures, scores(tallies))
