"""Invented scenes that plates are tried on: nothing in them was ever reported."""

import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
import shapely.affinity
from matplotlib import image as picture

from layers import basemap
from layers.plate.form import KINDS, Form
from layers.plate.render import render
from layers.view import View
from layers.visibility import STATUSES

FIXTURE = Path(__file__).parents[1] / "fixtures" / "scene.json"
SAID = "Somebody said that something was there."
Json = Mapping[str, Any]


def fixture() -> dict[str, Any]:
    """Read the scene that the browser is tried on, too."""
    read: dict[str, Any] = json.loads(FIXTURE.read_text(encoding="utf-8"))
    return read


def digests() -> list[str]:
    """Draw the fixture as every kind of plate, and give the hashes of the files."""
    plates = (render(fixture(), View(), form=Form(kind)) for kind in KINDS)
    return [hashlib.sha256(plate.data).hexdigest() for plate in plates]


def scene(marks: Sequence[Json]) -> dict[str, Any]:
    """Give a scene of some marks, each named once by one report."""
    report = {
        "id": "r1", "ref": "R1", "title": "Invented", "publisher": "Nobody", "url": None,
        "published": "2025-06-01", "basis": "given", "sample": False, "text": SAID,
    }  # fmt: skip
    layers = [{"id": id_, "label": id_, "on": True} for id_ in ("places", "flows")]
    layers += [{"id": "coverage", "label": "Coverage", "on": False}]
    items = [_item(mark, status) for mark in marks for status in [mark["status"]]]
    return {
        "meta": {
            "asOf": "2025-06-01", "zone": "UTC", "sample": False,
            "policy": basemap.boundary_policy(), "attribution": basemap.attribution(),
        },
        "reports": [report], "layers": layers, "marks": list(marks), "items": items,
        "groups": [], "tiles": [], "coverage": [], "unquantified": [],
    }  # fmt: skip


def _item(mark: Json, status: str) -> dict[str, Any]:
    return {
        "id": mark["items"][0], "type": "claim", "report": "r1", "start": 0, "end": 8,
        "sentence": [0, len(SAID)], "status": status, "earliest": None, "latest": None,
        "reported": "2025-06-01", "review": "unverified", "source": None, "origin": None,
        "figure": "40 people", "value": "40", "unit": "people", "category": "people",
        "family": "people", "group": None,
    }  # fmt: skip


def town(
    name: str, lon: float, lat: float, status: str = "reported", local: str | None = None
) -> dict[str, Any]:
    """Give a place that is a point."""
    return _place(name, lon, lat, status) | {
        "shape": "point", "local": local, "kind": "city",
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
    }  # fmt: skip


def area(name: str, lon: float, lat: float, size: float, status: str = "reported") -> Json:
    """Give a place that is a square of so many degrees."""
    outline = shapely.box(lon - size / 2, lat - size / 2, lon + size / 2, lat + size / 2)
    return _place(name, lon, lat, status) | {
        "shape": "polygon", "kind": "adm1",
        "geometry": json.loads(shapely.to_geojson(outline)),
    }  # fmt: skip


def country(name: str, lon: float, lat: float) -> Json:
    """Give a place of which only the name is drawn."""
    return _place(name, lon, lat, "reported") | {
        "shape": "polygon", "kind": "country", "wide": True, "geometry": None
    }  # fmt: skip


def flow(start: tuple[float, float], end: tuple[float, float], status: str = "reported") -> Json:
    """Give a movement, straight in degrees, cut at 180° as Dateline's are."""
    id_ = f"f {start} {end} {status}"
    whole = shapely.LineString(np.linspace(start, end, 40))
    parts = [shapely.clip_by_rect(whole, -180, -90, 180, 90)]
    parts += [shapely.affinity.translate(shapely.clip_by_rect(whole, 180, -90, 540, 90), -360)]
    path = shapely.MultiLineString([part for part in parts if not part.is_empty])
    return {
        "id": id_, "layer": "flows", "from": list(start), "to": list(end),
        "fromName": f"from {id_}", "toName": f"to {id_}", "toKind": "city",
        "status": status, "items": [f"i {id_}"], "path": json.loads(shapely.to_geojson(path)),
    }  # fmt: skip


def _place(name: str, lon: float, lat: float, status: str) -> dict[str, Any]:
    return {
        "id": f"p {name}", "layer": "places", "placeId": name, "name": name, "local": None,
        "country": None, "lat": lat, "lon": lon, "radius": None, "note": None, "wide": False,
        "status": status, "items": [f"i {name}"],
    }  # fmt: skip


def every_status() -> dict[str, Any]:
    """Give a scene with a point, an area and a movement of every status, well apart."""
    marks: list[Json] = []
    for n, status in enumerate(STATUSES):
        lon = 60.0 + 4 * n
        marks.append(town(f"Town {n}", lon, 44.0, status))
        marks.append(area(f"Area {n}", lon, 49.0, 2.0, status))
        marks.append(flow((lon - 1.5, 46.0), (lon + 1.5, 46.0), status))
    return scene(marks)


def crowd(count: int, spots: Sequence[tuple[float, float]], spread: float) -> dict[str, Any]:
    """Give so many towns around some spots, in turn."""
    away = np.random.default_rng(11).normal(0, spread, (count, 2))
    at = [
        (spots[n % len(spots)][0] + x, spots[n % len(spots)][1] + y)
        for n, (x, y) in enumerate(away)
    ]
    return scene([town(f"Town {n}", float(x), float(y)) for n, (x, y) in enumerate(at)])


def pixels(png: bytes) -> Any:  # noqa: ANN401  an array
    """Read a PNG as shares of light, (height, width, 4)."""
    return picture.imread(io.BytesIO(png))
