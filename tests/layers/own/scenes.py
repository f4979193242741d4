"""A scene with a layer of the analyst's own, over the invented one."""

from typing import Any

from layers.own.content import content, with_own
from layers.own.read import read
from tests.layers.own.made import area, geojson, line, point
from tests.layers.plate_cases import fixture

SOURCE = "own survey, June 2025"
NAME = "Depots"
ID = "own:0123456789ab"


def unused() -> Any:  # noqa: ANN401  never called: no place is named
    """Stand for the gazetteer of a file that names no place."""
    raise AssertionError


def kept() -> dict[str, Any]:
    """Make a layer of a spot, a road and an area near Kursk."""
    data = geojson(
        point(36.9, 52.3),
        line((35.0, 51.0), (36.0, 51.6), (37.5, 51.9)),
        area((33.0, 52.5), (34.0, 52.5), (34.0, 53.2), (33.0, 53.2)),
    )
    return content(read(data, "depots.geojson", unused), "depots.geojson", NAME, SOURCE)


def own_scene() -> dict[str, Any]:
    """Give the invented scene with that layer."""
    return with_own(fixture(), [(ID.removeprefix("own:"), kept())])
