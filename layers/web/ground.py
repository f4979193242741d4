"""The ground as one file carries it: fine around the marks, coarse elsewhere.

The live map reads the overview of the world and then, closer, whole countries: 10 MB. A file takes
one level that is both. Near the marks its outlines are those of the regions, elsewhere those of the
overview on a coarse grid. No land is left out, so that none looks like sea. The format is that of
``static/basemap`` (see ``layers/basemap.py``), and ``region/`` is not needed beside it.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

import shapely

from layers import compact
from layers.basemap import STATIC
from layers.view import Camera
from layers.web.blend import COARSE, SCALE, Blend

Json = Mapping[str, Any]

ACCURACY = "Outlines in this file: 0.5 km near the marks, 5 km elsewhere"
PAD = 0.75
"""Degrees of fine ground around a mark."""
NEAR_ZOOM = 5.5
"""A camera this close has its view in the fine area (``DETAIL`` of map-basemap.js)."""
PANE = (1240, 760)
"""Pixels that the map has in a window of 1920 × 1080."""
TILE = 256
TOWN_ZOOM = 5
"""Towns away from the marks are kept if they show from this zoom on."""
WORLD = shapely.box(-180, -90, 180, 90)
NOTHING = shapely.MultiPolygon()


def fine_area(marks: Iterable[Json], camera: Camera | None) -> shapely.Geometry:
    """Give the area, in degrees, where the ground has to be fine: around marks, and in the view.

    A place too wide to be filled has its name alone, and needs no ground of its own.
    """
    boxes = [_around(mark["geometry"]) for mark in marks if mark.get("geometry") is not None]
    if camera and camera.zoom >= NEAR_ZOOM:
        # Half a pane; a degree of latitude is the taller the further from the equator.
        wide, high = (size / 2 * 360 / (TILE * 2**camera.zoom) for size in PANE)
        lon, lat = camera.lon, camera.lat
        boxes.append(shapely.box(lon - wide, lat - high, lon + wide, lat + high))
    area: shapely.Geometry = shapely.intersection(shapely.union_all(boxes), WORLD)
    return area


def _around(geometry: Json) -> shapely.Geometry:
    west, south, east, north = shapely.from_geojson(json.dumps(geometry)).bounds
    return shapely.box(west - PAD, south - PAD, east + PAD, north + PAD)


def ground(fine: shapely.Geometry, unnamed: Collection[str] = frozenset()) -> dict[str, Json]:
    """Make the files of the ground.

    Parameters
    ----------
    fine
        Area at region detail, in degrees; may be empty.
    unnamed
        English names of countries, disputed land and towns that are not to be named.

    Returns
    -------
    dict
        Contents by path, as in ``static/basemap``.
    """
    blend = Blend(fine)
    overview, disputed = _read("overview.json"), _read("region/disputed.json")
    regions = {
        country["code"]: _read(f"region/{country['code']}.json")
        for country in overview["countries"]
        if _meets(country["boxes"], fine)
    }
    near = list(regions.values())
    outlines = {code: _polygons(region, "land") for code, region in regions.items()}
    for unit in disputed["units"]:
        outlines[unit["code"]] = compact.read_polygons(unit["land"], disputed["scale"])

    def blended(unit: Json) -> Json:
        coarse = compact.read_polygons(unit["land"], overview["scale"])
        return {
            **_named(unit, unnamed),
            "land": blend.polygons(outlines.get(unit["code"], NOTHING), coarse),
        }

    def borders(key: str, parts: Iterable[Json]) -> list[compact.Flat]:
        return blend.lines([_lines(part, "borders") for part in parts], _lines(overview, key))

    return {
        "overview.json": {
            "scale": SCALE,
            "countries": [blended(country) for country in overview["countries"]],
            "disputed": [blended(unit) for unit in overview["disputed"]],
            "borders": borders("borders", near),
            "disputedBorders": borders("disputedBorders", [disputed]),
        },
        "adm1.json": {"scale": SCALE, "lines": _provinces([*near, disputed], blend)},
        "lakes.json": {"scale": SCALE, "land": _lakes(near, blend)},
        "rivers.json": {"scale": SCALE, "rivers": _rivers(blend, unnamed)},
        "towns.json": _towns(fine, unnamed),
    }


def _named(unit: Json, unnamed: Collection[str]) -> dict[str, Any]:
    """Give a country or disputed land without a name that is not to be printed."""
    name = {"en": ""} if unit["name"].get("en") in unnamed else unit["name"]
    note = {"note": ""} if any(each in unit.get("note", "") for each in unnamed) else {}
    return {**unit, **note, "name": name}


def _provinces(regions: Iterable[Json], blend: Blend) -> list[compact.Flat]:
    """Give the lines between provinces, of countries near the marks alone."""
    detail = [_lines(region, "adm1") for region in regions]
    whole = shapely.simplify(shapely.GeometryCollection(detail), COARSE / 2)
    return blend.lines(detail, whole)


def _lakes(regions: Iterable[Json], blend: Blend) -> list[list[compact.Flat]]:
    detail = [lake for region in regions for lake in _polygons(region, "lakes").geoms]
    return blend.polygons(shapely.MultiPolygon(detail), _polygons(_read("lakes.json"), "land"))


def _rivers(blend: Blend, unnamed: Collection[str]) -> list[Json]:
    rivers = _read("rivers.json")
    shapes = [compact.read_lines(river["lines"], rivers["scale"]) for river in rivers["rivers"]]
    return [
        {**_river(river, unnamed), "lines": blend.lines([shape], shape)}
        for river, shape in zip(rivers["rivers"], shapes, strict=True)
    ]


def _river(river: Json, unnamed: Collection[str]) -> Json:
    return {**river, "name": ""} if river["name"] in unnamed else river


def _towns(fine: shapely.Geometry, unnamed: Collection[str]) -> Json:
    towns = _read("towns.json")
    scale = towns["scale"]
    rows = [
        [name, local, lon, lat, zoom, capital]
        for name, local, lon, lat, zoom, capital in towns["towns"]
        if name not in unnamed
        and (zoom <= TOWN_ZOOM or shapely.contains_xy(fine, lon / scale, lat / scale))
    ]
    return {"scale": scale, "towns": rows}


def _meets(boxes: Iterable[tuple[float, float, float, float]], area: shapely.Geometry) -> bool:
    return any(shapely.box(*box).intersects(area) for box in boxes)


def _polygons(file: Json, key: str) -> shapely.MultiPolygon:
    return compact.read_polygons(file[key], file["scale"])


def _lines(file: Json, key: str) -> shapely.MultiLineString:
    return compact.read_lines(file[key], file["scale"])


def _read(path: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((STATIC / path).read_text("utf-8"))
    return content
