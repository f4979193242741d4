"""A sheet of matplotlib in units: the origin is the upper left corner, as on a slide."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from matplotlib import font_manager, rcParams
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import FancyBboxPatch, Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.text import Text

from layers.fonts import FONTS, undrawn

FAMILY = ("Noto Sans", "Noto Sans KR", "Noto Sans Arabic", "Noto Sans Hebrew")
SEMIBOLD = 600
UNITS_PER_INCH = 144
POINTS_PER_INCH = 72
HALO = 4.4
MEASURED_AT = 200.0


@cache
def load_fonts() -> None:
    """Make the shipped fonts known to matplotlib.

    Glyphs missing in one font are taken from the next.
    """
    for path in sorted(FONTS.glob("*.ttf")):
        font_manager.fontManager.addfont(path)
    rcParams["font.family"] = list(FAMILY)
    rcParams["svg.fonttype"] = "none"
    rcParams["pdf.fonttype"] = 42
    # Ids in an SVG are random otherwise, and the same plate would never be the same file.
    rcParams["svg.hashsalt"] = "dateline"
    # Widths measured at one resolution hold at every other.
    rcParams["text.hinting"] = "none"
    # A report's text is never mathematics: "$" stays a dollar sign.
    rcParams["text.parse_math"] = False


@cache
def _measuring() -> RendererAgg:
    return RendererAgg(8, 8, POINTS_PER_INCH)  # type: ignore[no-untyped-call]  # bare there


@lru_cache(maxsize=50_000)
def _ems(word: str, weight: int) -> float:
    """Measure a word in sizes of its type."""
    font = FontProperties(size=MEASURED_AT, **_face(weight))
    with quiet_about_glyphs():
        width, _, _ = _measuring().get_text_width_height_descent(  # type: ignore[no-untyped-call]  # bare there
            word, font, ismath=False
        )
    return float(width) / MEASURED_AT


def _face(weight: int) -> dict[str, Any]:
    if weight == SEMIBOLD:
        # Matplotlib knows this weight of Noto Sans as a family of its own.
        return {"family": ["Noto Sans SemiBold", *FAMILY], "weight": 400}
    return {"family": list(FAMILY), "weight": weight}


@dataclass
class Sheet:
    """A figure of ``width`` × ``height`` units; ``written`` gathers the characters on it."""

    width: float
    height: float
    figure: Figure
    page: Axes
    written: set[str] = field(default_factory=set)

    @property
    def point(self) -> float:
        """Size of a point in units."""
        return float(self.figure.dpi) / POINTS_PER_INCH

    @property
    def missing(self) -> tuple[str, ...]:
        """Characters on the sheet that no shipped font can draw."""
        return undrawn(self.written)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        *,
        weight: int = 400,
        **style: Any,  # noqa: ANN401  matplotlib's own
    ) -> Text:
        """Set text with its baseline (or ``va``) at a spot; ``size`` is in units."""
        self.written.update(words)
        style = {"va": "baseline", "ha": "left"} | _face(weight) | style
        return self.page.text(x, y, words, fontsize=size / self.point, **style)

    def measure(self, words: str, size: float, weight: int = 400) -> float:
        """Measure the width of a line of text, in units."""
        parts = words.split(" ")
        spaces = (len(parts) - 1) * (_ems("n n", weight) - _ems("nn", weight))
        return size * (sum(_ems(part, weight) for part in parts if part) + spaces)

    def rule(
        self, x0: float, y0: float, x1: float, y1: float, colour: str, width: float, z: float = 9
    ) -> None:
        """Draw a straight rule between two spots."""
        self.page.plot([x0, x1], [y0, y1], color=colour, lw=width / self.point, zorder=z)

    def box(self, x: float, y: float, width: float, height: float, **style: Any) -> None:  # noqa: ANN401  matplotlib's own
        """Draw a rectangle whose upper left corner is at a spot."""
        self.page.add_patch(Rectangle((x, y), width, height, **style))

    def badge(self, x: float, middle: float, words: str, size: float, ink: str, paper: str) -> None:
        """Draw a number in a pill whose left end is at ``x`` (:meth:`badge_width`)."""
        width, height = self.badge_width(words, size), size * 1.34
        round_ = f"round,pad=0,rounding_size={height / 2 - 0.01}"
        look: dict[str, Any] = {
            "facecolor": ink,
            "edgecolor": paper,
            "lw": 1 / self.point,
            "zorder": 9,
        }
        pill = FancyBboxPatch((x, middle - height / 2), width, height, boxstyle=round_, **look)
        self.page.add_patch(pill)
        self.text(x + width / 2, middle + size * 0.36, words, size, weight=700, ha="center",
                  color=paper, zorder=9.1)  # fmt: skip

    def badge_width(self, words: str, size: float) -> float:
        """Measure what a badge takes."""
        return max(size * 1.34, self.measure(words, size, 700) + size * 0.8)

    def wrap(
        self, words: str, size: float, width: float, lines: int, weight: int = 400
    ) -> list[str]:
        """Break text into at most ``lines`` lines of at most ``width`` units; "…" marks a cut."""

        def fits(candidate: str) -> bool:
            return self.measure(candidate, size, weight) <= width

        broken = _break(words.split(), fits)
        if len(broken) > lines:
            return [*broken[: lines - 1], _cut(broken[lines - 1] + " …", fits)]
        return [line if fits(line) else _cut(line, fits) for line in broken]


def _break(words: list[str], fits: Callable[[str], bool]) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and fits(longer):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(line: str, fits: Callable[[str], bool]) -> str:
    """Shorten a line by words, and a word that is too long by letters, until it fits with "…"."""
    kept = line.removesuffix(" …")
    while " " in kept and not fits(kept + " …"):
        kept = kept.rpartition(" ")[0]
    while len(kept) > 1 and not fits(kept + " …"):
        kept = kept[:-1]
    return kept + " …"


def new_sheet(
    width: float, height: float, paper: str, units_per_inch: float = UNITS_PER_INCH
) -> Sheet:
    """Make an empty sheet of ``width`` × ``height`` units."""
    load_fonts()
    inches = (width / units_per_inch, height / units_per_inch)
    figure = Figure(figsize=inches, dpi=units_per_inch, facecolor=paper)
    page = figure.add_axes((0, 0, 1, 1))
    page.set_xlim(0, width)
    page.set_ylim(height, 0)
    page.axis("off")
    return Sheet(width, height, figure, page)


def haloed(
    sheet: Sheet,
    x: float,
    y: float,
    words: str,
    halo: str,
    size: float,
    **style: Any,  # noqa: ANN401  matplotlib's own
) -> None:
    """Set text over a halo.

    The halo is a stroked clone under plain text: text that itself has path effects would become
    outlines in SVG and PDF, and could no longer be searched.
    """
    under = {**style, "color": halo, "zorder": style.get("zorder", 3) - 0.1}
    clone = sheet.text(x, y, words, size, **under)
    clone.set_path_effects([withStroke(linewidth=HALO / sheet.point, foreground=halo)])
    sheet.text(x, y, words, size, **style)


@contextmanager
def quiet_about_glyphs() -> Iterator[None]:
    """Keep matplotlib from warning of each missing glyph: a plate names them once."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        yield
