"""Coverage under a panel: where reports speak of is tinted, all other land is hatched.

The browser draws the same (static/web/map-coverage.js). Where nothing was reported something may
have happened all the same: the legend and the small print say so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from matplotlib.collections import LineCollection
from shapely.geometry import shape

from layers import basemap
from layers.plate import shapes
from layers.plate.form import settings, type_size
from layers.plate.ground import ADM1_BELOW_M, detail_of, simple
from layers.plate.labels import Label, Line
from layers.plate.panel import Panel
from layers.plate.projection import Bounds, Frame
from layers.view import View
from layers.visibility import Visible

Json = Mapping[str, Any]

LAYER = "coverage"
NOTE = (
    "Hatched: land of which the reports shown say nothing. No report does not mean that nothing "
    "happened."
)
# After every other name on a panel.
RANK = 40
ROOT = " ← "


@dataclass(frozen=True, slots=True)
class Covered:
    """A province, or a country named as a whole, of which something in view is reported.

    Attributes
    ----------
    code
        Of the province or country, as in :mod:`layers.basemap`.
    whole
        It is a country, and no province of it can be told.
    reports, origins
        How many reports speak of it, and from how many origins its figures are; those whose origin
        is not stated count as one, and there are none without figures.
    """

    code: str
    whole: bool
    reports: int
    origins: int

    @property
    def words(self) -> str:
        """Print how much is reported."""
        reports = f"{self.reports} report{'' if self.reports == 1 else 's'}"
        origins = f" · {self.origins} origin{'' if self.origins == 1 else 's'}"
        return reports + (origins if self.origins else "")

    @property
    def tint(self) -> float:
        """Give the share of ink in its tint."""
        steps = settings()["coverage"]["tints"]
        return float(next(ink for most, ink in steps if most == 0 or self.reports <= most))


def is_on(scene: Json, view: View) -> bool:
    """Tell whether a view shows the coverage."""
    layers = {layer["id"]: layer["on"] for layer in scene["layers"]} | dict(view.layers)
    return bool(layers.get(LAYER)) and "coverage" in scene


def covered(scene: Json, shown: Visible) -> list[Covered]:
    """List what the items that can be read in a view speak of."""
    items = {item["id"]: item for item in shown.items}
    found = []
    for row in scene["coverage"]:
        here = [items[id_] for id_ in row["items"] if id_ in items]
        sources = (item.get("source") for item in here if item["type"] == "claim")
        origins = {source.rpartition(ROOT)[2] if source else None for source in sources}
        if here:
            reports = len({item["report"] for item in here})
            found.append(Covered(row["id"], bool(row["whole"]), reports, len(origins)))
    return found


def signs_of(scene: Json, areas: Sequence[Covered], frame: Frame) -> list[str]:
    """List the signs that a frame shows, as the legend names them."""
    within = shapely.box(*frame.box)
    outlines = {row["id"]: row["geometry"] for row in scene["coverage"] if not row["whole"]}
    tinted = any(
        frame.project(shape(outlines[area.code])).intersects(within)
        for area in areas
        if not area.whole
    )
    return [*(["tinted"] if tinted else []), "unreported"]


def draw_coverage(panel: Panel, areas: Sequence[Covered]) -> None:
    """Hatch the land of a panel, and tint what reports speak of."""
    for bounds in panel.frame.bounds:
        detail, land = detail_of(panel), panel.colours["land"]
        countries = basemap.adm0(detail, bbox=bounds)
        disputed = basemap.disputed(detail, bbox=bounds).geometry
        whole = countries["code"].isin([area.code for area in areas if area.whole])
        both = np.hstack([countries.geometry[~whole], disputed])
        gap = settings()["coverage"]
        _hatch(panel, simple(panel, both, bounds), gap["apart"])
        _hatch(panel, simple(panel, countries.geometry[whole], bounds), gap["apart_whole"])
        for tint, parts in _tinted(panel, areas, bounds):
            shapes.fill(panel.axes, parts, land, 1.0, 1.08)
            shapes.fill(panel.axes, parts, panel.colours["ink"], tint, 1.09)


def _tinted(
    panel: Panel, areas: Sequence[Covered], bounds: Bounds
) -> Iterator[tuple[float, shapes.Shapes]]:
    provinces = basemap.adm1(detail_of(panel), bbox=bounds)
    for tint in sorted({area.tint for area in areas}):
        codes = [area.code for area in areas if area.tint == tint and not area.whole]
        yield tint, simple(panel, provinces.geometry[provinces["code"].isin(codes)], bounds)


def _hatch(panel: Panel, land: shapes.Shapes, apart: float) -> None:
    """Draw slanting lines over a whole panel, and show them on land alone."""
    path = shapes.rings(land)
    if path is None:
        return
    left, bottom, right, top = panel.frame.box
    reach = top - bottom
    starts = np.arange(left - reach, right, apart * 1.414 * panel.pixel)
    slants = [shapely.LineString([(x, bottom), (x + reach, top)]) for x in starts]
    # The land is all they are clipped to below: the panel has to be cut here.
    lines = shapes.polylines(shapely.clip_by_rect(slants, left, bottom, right, top))
    width = shapes.points(panel.axes, settings()["coverage"]["width"])
    drawn = LineCollection(lines, colors=panel.colours["unreported"], linewidths=width)
    drawn.set(zorder=1.05)
    drawn.set_clip_path(path, panel.axes.transData)
    panel.axes.add_artist(drawn)


def captions(panel: Panel, areas: Sequence[Covered]) -> Iterator[Label]:
    """Say how much is reported of each province, where there is room inside it."""
    if panel.frame.width_m > ADM1_BELOW_M:
        return
    known = {area.code: area for area in areas if not area.whole}
    for bounds in panel.frame.bounds:
        provinces = basemap.adm1("overview", bbox=bounds)
        provinces = provinces[provinces["code"].isin(known)]
        parts = panel.frame.project(provinces.geometry.to_numpy(), bounds)
        for code, land in zip(provinces["code"], parts, strict=True):
            area = panel.on_sheet(land)
            if not area.is_empty:
                middle = shapely.point_on_surface(area)
                line = Line(known[code].words, type_size("note"), 400, panel.colours["ink2"])
                yield Label(middle.x, middle.y, [line], rank=RANK, inside=True, area=area)
