"""A layer as somebody else's case has it: checked before anything draws it."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape

from layers.json_shape import misfit
from layers.own.checked import HALF
from layers.own.content import styled

Json = Mapping[str, Any]

SHAPE = {
    "name": str,
    "source": str,
    "colour": str,
    "filled": bool,
    "width": int,
    "file": str,
    "form": str,
    "notes": [str],
    "geocoded": int,
    "extent": [float],
    "features": [{"name": str, "properties": [[str]], "geometry": {"type": str}}],
}
LOOKS = ("name", "source", "colour", "filled", "width")
CORNERS, PAIR = 4, 2


def check_kept(read: Any) -> None:  # noqa: ANN401  whatever JSON holds
    """Look at what is kept of a layer.

    Raises
    ------
    ValueError
        When it is nothing that :func:`layers.own.content.content` makes; says what is wrong.
    """
    problem = misfit(read, SHAPE) or next(_problems(read), None)
    if problem is not None:
        raise ValueError(f"the layer cannot be drawn: {problem}")
    styled({}, **{key: read[key] for key in LOOKS})


def _problems(read: Json) -> Iterator[str]:
    if len(read["extent"]) != CORNERS or not _on_the_globe(np.reshape(read["extent"], (2, 2))):
        yield f"its extent is {read['extent']}"
    if not read["features"]:
        yield "it has no features"
    for number, each in enumerate(read["features"], 1):
        if any(len(pair) != PAIR for pair in each["properties"]):
            yield f"feature {number} has properties without a name or a text"
        if not _is_drawable(each["geometry"]):
            yield f"feature {number} has no geometry that can be drawn"


def _is_drawable(geometry: Json) -> bool:
    try:
        made = shape(geometry)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, shapely.GEOSException):
        return False
    return not made.is_empty and made.is_valid and _on_the_globe(shapely.get_coordinates(made))


def _on_the_globe(xy: Any) -> bool:  # noqa: ANN401  an array, of numbers as yet unknown
    return bool(
        np.isfinite(xy).all()
        and (np.abs(xy[:, 0]) <= HALF).all()
        and (np.abs(xy[:, 1]) <= HALF / 2).all()
    )
