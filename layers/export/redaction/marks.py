"""Marks as an audience may see them: areas for points, no name that is withheld, no true lines."""

from collections.abc import Mapping, Sequence
from typing import Any

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.place import Kind, Place
from layers.export.redaction.areas import GEOD, Area, Coarsening, cell, provinces
from layers.export.redaction.places import Told
from layers.flows import great_circle
from layers.plain import geojson
from layers.scene import DECIMALS

Json = Mapping[str, Any]
Mark = dict[str, Any]

UNNAMED: Json = {"local": None, "names": {}, "credit": None}
PROVINCE: Json = {**UNNAMED, "kind": "adm1", "credit": "Natural Earth (public domain)"}


def told_marks(marks: Sequence[Json], told: Mapping[str, Told], how: Coarsening) -> list[Mark]:
    """Tell marks as their places are told, in the order of the scene.

    Distances are left off, since between coarsened points none is true. Marks that come to be one
    and the same area are joined. One that may be nowhere is still there for its layer's switch
    (:func:`layers.visibility.visible`), with nothing to draw.
    """
    kept: dict[str, Mark] = {}
    for number, mark in enumerate(marks):
        one = _told(mark, told, how, number) or _nowhere(mark, number)
        kept[one["id"]] = _joined(kept[one["id"]], one) if one["id"] in kept else one
    return list(kept.values())


def _nowhere(mark: Json, number: int) -> Mark:
    about = {name: mark.get(name) for name in ("layer", "kind", "items")}
    return {**about, "id": f"nowhere:{number}", "nowhere": True}


def _told(mark: Json, told: Mapping[str, Told], how: Coarsening, number: int) -> Mark | None:
    if mark["layer"] == "distances":
        exact = how is Coarsening.NONE and not {mark["fromId"], mark["toId"]} & told.keys()
        return dict(mark) if exact else None
    if mark["layer"] == "flows":
        return _flow(mark, told)
    if mark["layer"] == "offsets":
        return _offset(mark, told, how, number)
    return _place(mark, told.get(mark["placeId"]))


def _place(mark: Json, told: Told | None) -> Mark | None:
    if told is None:
        return dict(mark)
    if told.area is None:
        return None
    found = told.area
    prefix = mark["id"].partition(":")[0]
    one = {**mark, **_drawn(found), "id": f"{prefix}:{told.id}", "placeId": told.id}
    if found.province and told.id == f"ne:{found.province.code}":
        country = (mark.get("within") or [])[-1:]
        return {**one, **PROVINCE, "name": found.province.name, "within": country}
    return {**one, **UNNAMED, "name": told.name} if told.name else one


def _drawn(found: Area) -> Mark:
    return {
        "lat": found.lat,
        "lon": found.lon,
        "shape": found.shape,
        "radius": found.radius,
        "note": found.note,
        "geometry": geojson([found.geometry], DECIMALS)[0],
        "coarse": True,
    }


def _joined(one: Mark, other: Mark) -> Mark:
    """Join marks of one area; what the reports named so itself says more than what was coarsened.

    It is a reference where all of them are.
    """
    base = other if one.get("coarse") and not other.get("coarse") else one
    items = list(dict.fromkeys([*one["items"], *other["items"]]))
    both = bool(one.get("reference") and other.get("reference"))
    return {**base, "items": items, **({"reference": both} if "reference" in base else {})}


def _flow(mark: Json, told: Mapping[str, Told]) -> Mark | None:
    ends: dict[str, Place] = {}
    for side in ("from", "to"):
        id_, name, (lon, lat) = mark[f"{side}Id"], mark[f"{side}Name"], mark[side]
        if id_ in told:
            one = told[id_]
            if one.area is None:
                return None
            id_, lat, lon = one.id, one.area.lat, one.area.lon
            province = one.area.province
            joined = province is not None and id_ == f"ne:{province.code}"
            name = province.name if province and joined else one.name or name
        ends[side] = Place(id_, name, Kind.REGION, lat, lon)
    start, end = ends["from"], ends["to"]
    if (start.id, end.id) == (mark["fromId"], mark["toId"]):
        return dict(mark)
    if (start.lat, start.lon) == (end.lat, end.lon):
        return None
    return {
        **mark,
        "id": f"f:{start.id}>{end.id}:{mark['status']}",
        "fromId": start.id,
        "toId": end.id,
        "from": (start.lon, start.lat),
        "to": (end.lon, end.lat),
        "fromName": start.name,
        "toName": end.name,
        "path": geojson([great_circle(start, end)], DECIMALS)[0],
    }


def _offset(mark: Json, told: Mapping[str, Told], how: Coarsening, number: int) -> Mark | None:
    """Tell what lies a distance off as the area around all that the distance leaves open."""
    hidden = any(mark["id"].startswith(f"o:{id_}:") for id_, one in told.items() if one.name)
    if how is Coarsening.NONE and not hidden:
        return dict(mark)
    open_ = shape(mark["geometry"])
    if hidden or how is Coarsening.PROVINCE:
        found = provinces(open_)
    else:
        found = cell(mark["lat"], mark["lon"], _reach(mark, open_), float(how))
    if found is None:
        return None
    return {**mark, **_drawn(found), "id": f"o:area:{number}", "shape": "disc"}


def _reach(mark: Json, geometry: BaseGeometry) -> float:
    """Measure how far a shape reaches from its mark's point, in metres."""
    lons, lats = shapely.get_coordinates(geometry).T
    count = len(lons)
    distances = GEOD.inv([mark["lon"]] * count, [mark["lat"]] * count, lons, lats)[2]
    return float(max(distances))
