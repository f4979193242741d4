"""The tables of the bench of plates as cells of text."""

from bench.plates.measure import Cost
from bench.plates.results import Measured, Result
from bench.tables import NONE, Table

KB = 1000
LABELS_GOAL_S = 0.2


def tables(result: Result) -> list[Table]:
    """Give all tables of a run."""
    return [_files(result), _labels(result), _beside(result)]


def _files(result: Result) -> Table:
    heads = ("what", "processor s", "goal s", "wall s", "kB")
    deck = f"{result.deck.what} ({result.slides} slides)"
    rows = [_row(each.what, each) for each in result.plates] + [_row(deck, result.deck)]
    return Table("Making a file of the sample corpus, warm (medians)", heads, tuple(rows))


def _row(what: str, measured: Measured) -> tuple[str, ...]:
    goal = NONE if measured.goal_s is None else f"{measured.goal_s:.1f}"
    cost = measured.cost
    return what, f"{cost.cpu_s:.2f}", goal, f"{cost.wall_s:.2f}", f"{cost.size / KB:.0f}"


def _labels(result: Result) -> Table:
    heads = ("labels", "processor s", "goal s", "overlaps", "without room")
    crowd = result.labels
    row = (
        str(crowd.labels),
        f"{crowd.cost.cpu_s:.3f}",
        f"{LABELS_GOAL_S}",
        str(crowd.overlaps),
        str(crowd.dropped),
    )
    return Table("Labels in a crowd", heads, (row,))


def _beside(result: Result) -> Table:
    heads = ("system", "wall s", "times as long", "kB")
    plate = result.plates[0].cost
    rows = (_beside_row("Dateline", plate, plate), _beside_row("folium", result.rival, plate))
    return Table("A picture of 1920 × 1080 of the same scene", heads, rows)


def _beside_row(system: str, cost: Cost, plate: Cost) -> tuple[str, ...]:
    ratio = f"{cost.wall_s / plate.wall_s:.1f}"
    return system, f"{cost.wall_s:.2f}", ratio, f"{cost.size / KB:.0f}"
