"""What making a file costs: processor seconds and seconds on the wall, in this process."""

import cProfile
import pstats
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

TIMES = 3
RENDER = (str(Path("layers") / "plate" / "render.py"), "render")
"""Where a plate is drawn: file and function."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Medians over runs, after one that warmed up."""

    cpu_s: float
    wall_s: float
    size: int


def cost(make: Callable[[], bytes], times: int = TIMES) -> Cost:
    """Make a file once to warm up, then ``times`` more with the clocks running."""
    return cost_of_each([make] * times, warm=make)


def cost_of_each(makes: list[Callable[[], bytes]], warm: Callable[[], bytes]) -> Cost:
    """Warm up, then make each file once with the clocks running."""
    warm()
    cpu, wall, sizes = [], [], []
    for make in makes:
        began = (time.process_time(), time.perf_counter())
        sizes.append(len(make()))
        cpu.append(time.process_time() - began[0])
        wall.append(time.perf_counter() - began[1])
    return Cost(statistics.median(cpu), statistics.median(wall), int(statistics.median(sizes)))


def beside_plates(make: Callable[[], bytes], times: int = TIMES) -> Cost:
    """Measure what making a document costs beside drawing the plates in it.

    The share that the plates have is a profile's: clocks within the drawing would have to be put
    there.
    """
    whole = cost(make, times)
    profile = cProfile.Profile()
    profile.runcall(make)
    told = pstats.Stats(profile)
    drawing = sum(
        cumulative
        for (file, _, name), (_, _, _, cumulative, _) in told.stats.items()  # type: ignore[attr-defined] # not declared
        if name == RENDER[1] and file.endswith(RENDER[0])
    )
    share = 1 - drawing / told.total_tt  # type: ignore[attr-defined] # not declared
    return Cost(whole.cpu_s * share, whole.wall_s * share, whole.size)
