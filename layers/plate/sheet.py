"""A sheet of matplotlib in pixels: the origin is the upper left corner, as on a slide."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from matplotlib import font_manager, rcParams
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from matplotlib.transforms import Bbox

FONTS = Path(__file__).resolve().parent.parent.parent / "static" / "fonts"
FAMILY = ("Noto Sans", "Noto Sans KR")
SEMIBOLD = 600
DPI = 100
PX_PER_PT = DPI / 72


@cache
def load_fonts() -> None:
    """Make the shipped fonts known to matplotlib; glyphs missing in one are taken from the next."""
    for path in sorted(FONTS.glob("*.ttf")):
        font_manager.fontManager.addfont(path)
    rcParams["font.family"] = list(FAMILY)
    rcParams["svg.fonttype"] = "none"
    rcParams["pdf.fonttype"] = 42
    # A report's text is never mathematics: "$" stays a dollar sign.
    rcParams["text.parse_math"] = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A figure of ``width`` × ``height`` pixels at scale 1."""

    width: int
    height: int
    figure: Figure
    page: Axes

    def text(self, x: float, y: float, words: str, size: float, **style: Any) -> Text:  # noqa: ANN401  matplotlib's own
        """Set text with its baseline (or ``va``) at a pixel; ``size`` is in pixels."""
        style = {"va": "baseline", "ha": "left"} | style
        if style.get("weight") == SEMIBOLD:
            # Matplotlib knows this weight of Noto Sans as a family of its own.
            style |= {"family": ["Noto Sans SemiBold", *FAMILY], "weight": 400}
        return self.page.text(x, y, words, fontsize=size / PX_PER_PT, **style)

    def rule(self, x0: float, y0: float, x1: float, y1: float, colour: str, width: float) -> None:
        """Draw a straight rule between two pixels."""
        self.page.plot([x0, x1], [y0, y1], color=colour, lw=width / PX_PER_PT, zorder=9)

    def box(self, x: float, y: float, width: float, height: float, **style: Any) -> None:  # noqa: ANN401  matplotlib's own
        """Draw a rectangle whose upper left corner is at a pixel."""
        self.page.add_patch(Rectangle((x, y), width, height, **style))

    def extent(self, text: Text) -> Bbox:
        """Measure a text, in pixels from the upper left corner."""
        canvas = self.figure.canvas
        if not isinstance(canvas, FigureCanvasAgg):
            raise TypeError("a sheet is measured on the Agg canvas")
        renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]  # matplotlib left it bare
        return text.get_window_extent(renderer).transformed(self.page.transData.inverted())

    def wrap(
        self, words: str, size: float, width: float, lines: int, weight: int = 400
    ) -> list[str]:
        """Break text into at most ``lines`` lines of at most ``width`` pixels; "…" marks a cut."""
        probe = self.text(0, 0, "", size, weight=weight)

        def fits(candidate: str) -> bool:
            probe.set_text(candidate)
            return abs(self.extent(probe).width) <= width

        broken = _break(words.split(), fits)
        if len(broken) > lines:
            broken = [*broken[: lines - 1], _cut(broken[lines - 1], fits)]
        probe.remove()
        return broken


def _break(words: list[str], fits: Any) -> list[str]:  # noqa: ANN401  a predicate
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and fits(longer):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(line: str, fits: Any) -> str:  # noqa: ANN401  a predicate
    words = line.split()
    while len(words) > 1 and not fits(" ".join(words) + " …"):
        words.pop()
    return " ".join(words) + " …"


def new_sheet(width: int, height: int, paper: str) -> Sheet:
    """Make an empty sheet."""
    load_fonts()
    figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI, facecolor=paper)
    FigureCanvasAgg(figure)
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
    clone.set_path_effects([withStroke(linewidth=3.2, foreground=halo)])
    sheet.text(x, y, words, size, **style)
