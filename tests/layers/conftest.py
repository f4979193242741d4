"""What tests of documents share."""

import io

import pytest
from PIL import Image

from layers.plate.render import Plate
from layers.plate.small_print import SmallPrint


@pytest.fixture
def no_plate(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Put a dot in the place of each plate, which has tests of its own; list what was asked for."""
    dot, asked = io.BytesIO(), list[object]()
    Image.new("RGB", (16, 9)).save(dot, "PNG")

    def render(*args: object, **named: object) -> Plate:
        asked.append((*args[1:], named))
        return Plate(dot.getvalue(), "png", "A dot.", (), (), SmallPrint("", "Of a dot.", "", ""))

    monkeypatch.setattr("layers.export.plates.render", render)
    return asked
