"""A PPTX that is the same bytes whenever it is written."""

import io
import zipfile
from datetime import UTC, date, datetime

from pptx.presentation import Presentation as Deck

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can name."""
TITLE = 255
"""Characters that the properties of a file have room for."""


def archived(deck: Deck, title: str, as_of: str | None) -> bytes:
    """Write a deck; its times are the day of its newest report, never the time of writing."""
    day = date.fromisoformat(as_of) if as_of else date(*EPOCH[:3])
    when = datetime(day.year, day.month, day.day, tzinfo=UTC).replace(tzinfo=None)
    core = deck.core_properties
    core.title, core.author, core.last_modified_by = title[:TITLE], "Dateline", "Dateline"
    core.created = core.modified = when
    core.revision = 1
    saved = io.BytesIO()
    deck.save(saved)
    return _stilled(saved)


def _stilled(saved: io.BytesIO) -> bytes:
    """Give every entry of a ZIP the same time."""
    out = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, also where Windows writes it
            new.writestr(entry, old.read(name))
    return out.getvalue()
