"""Geometry checked: what is on the globe, valid, cut at 180° and no finer than it is drawn."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from layers.own.errors import OwnLayerError
from layers.own.feature import Feature, counted, listed
from layers.own.projections import WAY_OUT
from layers.own.settings import grains, limits

HALF, WHOLE = 180.0, 360.0
AREA = 2
BATCH, NEIGHBOURS = 256, 3
DECIMALS = 5

NO_GEOMETRY = "no geometry that can be read"
NO_NUMBER = "coordinates that are no numbers (NaN, infinity)"
OFF_GLOBE = "coordinates that are not on the globe"
TANGLED = "an outline too tangled to mend"

Floats = NDArray[np.float64]


@dataclass(slots=True)
class Work:
    """How many crossings may still be mended: mending takes time with their square."""

    left: int


@dataclass(frozen=True, slots=True)
class Checked:
    """Features that can be drawn, and sentences on what was left out or changed."""

    features: Sequence[Feature]
    notes: Sequence[str]


def checked(found: Sequence[Feature], name: str) -> Checked:
    """Check features in degrees; what cannot be drawn is left out, named and counted.

    Raises
    ------
    OwnLayerError
        When nothing is left, or when the coordinates look projected: more than half of the
        features are not on the globe.
    """
    left_out: defaultdict[str, list[str]] = defaultdict(list)
    work = Work(limits().crossings)
    kept, mended, cut = list[Feature](), list[str](), list[str]()
    for each in found:
        problem, whole = _whole(each.geometry)
        if problem is None and whole is not None:
            made, short_way = _one_globe(whole, work)
            valid = _mended(made, work)
            if valid is None:
                problem = TANGLED
            else:
                mended += [each.name] * (valid is not made)
                cut += [each.name] * short_way
                kept.append(replace(each, geometry=valid))
        if problem is not None:
            left_out[problem].append(each.name)
    if 2 * len(left_out[OFF_GLOBE]) > len(found):
        raise OwnLayerError(name, "looks projected: its coordinates are no degrees", WAY_OUT)
    if not kept:
        told = "; ".join(f"{len(names)} with {why}" for why, names in left_out.items() if names)
        raise OwnLayerError(
            name, f"has nothing to draw ({told or 'no features'})", "check the file"
        )
    drawn, notes = _thinned(kept, name, work)
    return Checked(drawn, [*_told(left_out, mended, cut), *notes])


def _whole(geometry: BaseGeometry | None) -> tuple[str | None, BaseGeometry | None]:
    """Tell what is wrong with a geometry; one without height otherwise."""
    if geometry is None or geometry.is_empty:
        return NO_GEOMETRY, None
    flat: BaseGeometry = shapely.force_2d(geometry)
    xy = shapely.get_coordinates(flat)
    if not np.isfinite(xy).all():
        return NO_NUMBER, None
    if (np.abs(xy[:, 0]) > WHOLE).any() or (np.abs(xy[:, 1]) > HALF / 2).any():
        return OFF_GLOBE, None
    return None, flat


def _one_globe(geometry: BaseGeometry, work: Work) -> tuple[BaseGeometry, bool]:
    """Bring a geometry within ±180°, cut where it crosses; tell whether it jumped over 180°.

    A line from 179° to −179° is taken the short way, as who drew it meant it.
    """
    unrolled = shapely.transform(geometry, _unrolled) if _jumps(geometry) else geometry
    west, _, east, _ = unrolled.bounds
    if west >= -HALF and east <= HALF:
        return unrolled, False
    # A crossed outline cannot be cut: it is mended first.
    solid = _mended(unrolled, work)
    if solid is None:
        return unrolled, False
    parts = [
        shapely.transform(part, lambda xy, by=turn: xy - [by, 0.0])
        for turn in (-WHOLE, 0.0, WHOLE)
        if not (part := solid.intersection(_strip(turn))).is_empty
    ]
    return shapely.union_all(parts) if len(parts) > 1 else parts[0], unrolled is not geometry


def _strip(turn: float) -> shapely.Polygon:
    return shapely.box(turn - HALF, -HALF / 2, turn + HALF, HALF / 2)


def _jumps(geometry: BaseGeometry) -> bool:
    """Tell whether an edge leads more than half around the globe, and not all around it."""
    return any(
        ((np.abs(steps) > HALF) & (np.abs(steps) < WHOLE)).any() and _closes(line)
        for line in _lines(geometry)
        for steps in [np.diff(line[:, 0])]
    )


def _closes(line: Floats) -> bool:
    """Tell whether a ring comes back to where it began: one around a pole does not."""
    ring = (line[0] == line[-1]).all()
    longitudes = np.unwrap(line[:, 0], period=WHOLE)
    return not ring or bool(np.isclose(longitudes[0], longitudes[-1]))


def _lines(geometry: BaseGeometry) -> Iterator[Floats]:
    for part in shapely.get_parts(shapely.get_parts([geometry])):
        rings = shapely.get_rings(part) if part.geom_type == "Polygon" else [part]
        for ring in rings:
            xy = shapely.get_coordinates(ring)
            if len(xy) > 1 and part.geom_type != "MultiPoint":
                yield xy


def _unrolled(xy: Floats) -> Floats:
    return np.column_stack([np.unwrap(xy[:, 0], period=WHOLE), xy[:, 1]])


def _mended(geometry: BaseGeometry, work: Work) -> BaseGeometry | None:
    """Give a valid geometry: itself, or one made of it; None where that would take too long."""
    if geometry.is_valid:
        return geometry
    if any(_tangled(line, work) for line in _lines(geometry)):
        return None
    dimension = shapely.get_dimensions(geometry)
    parts = shapely.get_parts(
        shapely.get_parts([shapely.make_valid(geometry, method="structure", keep_collapsed=False)])
    )
    same = [part for part in parts if shapely.get_dimensions(part) == dimension]
    if dimension < AREA or not same:
        return None
    return shapely.union_all(same)


def _tangled(line: Floats, work: Work) -> bool:
    """Tell whether more edges may cross than can be mended in a second or so.

    Counted are edges whose boxes meet, which no crossing goes without, a batch at a time; an edge
    meets itself and its neighbours.
    """
    edges = shapely.linestrings(np.stack([line[:-1], line[1:]], axis=1))
    tree = shapely.STRtree(edges)
    for start in range(0, len(edges), BATCH):
        batch = edges[start : start + BATCH]
        work.left -= max(0, tree.query(batch).shape[1] - NEIGHBOURS * len(batch))
        if work.left < 0:
            return True
    return False


def _thinned(features: Sequence[Feature], name: str, work: Work) -> tuple[list[Feature], list[str]]:
    """Drop vertices closer than can be seen; coarser ones where there are too many for a map."""
    before = _vertices(features)
    for degrees, metres in grains():
        made = [_thin(each, degrees, work) for each in features]
        after = _vertices(made)
        if after <= limits().drawn:
            return made, [f"Outlines are kept to about {metres} m."] * (after < before)
    raise OwnLayerError(
        name,
        f"has {before:,} vertices, too many to draw",
        f"simplify it to {2 * metres:,} m, or divide it",
    )


def _thin(each: Feature, degrees: float, work: Work) -> Feature:
    geometry = each.geometry
    if geometry is None or shapely.get_dimensions(geometry) == 0:
        return each
    thin = shapely.remove_repeated_points(geometry, degrees)
    sound = not thin.is_empty and thin.is_valid
    return replace(each, geometry=thin if sound else _mended(thin, work) or geometry)


def _vertices(features: Sequence[Feature]) -> int:
    return int(sum(shapely.get_num_coordinates(each.geometry) for each in features))


def _told(
    left_out: dict[str, list[str]], mended: Sequence[str], cut: Sequence[str]
) -> Iterator[str]:
    most = limits().named
    for why, names in left_out.items():
        if names:
            yield f"Left out {counted(len(names), 'feature')} with {why}: {listed(names, most)}."
    if mended:
        yield f"Mended, as an outline crossed itself: {listed(mended, most)}."
    if cut:
        yield f"Taken the short way, as an edge jumped over 180°: {listed(cut, most)}."
