"""All text that can be got out of an exported file, by the ending of its name."""

import base64
import gzip
import io
import re
import struct
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import geopandas as gpd
import pyarrow.parquet as pq
import pyogrio
import pypdf

EMBEDDED = re.compile(r"url\(data:[^)]*\)")
"""Fonts as letters: any short word may stand in them by chance."""
PACKED = re.compile(r'<script type="text/plain" id="(?:ground|program)">([^<]*)<')


@cache
def written(path: Path) -> str:
    """Read all text of a file, its properties too."""
    return READERS[path.suffix](path)


def _plain(path: Path) -> str:
    return EMBEDDED.sub("", path.read_text("utf-8"))


def _svg(path: Path) -> str:
    return re.sub(r' (?:d|transform)="[^"]*"', "", _plain(path))


def _page(path: Path) -> str:
    text = path.read_text("utf-8")
    packed = [gzip.decompress(base64.b64decode(each)).decode() for each in PACKED.findall(text)]
    plain = re.sub(r'<script type="text/plain"[^>]*>[^<]*<', "", text)
    # JSON in a page escapes what could end its block.
    return EMBEDDED.sub("", "\n".join([plain, packed[0]]))


def _png(path: Path) -> str:
    """Read the chunks of text; what is drawn is the same as in the PDF."""
    data, at, found = path.read_bytes(), 8, []
    while at < len(data):
        (length,), kind = struct.unpack(">I", data[at : at + 4]), data[at + 4 : at + 8]
        if kind in {b"tEXt", b"iTXt", b"zTXt", b"eXIf"}:
            found.append(data[at + 8 : at + 8 + length].decode("utf-8", "replace"))
        at += length + 12
    return "\n".join(found)


def _pdf(path: Path) -> str:
    reader = pypdf.PdfReader(path)
    about = " ".join(map(str, (reader.metadata or {}).values()))
    pages = "\n".join(page.extract_text() for page in reader.pages)
    # A line may break within a name.
    return f"{about}\n{pages}\n{' '.join(pages.split())}"


def _zip(path: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        parts = [
            archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))
        ]
    text = "\n".join(part.decode("utf-8") for part in parts)
    return text + "\n" + re.sub(r"<[^>]*>", "", text)


def _gpkg(path: Path) -> str:
    layers = [str(name) for name, _ in pyogrio.list_layers(path)]
    tables = [gpd.read_file(path, layer=layer).to_csv() for layer in layers]
    return "\n".join([*tables, path.read_bytes().decode("utf-8", "replace")])


def _parquet(path: Path) -> str:
    metadata = pq.read_schema(path).metadata or {}
    told = "\n".join(value.decode("utf-8", "replace") for value in metadata.values())
    return f"{told}\n{gpd.read_parquet(path).to_csv()}"


READERS: Mapping[str, Callable[[Path], str]] = {
    ".png": _png,
    ".svg": _svg,
    ".pdf": _pdf,
    ".html": _page,
    ".pptx": _zip,
    ".xlsx": _zip,
    ".gpkg": _gpkg,
    ".parquet": _parquet,
    ".geojson": _plain,
    ".kml": _plain,
    ".csv": _plain,
    ".json": _plain,
}
