"""What reports locate by a distance from a place, as the area that the distance leaves open."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import pandas as pd

from geo.index import Places
from geo.offsets import Bearing, Reach, around
from layers.layer import Layer, mark_frame
from layers.places import COLUMNS as PLACE_COLUMNS

# Drawn as a place's footprint is, but it is no place.
COLUMNS = [column for column in PLACE_COLUMNS if column != "place_id"]

Row = Mapping[Hashable, Any]


def offsets(
    stated: pd.DataFrame, mentions: pd.DataFrame, claims: pd.DataFrame, gazetteer: Places
) -> Layer:
    """Draw sectors, rings and discs, labelled in the words of the report; never a pin.

    What has a place of its own, by name or by its claim, is on the map already: then the distance
    is only checked (:mod:`layers.distances`). A mark carries the mention it is measured from, the
    claim of the distance, and what lies there where that is a name that no place is known for.

    Parameters
    ----------
    stated, mentions, claims
        Frames of the store.
    """
    places = dict(zip(mentions["id"], mentions["place_id"], strict=True))
    texts = dict(zip(mentions["id"], mentions["text"], strict=True))
    marks: dict[str, dict[str, Any]] = {}
    for row in stated.to_dict("records"):
        anchor = places.get(row["anchor_id"])
        if anchor is None or places.get(row["located_id"]) is not None:
            continue
        if _is_placed(row, anchor, claims):
            continue
        mark = _mark(row, anchor, texts.get(row["located_id"]), gazetteer)
        if mark is not None:
            ends = [id_ for id_ in (row["anchor_id"], row["located_id"]) if id_ in texts]
            marks.setdefault(mark["id"], mark)["items"] += [*ends, *_claims_of(row, claims)]
    return Layer("offsets", "By distance", mark_frame(list(marks.values()), COLUMNS))


def rightly_read(stated: pd.DataFrame, rejected: pd.DataFrame) -> pd.DataFrame:
    """Leave out distances that are stated by rejected claims: nothing lies so far off for that."""
    if rejected.empty:
        return stated
    rightly = [not any(_claims_of(row, rejected)) for row in stated.to_dict("records")]
    return stated[pd.Series(rightly, index=stated.index, dtype=bool)]


def bearings(stated: pd.DataFrame, claims: pd.DataFrame) -> dict[str, Bearing]:
    """Give the stated bearings by the ids of the claims of the same distances."""
    return {
        claim: Bearing(row["bearing"], row["spread"])
        for row in stated.to_dict("records")
        if row["bearing"] is not None
        for claim in _claims_of(row, claims)
    }


def _mark(row: Row, anchor: str, located: str | None, gazetteer: Places) -> dict[str, Any] | None:
    bearing = None if row["bearing"] is None else Bearing(row["bearing"], row["spread"])
    shape = around(
        gazetteer.place(anchor), Reach(row["low_m"], row["high_m"], bearing, row["within"])
    )
    if shape is None:
        return None
    side = "" if bearing is None else f"@{bearing.degrees:g}±{bearing.spread:g}"
    words = f"“{' '.join(row['text'].split())}”"
    return {
        "id": f"o:{anchor}:{row['low_m']:.0f}-{row['high_m']:.0f}{side}:{located or ''}",
        "items": [],
        "name": f"{located}, {words}" if located else words,
        "local": None,
        "names": {},
        "kind": "offset",
        "country": None,
        "within": [],
        "credit": None,
        "lat": shape.anchor.y,
        "lon": shape.anchor.x,
        "shape": shape.shape,
        "radius": shape.radius_m,
        "wide": False,
        "reference": False,
        "note": shape.note,
        "geometry": shape.geometry,
    }


def _is_placed(row: Row, anchor: str, claims: pd.DataFrame) -> bool:
    """Tell whether a claim of the distance knows where the thing is that lies so far off."""
    known = claims[claims["id"].isin(list(_claims_of(row, claims)))]["at_id"].dropna()
    return bool((known != anchor).any())


def _claims_of(row: Row, claims: pd.DataFrame) -> Iterator[str]:
    """Give the claims that state the distance: they share words with it."""
    near = claims[
        (claims["report_id"] == row["report_id"])
        & (claims["category"] == "distance")
        & (claims["start"] < row["end"])
        & (claims["end"] > row["start"])
    ]
    yield from near["id"]
