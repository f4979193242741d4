"""A layer: what is drawn of one kind of thing, and the row that stands for it in the legend."""

from dataclasses import dataclass

import geopandas as gpd


@dataclass(frozen=True, slots=True)
class Layer:
    """One kind of mark.

    Attributes
    ----------
    id
        "places", "flows", "distances" or "mentioned".
    label
        The legend row.
    marks
        One row a mark. Every layer has the columns ``id`` (unique across layers), ``items`` (ids
        of mentions and claims) and ``geometry`` (EPSG:4326, longitude first), and its own.
    on
        Whether it is drawn until the user says otherwise.
    """

    id: str
    label: str
    marks: gpd.GeoDataFrame
    on: bool = True
