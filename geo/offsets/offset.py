"""What a report says of how far, and in which direction, something lies from a place."""

from dataclasses import dataclass

from geo.mention import Mention
from geo.offsets.bearings import Bearing


@dataclass(frozen=True, slots=True)
class Offset:
    """A directed distance at ``text[start:end]`` of a report, from its hedge to its anchor's name.

    Attributes
    ----------
    low_m, high_m
        What the stated distance may stand for, in metres; ``high_m`` is None where nothing bounds
        it.
    approx
        Whether the report calls it approximate.
    within
        Whether the distance is the greatest possible ("within 30 km").
    bearing
        From the anchor to what is located; None where none is stated.
    anchor
        The place it is measured from. Nothing is said to be there.
    border
        Whether it is measured from the anchor's border.
    located
        The place that lies there, where the report names one.
    """

    start: int
    end: int
    text: str
    low_m: float
    high_m: float | None
    approx: bool
    within: bool
    bearing: Bearing | None
    anchor: Mention
    border: bool
    located: Mention | None
