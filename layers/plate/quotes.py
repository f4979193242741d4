"""The column of quotes: each with publisher and day, and its number on the marks it speaks of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from layers.plate.form import type_size
from layers.plate.layout import Rect
from layers.plate.sheet import Sheet
from layers.prose.quote import Key, key_of
from layers.published import doubt
from layers.visibility import Drawn

Json = Mapping[str, Any]

LINES = 5
INDENT = 30.0
LEADING, CREDIT, APART = 1.32, 21.0, 13.0
HEADING = 36.0
# A mark carries the numbers of so many quotes.
NUMBERS = 3


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a report: its number on this plate, its lines as set, and whose it is."""

    number: int
    key: Key
    lines: Sequence[str]
    credit: str


def choose(
    sheet: Sheet, place: Rect, drawn: Sequence[Drawn], reports: Mapping[str, Json]
) -> list[Quote]:
    """Choose the sentences that a column has room for: one for each mark, then a second."""
    chosen: list[Quote] = []
    said: set[str] = set()
    y = HEADING
    for key, sentence in _sentences(drawn, reports):
        if sentence in said:
            continue
        body = type_size("body")
        lines = sheet.wrap(f"“{sentence}”", body, place.width - INDENT, LINES)
        height = len(lines) * body * LEADING + CREDIT
        if y + height > place.height:
            continue
        said.add(sentence)
        chosen.append(Quote(len(chosen) + 1, key, lines, credit(reports[key[0]])))
        y += height + APART
    return chosen


def _sentences(drawn: Sequence[Drawn], reports: Mapping[str, Json]) -> Iterator[tuple[Key, str]]:
    ranked = sorted(
        (one for one in drawn if one.mark["layer"] != "mentioned"),
        key=lambda one: (bool(one.mark.get("wide")), -len(one.items)),
    )
    # A claim says more of a place than its name does.
    told = [sorted(one.items, key=lambda item: item["type"] != "claim") for one in ranked]
    seen: set[Key] = set()
    for turn in zip_longest(*told):
        for item in turn:
            if item is None or (key := key_of(item)) in seen:
                continue
            seen.add(key)
            start, end = item["sentence"]
            yield key, " ".join(reports[item["report"]]["text"][start:end].split())


def badges(drawn: Sequence[Drawn], quotes: Sequence[Quote]) -> dict[str, str]:
    """Give the numbers of the quotes that speak of each mark, by the mark's id."""
    numbers = {quote.key: quote.number for quote in quotes}
    keyed = {item["id"]: key_of(item) for one in drawn for item in one.items}
    return cited(drawn, {id_: numbers[key] for id_, key in keyed.items() if key in numbers})


def cited(drawn: Sequence[Drawn], numbers: Mapping[str, int]) -> dict[str, str]:
    """Give the numbers of each mark's items, by the mark's id."""
    found: dict[str, str] = {}
    for one in drawn:
        about = sorted({numbers[item["id"]] for item in one.items if item["id"] in numbers})
        if about:
            more = ", …" if len(about) > NUMBERS else ""
            found[one.mark["id"]] = ", ".join(map(str, about[:NUMBERS])) + more
    return found


def draw_quotes(sheet: Sheet, place: Rect, quotes: Sequence[Quote], colours: Json) -> None:
    """Set the chosen quotes under their heading."""
    heading, body, small = type_size("heading"), type_size("body"), type_size("small")
    sheet.text(place.x, place.y + 16, "WHAT THE REPORTS SAY", heading, weight=700,
               color=colours["ink2"])  # fmt: skip
    sheet.rule(place.x, place.y + 25, place.x + place.width, place.y + 25, colours["rule"], 1.2)
    y = place.y + HEADING
    for quote in quotes:
        middle = y + body * 0.68
        badge = type_size("badge")
        sheet.badge(place.x, middle, str(quote.number), badge, colours["ink"], colours["panel"])
        for line in quote.lines:
            sheet.text(place.x + INDENT, y + body, line, body, color=colours["ink"])
            y += body * LEADING
        sheet.text(place.x + INDENT, y + small + 1, quote.credit, small, color=colours["ink2"])
        y += CREDIT + APART


def credit(report: Json) -> str:
    """Name a report with its publisher and day."""
    publisher = report["publisher"] or "publisher not stated"
    day = report["published"] or "day not known"
    doubts = f", {why}" if (why := doubt(report)) else ""
    return f"{report['ref']} · {publisher} · {day}{doubts}"
