"""The strip of headline figures: each with its status, who says it, and in how many reports."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from layers.items import figure_text
from layers.plate.form import type_size
from layers.plate.layout import TILE, TILES, Rect
from layers.plate.sheet import Sheet
from layers.visibility import Visible

Json = Mapping[str, Any]

PEOPLE = frozenset({"personnel", "killed", "deaths", "wounded", "casualties", "captured", "people"})
APART = 24.0
# A tile has so many lines under its number.
LINES = 4


@dataclass(frozen=True, slots=True)
class Figure:
    """A headline number as stated, what it counts, its status, and who says so."""

    number: str
    words: str
    status: str
    credit: str


def headline_figures(scene: Json, shown: Visible) -> list[Figure]:
    """List the figures that the view lets through: the scene's headlines, then other categories."""
    groups = {group["id"]: group for group in scene["groups"]}
    said = {item["id"]: item for item in shown.items}
    tiles = [
        (tile, groups[tile["group"]]) for tile in scene.get("tiles", ()) if tile["group"] in groups
    ]
    figures = [figure for tile, group in tiles for figure in _of_tile(tile, group, said)]
    told = {group["category"] for _, group in tiles if "category" in group}
    for group in scene["groups"]:
        if group.get("category") not in told and set(group["claims"]) <= said.keys():
            told.add(group.get("category"))
            figures.append(_of_group(group, said[group["claims"][0]]))
    return figures


def _of_tile(tile: Json, group: Json, said: Mapping[str, Json]) -> Iterator[Figure]:
    """Give a tile's numbers while a claim that says them is shown."""
    claims = [said[id_] for id_ in group["claims"] if id_ in said]
    if not claims:
        return
    parts = standing(tile["headline"], group["claims"], claims)
    composed = any(part["text"] == "+" for part in parts)
    missing = len(group["claims"]) - len(claims)
    lines = list(tile["lines"])
    if missing:
        lines[0] = f"{len(claims)} of {len(group['claims'])} figures in view"
    if group.get("relation") == "conflict":
        lines.append("reports differ")
    words = tile["unit"] if composed else group["label"]
    # Where the headline is made of what others said, those in view speak for themselves.
    in_view = ", ".join(dict.fromkeys(str(claim["value"]) for claim in claims))
    number = " ".join(part["text"] for part in parts) or in_view
    if not composed and len({claim["unit"] for claim in claims}) == 1:
        number = _counted(number, claims[0])
    yield Figure(number, words, tile["status"], " · ".join(lines))


def standing(headline: Sequence[Json], ids: Sequence[str], claims: Sequence[Json]) -> list[Json]:
    """Give the parts of a headline that may stand, as static/web/tiles.js does.

    A number stays while a shown claim says it, or when all its claims are shown; joiners stay
    between numbers.
    """
    printed = {claim["value"] for claim in claims} | {claim["figure"] for claim in claims}
    whole = len(claims) == len(ids)
    kept = [p for p in headline if not p.get("status") or whole or p["text"] in printed]
    return [
        part
        for n, part in enumerate(kept)
        if part.get("status")
        or (0 < n < len(kept) - 1 and kept[n - 1].get("status") and kept[n + 1].get("status"))
    ]


def _of_group(group: Json, claim: Json) -> Figure:
    origins = "; ".join(origin or "not stated" for origin in group["origins"])
    reports = f"{group['reports']} report{'' if group['reports'] == 1 else 's'}"
    number = _counted(_range(group), claim)
    return Figure(number, group["label"], group["status"], f"{reports} · origin: {origins}")


def _range(group: Json) -> str:
    """Print low and high; an end that no report gave is left open, not guessed."""
    return " – ".join(dict.fromkeys(end for end in (group["low"], group["high"]) if end))


def _counted(number: str, claim: Json) -> str:
    """Add what a number counts, as a claim of it prints that; people need no unit.

    >>> _counted("≤ 6", {"unit": "ships", "unitText": "ships"})
    '≤ 6 ships'
    >>> _counted("≈600", {"unit": "killed", "unitText": "killed"})
    '≈600'
    """
    unit = claim.get("unitText", claim["unit"])
    told = claim["unit"] in PEOPLE or number.endswith(unit)
    return number if told else figure_text(number, unit)


def draw_figures(sheet: Sheet, place: Rect, figures: Sequence[Figure], colours: Json) -> None:
    """Set figures in rows of tiles."""
    columns = min(TILES, len(figures))
    width = (place.width - (columns - 1) * APART) / columns
    for n, figure in enumerate(figures):
        x = place.x + (n % columns) * (width + APART)
        y = place.y + (n // columns) * TILE
        if y + TILE > place.bottom + 1:
            return
        _tile(sheet, Rect(x, y, width, TILE), figure, colours)


def _tile(sheet: Sheet, place: Rect, figure: Figure, colours: Json) -> None:
    colour, size, body = colours[figure.status], type_size("figure"), type_size("body")
    sheet.rule(place.x, place.y + 6, place.x, place.y + TILE - 10, colour, 4)
    x, width = place.x + 14, place.width - 14
    # A number is set smaller rather than cut: half of it would be another number.
    size *= min(1.0, width / max(1.0, sheet.measure(figure.number, size, 700)))
    sheet.text(x, place.y + 32, figure.number, size, weight=700, color=colour)
    known = figure.status == "reported" or figure.status in figure.words
    status = "" if known else f" · {figure.status}"
    y = place.y + 55
    lines = sheet.wrap(f"{figure.words}{status}", body, width, 2, weight=600)
    for line in lines:
        sheet.text(x, y, line, body, weight=600, color=colours["ink"])
        y += 20
    small = type_size("small")
    for line in sheet.wrap(figure.credit, small, width, LINES - len(lines)):
        sheet.text(x, y + 1, line, small, color=colours["ink2"])
        y += 18
