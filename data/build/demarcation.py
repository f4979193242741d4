"""The Military Demarcation Line of Korea, cut from an outline made of OpenStreetMap data."""

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import Transformer

WEST_END = (126.655, 37.803)  # where the Imjin meets the Han; the estuary has no zone
EAST_END = (128.362, 38.616)  # the coast of the East Sea
KOREA = "EPSG:5179"  # metres
TOLERANCE_M = 700.0
ATTRIBUTION = "© OpenStreetMap contributors, ODbL 1.0, by way of @geo-maps/countries-land-100m"


def write_line(map_json: Path, target: Path) -> None:
    """Write the line as one GeoJSON feature, its source and licence among its properties.

    The two states' outlines don't touch everywhere in the source, because each was simplified on
    its own; the northern one is taken, from one end of the demarcation to the other.

    Parameters
    ----------
    map_json
        ``map.geo.json`` of @geo-maps/countries-land-100m.
    target
        GeoJSON file in a folder of its own licence: ODbL does not mix with public domain.
    """
    features = json.loads(map_json.read_text("utf-8"))["features"]
    north = next(item for item in features if item["properties"]["A3"] == "PRK")
    mainland = max(
        shapely.get_parts(shapely.from_geojson(json.dumps(north["geometry"]))),
        key=lambda polygon: float(polygon.area),
    )
    line = _thinned(_between(shapely.get_coordinates(mainland.exterior), WEST_END, EAST_END))
    feature = {
        "type": "Feature",
        "properties": {
            "name": "Military Demarcation Line",
            "name_ko": "군사분계선",
            "source": ATTRIBUTION,
            "licence": "ODbL-1.0",
            "note": f"simplified to {TOLERANCE_M:.0f} m",
        },
        "geometry": {"type": "LineString", "coordinates": line.tolist()},
    }
    target.write_text(json.dumps(feature, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _between(
    ring: npt.NDArray[np.float64], start: tuple[float, float], end: tuple[float, float]
) -> npt.NDArray[np.float64]:
    """Return the shorter way along a closed ring between the vertices nearest to two points."""
    loop = ring[:-1]
    first, last = (int(np.argmin(np.hypot(*(loop - point).T))) for point in (start, end))
    onward = np.roll(loop, -first, axis=0)[: (last - first) % len(loop) + 1]
    backward = np.roll(loop, -last, axis=0)[: (first - last) % len(loop) + 1][::-1]
    return onward if len(onward) <= len(backward) else backward


def _thinned(line: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the vertices that keep a line true to the tolerance on the ground."""
    to_metres = Transformer.from_crs("EPSG:4326", KOREA, always_xy=True)
    flat = shapely.LineString(np.column_stack(to_metres.transform(line[:, 0], line[:, 1])))
    kept = shapely.get_coordinates(flat.simplify(TOLERANCE_M))
    lon, lat = to_metres.transform(kept[:, 0], kept[:, 1], direction="INVERSE")
    rounded: npt.NDArray[np.float64] = np.round(np.column_stack([lon, lat]), 4)
    return rounded
