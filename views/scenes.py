"""Packed scenes, kept with the store: a dashboard that starts again has nothing to lay out anew.

A scene follows from the reports, the briefings, the gazetteer, and Dateline itself. The state of
all four is kept beside it, and one that was made of another is never given.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from geo.gazetteer import Gazetteer
from layers.web.packing import packed_json
from reports.errors import StoreError
from reports.store import Store
from views import collector

ROOT = Path(__file__).resolve().parents[1]
CODE, DATA = ("geo", "layers", "reports", "views"), "data"
NAME = "scene"
DIGEST = 16


@collector.at_rest
def packed_scene(
    store: Store,
    gazetteer: Gazetteer,
    revision: int,
    briefings: str,
    lay: Callable[[], Mapping[str, Any]],
) -> bytes:
    """Give a store's scene as the browser gets it, from the store where that keeps it already.

    Parameters
    ----------
    revision, briefings
        The state that the store is in; what is written meanwhile makes it another.
    lay
        Lays the scene out, which is dear.
    """
    state = " ".join((version(), gazetteer.path.name, str(revision), briefings))
    found = store.kept(NAME, state)
    if found is not None:
        return found
    made = packed_json(lay())
    with suppress(StoreError):  # a store that cannot be written to costs the time, not the map
        store.keep(NAME, state, made, revision)
    return made


@cache
def version() -> str:
    """Tell this Dateline from every other: a hash of when its code and its data were written."""
    digest = hashlib.sha256()
    for path in sorted(_sources()):
        about = path.stat()
        name = path.relative_to(ROOT).as_posix()
        digest.update(f"{name}\0{about.st_size}\0{about.st_mtime_ns}\0".encode())
    return digest.hexdigest()[:DIGEST]


def _sources() -> Iterator[Path]:
    for folder in CODE:
        yield from (ROOT / folder).rglob("*.py")
    for path in (ROOT / DATA).rglob("*"):
        if path.is_file() and path.parent.name != "__pycache__":
            yield path
