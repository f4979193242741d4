"""Boxes on a slide, in points from its upper left corner."""

from dataclasses import dataclass

from pptx.util import Length, Pt


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[Length, Length, Length, Length]:
        """Give left, top, width and height as the file has them."""
        return Pt(self.x), Pt(self.y), Pt(self.width), Pt(self.height)

    @property
    def bottom(self) -> float:
        """Give the lower edge."""
        return self.y + self.height
