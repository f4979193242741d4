"""The pictures of docs/gallery.md: there, and small."""

import re
from pathlib import Path

DOCS = Path(__file__).parents[3] / "docs"
MOST_BYTES = 250_000


def test_every_picture_is_there_and_small() -> None:
    named = re.findall(r"\]\((gallery/[\w-]+\.png)\)", (DOCS / "gallery.md").read_text("utf-8"))
    drawn = {f"gallery/{file.name}" for file in (DOCS / "gallery").iterdir()}
    assert set(named) == drawn
    assert all((DOCS / file).stat().st_size < MOST_BYTES for file in named)
