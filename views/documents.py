"""A briefing or a view as a document to present or to leave behind: a deck, or a handout."""

from collections.abc import Callable, Mapping
from typing import Any

from layers.briefing.briefing import Briefing
from layers.export.deck import deck
from layers.export.handout import handout
from layers.export.plates import Plates

Make = Callable[[Mapping[str, Any], Briefing, Plates], bytes]

DOCUMENTS: Mapping[str, Make] = {".pptx": deck, "handout.pdf": handout}
"""What makes a document, by how its name ends; a PDF of another name is no handout."""
