"""A watched inbox: which of its files are whole, and which were taken already.

A folder is listed again and again rather than asked to report changes, as folders of a network
seldom do.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

SETTLED = 3
"""Listings in a row in which a file is the same before it is taken for whole."""


class Stamp(NamedTuple):
    """What changes of a file while it is copied: bytes, and nanoseconds of its last change."""

    size: int
    changed: int


class Inbox:
    """Remembers what it saw of a folder's files, and says once of each that it can be taken."""

    def __init__(self) -> None:
        self._seen: dict[Path, tuple[Stamp, int]] = {}

    def ready(self, listing: Mapping[Path, Stamp]) -> list[Path]:
        """Take the next listing, and give the files that have settled with it, in its order.

        A file that changes after it was taken is given again once it has settled.
        """
        seen = {path: (stamp, self._listings(path, stamp)) for path, stamp in listing.items()}
        # What is out of sight for a while, as when a drive is unplugged, is not new afterwards.
        self._seen.update(seen)
        return [path for path, (_, listings) in seen.items() if listings == SETTLED]

    def _listings(self, path: Path, stamp: Stamp) -> int:
        before, listings = self._seen.get(path, (None, 0))
        return listings + 1 if before == stamp else 1


def stamp(path: Path) -> Stamp | None:
    """Look at a file; None when it is gone."""
    try:
        found = path.stat()
    except OSError:
        return None
    return Stamp(found.st_size, found.st_mtime_ns)
