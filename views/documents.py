"""A view as a document to present or to leave behind: a deck, or a handout."""

from collections.abc import Callable, Mapping
from typing import Any

from layers.export.deck import deck
from layers.export.handout import handout
from layers.view import View

__all__ = ["DOCUMENTS", "Make", "deck", "handout"]

Make = Callable[[Mapping[str, Any], View, str | None], bytes]

DOCUMENTS: Mapping[str, Make] = {".pptx": deck, "handout.pdf": handout}
"""What makes a document, by how its name ends; a PDF of another name is no handout."""
