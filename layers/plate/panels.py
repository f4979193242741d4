"""The panels of a plate: an overview and its details, each with ground, marks and fittings."""

from collections.abc import Mapping, Sequence
from typing import Any

from layers.plate import choice, fittings, own
from layers.plate.coverage import captions, draw_coverage
from layers.plate.form import Form
from layers.plate.ground import draw_graticule, draw_ground
from layers.plate.marks import draw
from layers.plate.panel import Content, Panel
from layers.plate.plan import Plan
from layers.plate.projection import Frame
from layers.plate.sheet import Sheet
from layers.style import style
from layers.visibility import Drawn

Json = Mapping[str, Any]

# A panel is named after so many places.
NAMED = 3


def draw_panels(
    sheet: Sheet,
    plan: Plan,
    drawn: Sequence[Drawn],
    colours: Json,
    badges: Mapping[str, str],
    form: Form,
) -> tuple[str, ...]:
    """Draw the panels; return the names that none of them had room for."""
    made = [Panel(sheet, f, p, colours) for f, p in zip(plan.frames, plan.places, strict=True)]
    inside = [_inside(drawn, cluster, frame) for cluster, frame in
              zip(plan.clusters, plan.frames[1:], strict=True)]  # fmt: skip
    dropped: dict[str, None] = {}
    standing: set[str] = set()
    for n, panel in enumerate(made):
        draw_ground(panel)
        if plan.covered is not None:
            draw_coverage(panel, plan.covered)
        own.draw_own(panel, plan.layers)
        if plan.clusters:
            fittings.tag(
                panel, choice.LETTERS[n], _named(plan.clusters[n - 1]) if n else ["Overview"]
            )
        else:
            fittings.locator(panel)
        fittings.scale_bar(panel, form.unit)
        fittings.north_arrow(panel)
        if n == 0:
            fittings.extents(panel, list(zip(choice.LETTERS[1:], plan.frames[1:], strict=False)))
        draw_graticule(panel)
        elsewhere = frozenset().union(*inside) if n == 0 else _lines(drawn) - inside[n - 1]
        quiet = [*captions(panel, plan.covered or []), *own.captions(panel, plan.layers)]
        content = Content(drawn, elsewhere, badges, form.names, form.unnamed, quiet, form.unit)
        named, left_out = draw(panel, content, style())
        standing |= named
        dropped |= dict.fromkeys(left_out)
    return tuple(name for name in dropped if name not in standing)


def _inside(drawn: Sequence[Drawn], cluster: choice.Cluster, frame: Frame) -> frozenset[str]:
    """Give the ids of the marks that a detail names: its places, and what runs between them."""
    places = {one.mark["id"] for one in cluster.drawn}
    ends = {one.mark["id"]: (one.mark["from"], one.mark["to"]) for one in drawn if "to" in one.mark}
    between = {id_ for id_, pair in ends.items()
               if all(frame.contains(*frame.point(*end)) for end in pair)}  # fmt: skip
    return frozenset(places | between)


def _lines(drawn: Sequence[Drawn]) -> frozenset[str]:
    return frozenset(one.mark["id"] for one in drawn if "to" in one.mark)


def _named(cluster: choice.Cluster) -> list[str]:
    ranked = sorted(cluster.drawn, key=lambda one: -len(one.items))
    names = list(dict.fromkeys(one.mark["name"] for one in ranked if "name" in one.mark))
    return names[:NAMED] or ["Detail"]
