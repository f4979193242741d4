"""The table of the bench of present mode as cells of text."""

from bench.present.drive import Steps, middle, slow
from bench.present.results import Result
from bench.tables import Table

HEADS = ("screen", "motion", "steps", "median ms", "90 % within ms", "again, median", "again, 90 %")


def tables(result: Result) -> list[Table]:
    """Give all tables of a run."""
    title = (
        "A step, from the key to the frame on the screen: forth and back, at first sight and again"
    )
    return [Table(title, HEADS, tuple(map(_row, result.screens)))]


def _row(steps: Steps) -> tuple[str, ...]:
    screen = steps.screen
    times = (middle(steps.first), slow(steps.first), middle(steps.again), slow(steps.again))
    return (
        f"{screen.width} × {screen.height}",
        "none" if screen.still else "flights",
        str(len(steps.first)),
        *(f"{each:.0f}" for each in times),
    )
