"""What a plate is made as: kind of file, size, handling; and the sizes and signs of plates."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from geo.settings import data_dir

Kind = Literal["png", "svg", "pdf"]
SizeName = Literal["hd", "4k", "a4"]
Inset = Literal["inset"]
Names = Literal["both", "english", "local"]
KINDS: tuple[Kind, ...] = get_args(Kind)
SIZES: tuple[SizeName, ...] = get_args(SizeName)


@dataclass(frozen=True, slots=True)
class Form:
    """How a view is put on a plate.

    Attributes
    ----------
    kind
        ``"png"``, or as vectors with text that can be searched: ``"svg"``, ``"pdf"``.
    size
        ``"hd"`` (1920 × 1080), ``"4k"`` (3840 × 2160) or ``"a4"`` (landscape, 300 dpi);
        ``"inset"`` is maps and legend alone, for a page that says the rest.
    banner
        Handling marking, above and below.
    page
        Page number as printed, such as ``"2 / 5"``.
    names
        Names of places in English, in the script of the place where it is known, or in both.
    unnamed
        English names that the ground may not print.
    unit
        Of computed lengths and the scale bar (:mod:`layers.lengths`).
    """

    kind: Kind = "png"
    size: SizeName | Inset = "hd"
    banner: str | None = None
    page: str | None = None
    names: Names = "both"
    unnamed: frozenset[str] = frozenset()
    unit: str = "km"

    @property
    def bare(self) -> bool:
        """Tell whether title, quotes, figures and small print are left to the page around."""
        return self.size == "inset"


SLIDE = Form()


@dataclass(frozen=True, slots=True)
class Size:
    """A sheet: width and height in pixels at ``dpi``, and how fine its units are."""

    label: str
    pixels: tuple[int, int]
    dpi: int
    units_per_inch: int

    @property
    def units(self) -> tuple[float, float]:
        """Width and height in units."""
        across, down = self.pixels
        return across / self.dpi * self.units_per_inch, down / self.dpi * self.units_per_inch

    @property
    def aspect(self) -> float:
        """Width over height."""
        across, down = self.pixels
        return across / down


@cache
def settings() -> Mapping[str, Any]:
    """Read data/plate.toml."""
    return tomllib.loads((data_dir() / "plate.toml").read_text("utf-8"))


def size_of(name: SizeName | Inset) -> Size:
    """Look a size up."""
    found = settings()["sizes"][name]
    across, down = found["pixels"]
    return Size(found["label"], (across, down), found["dpi"], found["units_per_inch"])


def type_size(what: str) -> float:
    """Give the size of a kind of type, in units."""
    return float(settings()["type"][what])


def plate_sign(status: str) -> Mapping[str, Any]:
    """Give the point, the dashes of a movement and the hatch of a status."""
    found: Mapping[str, Any] = settings()["signs"][status]
    return found


def plate_colours(theme: str, tokens: Mapping[str, Any]) -> Mapping[str, str]:
    """Join the colours that only plates need to those of a theme."""
    return {**tokens, **settings()[theme]}
