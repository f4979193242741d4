"""A layer: what is drawn of one kind of thing, and the row that stands for it in the legend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import pandas as pd


@dataclass(frozen=True, slots=True)
class Layer:
    """One kind of mark.

    Attributes
    ----------
    id
        "places", "flows", "distances", "offsets" or "mentioned".
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


def mark_frame(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> gpd.GeoDataFrame:
    """Make the frame of a layer's marks.

    Values stay what they are: pandas would turn None into NaN, which is no JSON.
    """
    table = pd.DataFrame(list(rows), columns=list(columns), dtype=object)
    return gpd.GeoDataFrame(table, geometry="geometry", crs="EPSG:4326")
