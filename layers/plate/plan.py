"""What a plate is going to hold and where, before anything is drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shapely.geometry import LineString, Point, box, shape

from layers.plate import choice, coverage, furniture, own, signs
from layers.plate.figures import Figure, headline_figures
from layers.plate.form import Form
from layers.plate.layout import TILES, Layout, Needs, Rect, bare, layout
from layers.plate.projection import Frame
from layers.plate.sheet import Sheet
from layers.plate.small_print import SmallPrint, small_print
from layers.plate.timeline import Timeline, timeline
from layers.style import style
from layers.view import View
from layers.visibility import Drawn, Visible

Json = Mapping[str, Any]

# A page has room for two rows of figures, a slide for one.
TALL = 1200.0
# Rows of small print that a layout starts from, before the print is written.
SMALL_ROWS = 6
FIRST_ASPECT = 1.7
PASSES = 5


@dataclass(frozen=True, slots=True)
class Plan:
    """What a plate is going to hold, before anything is drawn.

    ``frames`` are those of its panels, the overview first; ``clusters`` the places of its details;
    ``covered`` is None where the coverage is off, ``days`` where the view has no window. ``small``
    are the lines of what is ``said`` beneath; ``layers`` are the analyst's own layers.
    """

    laid: Layout
    places: Sequence[Rect]
    frames: Sequence[Frame]
    clusters: Sequence[choice.Cluster]
    framed: Sequence[Drawn]
    covered: Sequence[coverage.Covered] | None
    rows: Sequence[signs.Row]
    days: Timeline | None
    figures: Sequence[Figure]
    said: SmallPrint
    small: Sequence[str]
    layers: Sequence[own.Own]


def plan_of(
    sheet: Sheet,
    scene: Json,
    shown: Visible,
    view: View,
    form: Form,
    layers: Sequence[own.Own] = (),
) -> Plan:
    """Find a layout for what is in the frame, and the frame for what the layout leaves it."""
    tiles = TILES * (2 if sheet.height > TALL else 1)
    figures = [] if form.bare else headline_figures(scene, shown)[:tiles]
    covered = coverage.covered(scene, shown) if coverage.is_on(scene, view) else None
    days = None if form.bare else timeline(scene, view)
    places, small = [Rect(0, 0, FIRST_ASPECT, 1.0)], [""] * SMALL_ROWS
    for _ in range(PASSES):
        aspect = places[0].aspect
        whole = choice.overview(shown.drawn, view.camera, aspect)
        framed = [one for one in shown.drawn if in_frame(whole, one)]
        clusters = choice.details(shown.drawn, whole)
        hatched = [] if covered is None else coverage.signs_of(scene, covered, whole)
        seen = own.in_frame(layers, whole)
        rows = [*signs.rows(framed, style(), hatched), *own.rows(seen)]
        needs = Needs(
            signs=len(rows),
            small_rows=len(small) + 1,
            tiles=len(figures),
            quotes=bool(framed),
            banner=bool(form.banner),
            timeline=bool(days),
        )
        across, down = sheet.width, sheet.height
        laid = bare(across, down, len(rows)) if form.bare else layout(across, down, needs)
        places = choice.arranged(laid.maps, clusters, wide=whole.round)
        frames = [whole, *choice.framed(clusters, places[1:])]
        note = coverage.NOTE if hatched else ""
        said = small_print(scene, shown, frames, note, tuple(own.notes(seen)))
        if laid.footer:
            small = furniture.wrapped_small(sheet, said.sentences, laid.footer.width)
        if places[0].aspect == aspect:
            break
    # Whatever room the last pass left: a map is never stretched to fill it.
    frames[0] = choice.overview(shown.drawn, view.camera, places[0].aspect)
    return Plan(
        laid, places, frames, clusters, framed, covered, rows, days, figures, said, small, layers
    )


def in_frame(frame: Frame, one: Drawn) -> bool:
    """Tell whether any of a mark is inside a frame: only that is explained and quoted."""
    mark = one.mark
    if mark["layer"] == "flows":
        geometry = shape(mark["path"])
    elif mark["layer"] == "distances":
        geometry = LineString([mark["from"], mark["to"]])
    elif mark["wide"]:
        geometry = Point(mark["lon"], mark["lat"])
    else:
        geometry = shape(mark["geometry"])
    return bool(frame.project(geometry).intersects(box(*frame.box)))
