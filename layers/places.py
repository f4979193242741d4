"""Places that reports name, each with its honest footprint."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

import geopandas as gpd
import pandas as pd

from geo.footprint import Footprint, footprint
from geo.index import Places
from geo.place import Kind, Place
from layers.layer import Layer, mark_frame
from layers.place_facts import credit, within

COLUMNS = [
    "id",
    "items",
    "place_id",
    "name",
    "local",
    "names",
    "kind",
    "country",
    "within",
    "credit",
    "lat",
    "lon",
    "shape",
    "radius",
    "wide",
    "reference",
    "note",
    "geometry",
]
# These are there whatever is said of them, and drawn as what they are.
LINES = frozenset({"line", "strip"})
REFERENCE = "measured from here"
# A circle wider than this gets its name alone, as a country does.
WIDE_M = 250_000.0
# The language a briefer finds on the ground, by country.
LOCAL_LANGUAGE = {"RU": "ru", "UA": "uk", "KP": "ko", "KR": "ko"}


def places(
    mentions: pd.DataFrame,
    claims: pd.DataFrame,
    gazetteer: Places,
    anchors: Collection[str] = frozenset(),
) -> Layer:
    """Draw the places where reports say that something is or happens: literal mentions only.

    A claim located at a place belongs to the place's mark too: pick the one, see the other.

    Parameters
    ----------
    anchors
        Ids of the mentions that distances are measured from. A place that is named for nothing else
        is marked as a reference: no report says that something is there.
    """
    literal = mentions[mentions["role"] == "literal"]
    return Layer("places", "Places named", _marks("p", literal, claims, gazetteer, anchors))


def mentioned(mentions: pd.DataFrame, gazetteer: Places) -> Layer:
    """Draw names that stand for a government, a people or a likeness; off until asked for."""
    others = mentions[mentions["role"] != "literal"]
    no_claims = pd.DataFrame(columns=["id", "at_id"])
    return Layer("mentioned", "Mentioned only", _marks("m", others, no_claims, gazetteer), on=False)


def _marks(
    prefix: str,
    mentions: pd.DataFrame,
    claims: pd.DataFrame,
    gazetteer: Places,
    anchors: Collection[str] = frozenset(),
) -> gpd.GeoDataFrame:
    return mark_frame(list(_rows(prefix, mentions, claims, gazetteer, anchors)), COLUMNS)


def _rows(
    prefix: str,
    mentions: pd.DataFrame,
    claims: pd.DataFrame,
    gazetteer: Places,
    anchors: Collection[str],
) -> Iterator[Mapping[str, Any]]:
    located = claims.groupby("at_id")["id"].apply(list).to_dict() if len(claims) else {}
    named = mentions[mentions["place_id"].notna()]
    for place_id, ids in sorted(named.groupby("place_id")["id"].apply(list).to_dict().items()):
        place = gazetteer.place(str(place_id))
        print_ = footprint(place)
        reference = (
            print_.shape not in LINES
            and place_id not in located
            and all(id_ in anchors for id_ in ids)
        )
        yield {
            "id": f"{prefix}:{place.id}",
            "items": [*ids, *located.get(place_id, [])],
            "place_id": place.id,
            "name": place.name,
            "local": local_name(place),
            "names": dict(place.names),
            "kind": place.kind.value,
            "country": place.country,
            "within": within(place, gazetteer),
            "credit": credit(place),
            "lat": place.lat,
            "lon": place.lon,
            "shape": print_.shape,
            "radius": print_.radius_m,
            "wide": is_wide(place, print_),
            "reference": reference,
            "note": REFERENCE if reference else print_.note or None,
            "geometry": print_.geometry,
        }


def is_wide(place: Place, print_: Footprint) -> bool:
    """Tell whether a place is too wide to be filled: its whole area would say more than a name."""
    return place.kind is Kind.COUNTRY or (
        print_.shape == "circle" and (print_.radius_m or 0) > WIDE_M
    )


def local_name(place: Place) -> str | None:
    """Name a place in the language spoken there, where that is known and says something new."""
    if place.kind is Kind.COUNTRY:
        return None
    name = place.names.get(LOCAL_LANGUAGE.get(place.country or "", ""))
    return name if name and name != place.name else None
