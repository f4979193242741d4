"""What a panel needs to be read as a map: scale, north, its letter, where it lies."""

from collections.abc import Sequence
from math import cos, radians, sin

import numpy as np
import shapely

from layers import basemap
from layers.lengths import METRES, UNITS
from layers.plate import shapes
from layers.plate.form import type_size
from layers.plate.ground import simple
from layers.plate.layout import LOCATOR, Rect
from layers.plate.panel import Panel
from layers.plate.projection import Frame, frame_around
from layers.plate.room import Box
from layers.prose.headings import listed

SCALE_STEPS = (1, 2, 5)
SCALE_SHARE = 0.2
# Wider than this, a scale holds nowhere but where it was measured.
ONE_SCALE_BELOW_M = 1_500_000.0
ARROW = 30.0
TAG_SHARE = 0.68
# A locator shows so much more than its map, within these widths.
LOCATOR_TIMES = 7.0
LOCATOR_LEAST_M, LOCATOR_MOST_M = 2_400_000.0, 9_000_000.0
# On an inset, what is smaller than this is a spot.
SPOT = 9.0


def scale_bar(panel: Panel, unit: str) -> None:
    """Draw a scale bar, true at the middle of the panel: round in a unit, the other beneath it."""
    sheet, colours, place = panel.sheet, panel.colours, panel.place
    true = panel.frame.scale
    count = round_length(panel.frame.width_m * true * SCALE_SHARE / METRES[unit])
    metres = count * METRES[unit]
    length = metres / true / panel.pixel
    size = type_size("furniture")
    where = "" if panel.frame.width_m < ONE_SCALE_BELOW_M else " at the centre"
    ends, (other,) = _counted(metres, unit), [each for each in UNITS if each != unit]
    beneath = f"{_counted(metres, other)}{where}"
    wide = max(length + sheet.measure(ends, size) / 2, sheet.measure(beneath, size - 1)) + 36
    left, base = place.x + 24, place.bottom - 32
    plate = {"facecolor": colours["panel"], "alpha": 0.9, "lw": 0, "zorder": 4}
    box = Box(place.x + 8, base - 27, place.x + 8 + wide, place.bottom - 8)
    sheet.box(box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0, **plate)
    sheet.rule(left, base, left + length, base, colours["ink"], 2.6)
    for end in (left, left + length / 2, left + length):
        sheet.rule(end, base - 5, end, base + 1, colours["ink"], 1.6)
    ink = {"color": colours["ink"], "zorder": 9}
    sheet.text(left, base - 10, "0", size, ha="center", **ink)
    sheet.text(left + length, base - 10, ends, size, ha="center", **ink)
    sheet.text(left, base + 17, beneath, size - 1, color=colours["ink2"], zorder=9)
    panel.room.take(box)


def _counted(metres: float, unit: str) -> str:
    """Print a length in whole units, or in tenths of one.

    >>> _counted(50_000, "km"), _counted(500, "mi")
    ('50 km', '0.3 mi')
    """
    count = metres / METRES[unit]
    return f"{count:,.{0 if count >= 1 else 1}f} {unit}"


def round_length(length: float) -> float:
    """Give the greatest 1, 2 or 5 × 10ⁿ that is not more than a length."""
    power = 1.0
    while power * 10 <= length:
        power *= 10
    while power > length:
        power /= 10
    return max(step * power for step in SCALE_STEPS if step * power <= length)


def north_arrow(panel: Panel) -> None:
    """Draw an arrow to the north, where there is one north for the whole panel."""
    turn = panel.frame.north()
    if turn is None:
        return
    sheet, ink = panel.sheet, panel.colours["ink"]
    x, y = panel.place.x + panel.place.width - 28, panel.place.y + 34
    box = Box(x - 18, y - 30, x + 18, y + ARROW + 2)
    plate = {"facecolor": panel.colours["panel"], "alpha": 0.9, "lw": 0, "zorder": 4}
    sheet.box(box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0, **plate)
    sheet.text(x, y - 10, "N", type_size("furniture"), weight=700, ha="center", color=ink, zorder=9)
    across, up = sin(radians(turn)) * ARROW / 2, cos(radians(turn)) * ARROW / 2
    middle = y + ARROW / 2 - 2
    tip, foot = (x + across, middle - up), (x - across, middle + up)
    sheet.rule(*foot, *tip, ink, 1.8)
    for side in (-1, 1):
        barb = (tip[0] - 0.5 * across + side * 0.32 * up, tip[1] + 0.5 * up + side * 0.32 * across)
        sheet.rule(*barb, *tip, ink, 1.8)
    panel.room.take(box)


def tag(panel: Panel, letter: str, names: Sequence[str]) -> None:
    """Name a panel with its letter and what it shows: as many of the names as fit."""
    sheet, size, place = panel.sheet, type_size("legend"), panel.place
    room = place.width * TAG_SHARE
    lists = [listed(names[:n]) for n in range(len(names), 0, -1)]
    fitting = (words for words in lists if sheet.measure(words, size, 600) < room)
    (line,) = sheet.wrap(next(fitting, names[0]), size, room, 1, weight=600)
    first = sheet.measure(letter, size, 700)
    width = first + sheet.measure(line, size, 600) + 30
    box = Box(place.x, place.y, place.x + width, place.y + 32)
    face = {"facecolor": panel.colours["panel"], "edgecolor": panel.colours["border"]}
    sheet.box(box.x0, box.y0, width, 32, **face, lw=0.8 / sheet.point, zorder=7)
    ink = {"color": panel.colours["ink"], "zorder": 9}
    sheet.text(box.x0 + 10, box.y0 + 22, letter, size, weight=700, **ink)
    sheet.text(box.x0 + 20 + first, box.y0 + 22, line, size, weight=600, **ink)
    panel.room.take(box)


def extents(panel: Panel, details: Sequence[tuple[str, Frame]]) -> None:
    """Draw where details lie on their overview, each with its letter."""
    for letter, frame in details:
        lons, lats = np.array(frame.outline()).T
        line = panel.frame.track(lons, lats)
        ink, land = panel.colours["ink"], panel.colours["land"]
        shapes.stroke(panel.axes, line, land, 4.0, 6)
        shapes.stroke(panel.axes, line, ink, 1.7, 6.1)
        panel.keep_off(line)
        place, size = panel.place, type_size("legend")
        x, y = panel.to_sheet(*panel.frame.point(*frame.outline()[0]))
        x = min(max(x - 13, place.x + 4), place.x + place.width - 30)
        y = min(max(y, place.y + 30), place.bottom - 4)
        box = Box(x, y - 26, x + 26, y)
        panel.sheet.box(*box[:2], 26, 26, facecolor=ink, edgecolor=land, lw=1, zorder=7)
        panel.sheet.text(
            x + 13, y - 7.5, letter, size, weight=700, ha="center", color=land, zorder=9
        )
        panel.room.take(box)


def locator(panel: Panel) -> None:
    """Show in a small inset where on earth a panel lies."""
    if panel.frame.width_m > LOCATOR_MOST_M / 2:
        return
    sheet, colours, place = panel.sheet, panel.colours, panel.place
    width, height = LOCATOR
    at = Rect(place.x + place.width - width - 8, place.bottom - height - 8, width, height)
    reach = min(max(panel.frame.width_m * LOCATOR_TIMES, LOCATOR_LEAST_M), LOCATOR_MOST_M)
    inset = Panel(sheet, frame_around(*panel.frame.lonlat(*panel.frame.middle), reach, at.aspect),
                  at, colours)  # fmt: skip
    inset.axes.set_zorder(-0.5)
    for bounds in inset.frame.bounds:
        land = simple(inset, basemap.adm0("overview", bbox=bounds).geometry, bounds)
        shapes.fill(inset.axes, land, colours["rule"], 1.0, 1)
        borders = simple(inset, basemap.borders("overview", bbox=bounds).geometry, bounds)
        shapes.stroke(inset.axes, borders, colours["panel"], 0.9, 2)
    lons, lats = np.array(panel.frame.outline()).T
    outline = inset.frame.track(lons, lats)
    if panel.frame.width_m / inset.pixel < SPOT:
        spot = inset.to_sheet(*inset.frame.middle)
        shapes.point(sheet, *spot, "disc", colours["ink"], colours["panel"])
    else:
        shapes.fill(inset.axes, shapely.Polygon(shapely.get_coordinates(outline)), colours["ink"],
                    0.18, 3)  # fmt: skip
        shapes.stroke(inset.axes, outline, colours["ink"], 2.0, 4)
    panel.room.take(Box(at.x - 2, at.y - 2, at.x + at.width, at.bottom))
