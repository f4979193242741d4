"""A layer as the store keeps it and a scene carries it: plain JSON, drawn as it stands."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from layers.own.checked import DECIMALS
from layers.own.feature import Found, cut
from layers.own.settings import DEFAULT_COLOUR, WIDTHS, colours, limits

Json = Mapping[str, Any]

PREFIX = "own:"
"""Of the ids of own layers among a view's switches."""
SIGNS = ("point", "line", "area")
"""Kinds of shape by their dimension."""


def content(found: Found, file: str, name: str, source: str) -> dict[str, Any]:
    """Make what is kept of a layer.

    Parameters
    ----------
    file
        What the file was called.
    name, source
        What the layer is called, and where it is from: printed wherever it is drawn.

    Raises
    ------
    ValueError
        When name or source is empty.
    """
    boxes = shapely.bounds([each.geometry for each in found.features])
    return {
        **styled({}, name=name, source=source, colour=DEFAULT_COLOUR, filled=True, width=2),
        "file": cut(file, limits().title),
        "form": found.form,
        "notes": list(found.notes),
        "geocoded": found.geocoded,
        "extent": [
            *np.round(boxes[:, :2].min(axis=0), DECIMALS).tolist(),
            *np.round(boxes[:, 2:].max(axis=0), DECIMALS).tolist(),
        ],
        "features": [
            {
                "name": each.name,
                "properties": [list(pair) for pair in each.properties],
                "geometry": _plain(each.geometry) if each.geometry else None,
            }
            for each in found.features
        ],
    }


def styled(
    kept: Json, *, name: str, source: str, colour: str, filled: bool, width: int
) -> dict[str, Any]:
    """Give a layer other words and looks.

    Raises
    ------
    ValueError
        When name or source is empty, or there is no such colour or width.
    """
    words = {"name": cut(name, limits().title), "source": cut(source, limits().source)}
    for what, text in words.items():
        if not text:
            raise ValueError(f"a layer needs a {what}: say in a few words what or whose it is")
    if colour not in colours():
        raise ValueError(f"{colour} is no colour of a layer: use {', '.join(colours())}")
    if width not in WIDTHS:
        raise ValueError(f"{width} is no width of a line: use {', '.join(map(str, WIDTHS))}")
    return {**kept, **words, "colour": colour, "filled": filled, "width": width}


def signs(kept: Json) -> list[str]:
    """List the kinds of shape that a layer has: point, line, area."""
    geometries = [shapely.geometry.shape(each["geometry"]) for each in kept["features"]]
    parts = shapely.get_parts(shapely.get_parts(geometries))
    return [SIGNS[number] for number in np.unique(shapely.get_dimensions(parts))]


def with_own(scene: dict[str, Any], layers: Sequence[tuple[str, Json]]) -> dict[str, Any]:
    """Put layers, by their ids, into a scene; without any it stays as it is."""
    if not layers:
        return scene
    switches = [{"id": PREFIX + id_, "label": kept["name"], "on": True} for id_, kept in layers]
    return {
        **scene,
        "layers": [*scene["layers"], *switches],
        "own": [_row(id_, kept) for id_, kept in layers],
    }


def _row(id_: str, kept: Json) -> dict[str, Any]:
    """Give what is drawn of a layer; the file's name stays in the store."""
    inks = {theme: colours()[kept["colour"]][theme] for theme in ("light", "dark")}
    said = ("name", "source", "filled", "width", "geocoded", "extent", "features")
    return {
        "id": PREFIX + id_,
        **{key: kept[key] for key in said},
        "inks": inks,
        "signs": signs(kept),
    }


def without_own(scene: dict[str, Any]) -> dict[str, Any]:
    """Take own layers out of a scene, with their switches."""
    if "own" not in scene:
        return scene
    layers = [each for each in scene["layers"] if not each["id"].startswith(PREFIX)]
    return {key: each for key, each in scene.items() if key != "own"} | {"layers": layers}


def shown_own(scene: Json, switches: Mapping[str, bool]) -> list[Json]:
    """List the own layers of a scene that a view has on."""
    return [row for row in scene.get("own") or () if switches.get(row["id"], True)]


def credit(row: Json) -> str:
    """Say of a layer what it is, wherever it is printed.

    >>> credit({"name": "Depots", "source": "own survey"})
    'Depots (own layer, not from the reports; source: own survey)'
    """
    return f"{row['name']} (own layer, not from the reports; source: {row['source']})"


def _plain(geometry: BaseGeometry) -> dict[str, Any]:
    whole: dict[str, Any] = mapping(geometry)
    if whole["type"] == "GeometryCollection":
        return {"type": whole["type"], "geometries": [_plain(each) for each in geometry.geoms]}
    return {"type": whole["type"], "coordinates": _rounded(whole["coordinates"])}


def _rounded(value: Any) -> Any:  # noqa: ANN401  numbers, nested as deep as the geometry is
    if isinstance(value, float | int):
        return round(float(value), DECIMALS)
    return [_rounded(each) for each in value]


def extent_text(kept: Json) -> str:
    """Print the box of a layer.

    >>> extent_text({"extent": [37.0, 48.5, 38.24, 49.0]})
    '48.5° N – 49.0° N, 37.0° E – 38.2° E'
    >>> extent_text({"extent": [37.0, 48.51, 37.0, 48.52]})
    '48.5° N, 37.0° E'
    """
    west, south, east, north = kept["extent"]
    down = dict.fromkeys(_degrees(value, "SN") for value in (south, north))
    across = dict.fromkeys(_degrees(value, "WE") for value in (west, east))
    return f"{' – '.join(down)}, {' – '.join(across)}"


def _degrees(value: float, sides: str) -> str:
    """Print a latitude or longitude to a tenth.

    >>> _degrees(-48.73, "SN"), _degrees(37.0, "WE")
    ('48.7° S', '37.0° E')
    """
    return f"{abs(value):.1f}° {sides[value >= 0]}"
