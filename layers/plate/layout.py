"""Where things stand on a sheet, from what there is to show."""

from dataclasses import dataclass
from typing import NamedTuple

MARGIN = 44.0
# A sheet of maps alone has no more margin than the maps' borders need.
EDGE = 1.5
GAP = 18.0
BANNER = 34.0
TITLE = 100.0
# The column of quotes takes this share of the sheet.
COLUMN = 0.245
# The overview takes this share beside its details: less of it the more there are side by side.
STACKED, BESIDE = 0.48, 0.4
LEGEND_ROW = 28.0
LEGEND_COLUMNS = 4
LEGEND_COLUMN = 300.0
TILE = 124.0
TILES = 4
SMALL_ROW = 19.5
TIMELINE = 104.0
# An inset that shows where a single map is.
LOCATOR = (208.0, 148.0)


class Rect(NamedTuple):
    """A rectangle of a sheet, in units from its upper left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a plate; those are None that it has not."""

    maps: Rect
    legend: Rect
    title: Rect | None = None
    figures: Rect | None = None
    quotes: Rect | None = None
    footer: Rect | None = None
    timeline: Rect | None = None


@dataclass(frozen=True, slots=True)
class Needs:
    """What has to find room: signs, rows of small print, tiles, and whether there are quotes."""

    signs: int
    small_rows: int
    tiles: int
    quotes: bool
    banner: bool
    timeline: bool = False


def layout(width: float, height: float, needs: Needs) -> Layout:
    """Divide a sheet: title, maps with legend and figures beneath, quotes beside, small print.

    >>> layout(1920, 1080, Needs(1, 4, 0, False, False)).maps.width
    1832.0
    """
    top = (BANNER if needs.banner else 0.0) + 6
    bottom = height - (BANNER + 6 if needs.banner else 20.0)
    inner = width - 2 * MARGIN
    title = Rect(MARGIN, top, inner, TITLE)
    small = needs.small_rows * SMALL_ROW + 12
    footer = Rect(MARGIN, bottom - small, inner, small)
    body = Rect(MARGIN, title.bottom + 8, inner, footer.y - title.bottom - 16)
    beside = width * COLUMN if needs.quotes else 0.0
    across = body.width - (beside + 1.5 * GAP if needs.quotes else 0.0)
    rows = -(-needs.tiles // TILES)
    strip = rows * TILE + (12 if rows else 0)
    key = -(-needs.signs // legend_columns(across)) * LEGEND_ROW + 14
    days = TIMELINE if needs.timeline else 0.0
    maps = Rect(MARGIN, body.y, across, body.height - strip - key - days)
    below = maps.bottom + key + days + 4
    figures = Rect(MARGIN, below, across, strip) if rows else None
    quotes = Rect(MARGIN + body.width - beside, body.y, beside, body.height)
    return Layout(
        title=title,
        maps=maps,
        legend=Rect(MARGIN, maps.bottom + 12, across, key - 14),
        figures=figures,
        quotes=quotes if needs.quotes else None,
        footer=footer,
        timeline=Rect(MARGIN, below - days, across, days) if days else None,
    )


def bare(width: float, height: float, signs: int) -> Layout:
    """Divide a sheet that has maps and their legend alone.

    >>> bare(1000, 700, 4).maps.height
    629.0
    """
    inner = width - 2 * EDGE
    key = -(-signs // legend_columns(inner)) * LEGEND_ROW
    maps = Rect(EDGE, EDGE, inner, height - key - 2 * EDGE - 12 * bool(key))
    return Layout(maps=maps, legend=Rect(EDGE, maps.bottom + 12, inner, key))


def legend_columns(width: float) -> int:
    """Tell how many signs stand side by side in a legend."""
    return max(1, min(LEGEND_COLUMNS, int(width // LEGEND_COLUMN)))


def panels(maps: Rect, details: int, *, stacked: bool = True) -> list[Rect]:
    """Divide the room of the maps: an overview, and beside it details, stacked or in a row.

    >>> [round(each.width) for each in panels(Rect(0, 0, 1000, 500), 2)]
    [471, 511, 511]
    >>> [round(each.width) for each in panels(Rect(0, 0, 1000, 500), 2, stacked=False)]
    [393, 286, 286]
    """
    if details == 0:
        return [maps]
    first = (maps.width - GAP) * (STACKED if stacked else BESIDE)
    left, beside = maps.x + first + GAP, maps.width - first - GAP
    down, across = (details, 1) if stacked else (1, details)
    tall, wide = (maps.height - (down - 1) * GAP) / down, (beside - (across - 1) * GAP) / across
    others = [
        Rect(left + column * (wide + GAP), maps.y + row * (tall + GAP), wide, tall)
        for row in range(down)
        for column in range(across)
    ]
    return [Rect(maps.x, maps.y, first, maps.height), *others]
