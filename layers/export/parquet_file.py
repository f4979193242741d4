"""GeoParquet: marks and items in one table, what is printed of the whole in its metadata."""

import io

import pyarrow as pa
import pyarrow.parquet as pq

from layers.export.columns import FEATURES, Kind
from layers.export.frames import spatial_frame
from layers.export.selection import Selection, canonical

TYPES = {
    Kind.TEXT: pa.string(),
    Kind.NUMBER: pa.float64(),
    Kind.INTEGER: pa.int64(),
    Kind.BOOLEAN: pa.bool_(),
    Kind.DAY: pa.date32(),
    Kind.TEXTS: pa.list_(pa.string()),
}
"""Types are given, not guessed: an empty column has one too."""
GEOMETRY = "geometry"


def parquet_file(chosen: Selection) -> bytes:
    """Write marks, mentions and claims as rows that ``type`` tells apart.

    The file's metadata has ``dateline`` (as in the other formats) and ``reports``, both JSON.
    """
    rows = [row for _, each in chosen.spatial() for row in each]
    plain = io.BytesIO()
    spatial_frame(rows, FEATURES).to_parquet(plain, index=False, schema_version="1.1.0")
    table = pq.read_table(plain)
    fields = [pa.field(name, TYPES[kind]) for name, kind in FEATURES.items()]
    schema = pa.schema([*fields, table.schema.field(GEOMETRY)])
    ours = {"dateline": canonical(chosen.described()), "reports": canonical(list(chosen.reports))}
    ours["geo"] = table.schema.metadata[b"geo"]
    out = io.BytesIO()
    pq.write_table(table.cast(schema).replace_schema_metadata(ours), out)
    return out.getvalue()
