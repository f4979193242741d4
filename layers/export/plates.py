"""The plates of a document, each drawn once: deck and handout of a briefing share them."""

from collections.abc import Mapping
from typing import Any

from layers.export.story import Told
from layers.plate.form import SLIDE, Form
from layers.plate.render import Plate, render

Json = Mapping[str, Any]

INSET = Form(size="inset")


class Plates:
    """Draws the plates of a scene, and remembers them."""

    def __init__(self, scene: Json) -> None:
        """Draw of one scene."""
        self._scene = scene
        self._drawn: list[tuple[object, Plate]] = []

    def whole(self, step: Told) -> Plate:
        """Draw a plate that says all by itself."""
        return self._plate(step, SLIDE, None)

    def inset(self, step: Told) -> Plate:
        """Draw maps and legend; the numbers at the marks are those by which the step cites."""
        return self._plate(step, INSET, step.numbers)

    def _plate(self, step: Told, form: Form, numbers: Mapping[str, int] | None) -> Plate:
        asked = (step.view, step.title, form, numbers)
        for known, plate in self._drawn:
            if known == asked:
                return plate
        plate = render(self._scene, step.view, step.title, form=form, numbers=numbers)
        self._drawn.append((asked, plate))
        return plate


def beneath(step: Told, plate: Plate) -> str:
    """Give the small print of an inset, without what a document says on every page or at its end.

    That is that nothing was verified, and sources and terms.
    """
    return " ".join((step.window, f"{step.counts}.", plate.small.method, *plate.small.more))
