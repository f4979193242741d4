"""Coverage: which provinces reports speak of at all, lest an empty one be taken for a quiet one.

Where nothing was reported is not drawn here: it is all the rest, and the map hatches it.
"""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from geo.boundaries import outline
from geo.index import Places
from geo.place import Kind, Place
from layers.plain import geojson

OUTLINES = "adm1_overview"
DECIMALS = 3
"""100 m: the overview is true to 5 km."""

Json = Mapping[str, Any]


def coverage(mentions: pd.DataFrame, claims: pd.DataFrame, known: Places) -> list[Json]:
    """List the provinces and countries that something is said to be or happen in.

    Parameters
    ----------
    mentions
        The store's mentions; only literal ones with a place cover anything.
    claims
        The store's claims; each covers where it is located (``at_id``).
    known
        Gives the places by id.

    Returns
    -------
    list
        A row each: ``id`` (code of the province, or of the country where no province can be told),
        ``name``, ``country`` (ISO 3166-1 alpha-2), ``whole`` (whether it is a country named as a
        whole), ``items`` (ids of mentions and claims) and ``geometry`` (GeoJSON; None for a
        country, whose outline the ground has).
    """
    literal = mentions[(mentions["role"] == "literal") & mentions["place_id"].notna()]
    located = claims[claims["at_id"].notna()]
    spoken = [
        *zip(literal["id"], literal["place_id"], strict=True),
        *zip(located["id"], located["at_id"], strict=True),
    ]
    places = {place_id for _, place_id in spoken}
    codes = {place_id: _code(known.place(place_id), known) for place_id in places}
    found: dict[str, list[str]] = {}
    for item_id, place_id in spoken:
        if code := codes[place_id]:
            found.setdefault(code, []).append(item_id)
    return [_row(code, ids, known) for code, ids in sorted(found.items())]


def _code(place: Place, known: Places) -> str | None:
    """Give the code of the province a place is or lies in, else of its country; seas have none."""
    own = place.id.removeprefix("ne:") if place.kind is Kind.ADM1 else place.adm1
    drawn = own if own and outline(OUTLINES, own) is not None else None
    return next((code for code in (drawn, place.country) if code and _is_known(code, known)), None)


def _is_known(code: str, known: Places) -> bool:
    """Tell whether a unit has a name: a few uninhabited ones have none."""
    try:
        known.place(f"ne:{code}")
    except KeyError:
        return False
    return True


def _row(code: str, items: list[str], known: Places) -> Json:
    shape = outline(OUTLINES, code)
    place = known.place(f"ne:{code}")
    return {
        "id": code,
        "name": place.name,
        "country": place.country,
        "whole": shape is None,
        "items": items,
        "geometry": None if shape is None else geojson([shape], DECIMALS)[0],
    }
