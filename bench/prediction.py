"""What a system says of a text: place names, and where they are."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Prediction:
    """A place name found at ``text[start:end]`` (code points, end exclusive).

    ``point`` is latitude and longitude in decimal degrees, None when the name was not resolved;
    ``literal`` tells whether it would be put on a map, and systems without roles put all there.
    """

    start: int
    end: int
    point: tuple[float, float] | None
    literal: bool = True
    role: str | None = None
    confidence: float | None = None


Reader = Callable[[str], list[Prediction]]
"""A system that is ready: from a text to what it finds there."""


def as_entry(prediction: Prediction) -> dict[str, Any]:
    """Give a prediction as a line of a predictions file holds it."""
    lat, lon = prediction.point or (None, None)
    return {
        "start": prediction.start,
        "end": prediction.end,
        "lat": lat,
        "lon": lon,
        "role": prediction.role,
        "confidence": prediction.confidence,
    }
