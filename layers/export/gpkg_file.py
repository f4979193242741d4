"""GeoPackage: places, movements, distances, mentions and claims as layers, the rest as tables."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pandas as pd
import pyogrio

from layers.export.about import lines
from layers.export.columns import CLAIMS, MARKS, MENTIONS, REPORTS, Columns, Kind, Row, flat
from layers.export.frames import frame, spatial_frame
from layers.export.own_frames import own_frames
from layers.export.selection import Selection

MARK_LAYERS = ("places", "flows", "distances", "offsets", "mentioned")
VERSION = "1.3"
"""Of the format: programs of five years ago read it without a warning."""
WRITTEN = "1980-01-01T00:00:00.000Z"
"""What the file says it was written at: the same rows are the same content on any day."""


def gpkg_file(chosen: Selection) -> bytes:
    """Write a GeoPackage; a layer without rows is there, and empty.

    Layers are those of the map (``places``, ``flows``, ``distances``, ``offsets``, ``mentioned``),
    ``mentions``, ``claims`` and ``own: NAME`` for each own layer; ``reports`` and ``about`` are
    tables without geometry.
    """
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": WRITTEN})
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "dateline.gpkg")
            for name, rows, columns, geometry in _layers(chosen):
                plain = [flat(row, columns) | {"geometry": row["geometry"]} for row in rows]
                spatial = spatial_frame(plain, _flat(columns))
                _add(spatial, path, name, geometry_type=geometry)
            for name, table in own_frames(chosen):
                _add(table, path, name, geometry_type="Unknown")
            _add(frame([flat(row, REPORTS) for row in chosen.reports], REPORTS), path, "reports")
            pairs = lines(chosen.described())
            _add(pd.DataFrame(pairs, columns=["name", "text"], dtype="string"), path, "about")
            return path.read_bytes()
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def _layers(chosen: Selection) -> Iterator[tuple[str, list[Row], Columns, str]]:
    for name in MARK_LAYERS:
        yield name, [row for row in chosen.marks if row["layer"] == name], MARKS, "Unknown"
    yield "mentions", list(chosen.mentions), MENTIONS, _kind(chosen.mentions)
    yield "claims", list(chosen.claims), CLAIMS, _kind(chosen.claims)


def _kind(rows: Sequence[Row]) -> str:
    """Name the geometry of items: points, unless they were coarsened to areas."""
    kinds = {row["geometry"].geom_type for row in rows if row["geometry"] is not None}
    return "Point" if kinds <= {"Point"} else "Unknown"


def _flat(columns: Columns) -> Columns:
    """Give columns their kinds in a format without lists."""
    return {name: Kind.TEXT if kind is Kind.TEXTS else kind for name, kind in columns.items()}


def _add(table: pd.DataFrame, path: Path, layer: str, **options: str) -> None:
    known = path.exists()
    pyogrio.write_dataframe(
        table,
        path,
        layer=layer,
        driver="GPKG",
        append=known,
        use_arrow=True,
        dataset_options=None if known else {"VERSION": VERSION},
        **options,
    )
