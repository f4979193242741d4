"""Scores of figures: found by overlap and number, then read right field by field."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import SequenceMatcher

from bench.claims.gold import FIELDS, Figure, Marked, Spot
from geo.footprint import GEOD
from reports.quantities.units import measure

SAME = 0.006
"""Share by which two numbers may differ and be the same."""
CONVERTED = 0.04
"""The same for numbers in different units."""
LISTED = frozenset({"unit", "category", "group", "modality"})
"""Fields that may allow several answers."""
PLACES = frozenset({"place", "from", "to"})
TOGETHER = ("unit", "group", "modality")
"""What must be right, besides the number, for a figure to be right altogether."""
NEAR_KM = {
    "country": 800, "region": 600, "water": 600, "line": 130, "adm1": 161, "adm2": 60, "city": 25,
    "site": 25,
}  # fmt: skip
"""How far two answers may lie apart and mean one place, by the kind of the marked one."""
MEASURES = frozenset({"length", "area"})
_TYPE_WORDS = re.compile(
    r"\b(oblast|region|province|county|strip|governorate|republic|district|raion|the|of)\b|[^\w]"
)
_DOUBT = re.compile(r"[~?%]")
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of a system on a set of reports; shares are None where there is nothing to count.

    ``fields`` are the shares of found core figures that have a field right, ``stated`` of those
    alone for which people stated one, ``counts`` how many these are. ``joint`` is the share of all
    core figures that are found with unit, group and modality right.
    """

    recall_core: float | None
    recall_all: float | None
    precision: float | None
    joint: float | None
    fields: dict[str, float | None]
    stated: dict[str, float | None]
    counts: dict[str, int]


Tally = Counter[tuple[str, str]]
"""Counts by what is counted and of which field."""


def scores(tallies: Iterable[Tally]) -> Scores:
    """Add up the reports of a set."""
    total: Tally = Counter()
    for each in tallies:
        total.update(each)

    def share(what: str, of: str, field: str = "") -> float | None:
        return total[what, field] / total[of, field] if total[of, field] else None

    return Scores(
        recall_core=share("found core", "core"),
        recall_all=share("found", "all"),
        precision=share("found", "given"),
        joint=share("joint", "core"),
        fields={field: share("right", "read", field) for field in FIELDS},
        stated={field: share("stated right", "stated", field) for field in FIELDS},
        counts={field: total["stated", field] for field in FIELDS},
    )


def tally(gold: Marked, found: Marked) -> Tally:
    """Count what a system found of one report; its offsets may be those of a text of its own."""
    counts: Tally = Counter()
    given = aligned(found, gold.text)
    counts["given", ""] = len(given)
    counts["all", ""] = len(gold.figures)
    counts["core", ""] = sum(figure.core for figure in gold.figures)
    used: set[int] = set()
    for figure in gold.figures:
        match = next(
            (n for n, other in enumerate(given) if n not in used and is_found(figure, other)), None
        )
        if match is None:
            continue
        used.add(match)
        counts["found", ""] += 1
        if figure.core:
            counts["found core", ""] += 1
            _count_fields(counts, figure, given[match], gold.spots, found.spots)
    return counts


def _count_fields(
    counts: Tally, gold: Figure, found: Figure, spots: Sequence[Spot], own: Sequence[Spot]
) -> None:
    right = {field: is_right(field, gold, found, spots, own) for field in FIELDS}
    for field in FIELDS:
        counts["read", field] += 1
        counts["right", field] += right[field]
        if gold.fields[field] is not None:
            counts["stated", field] += 1
            counts["stated right", field] += right[field]
    counts["joint", ""] += all(right[field] for field in TOGETHER)


def aligned(found: Marked, text: str) -> list[Figure]:
    """Move figures to where their letters stand in another text; those not in it lie nowhere."""
    if found.text == text:
        return list(found.figures)
    blocks = SequenceMatcher(None, found.text, text, autojunk=False).get_matching_blocks()
    there = {a + k: b + k for a, b, size in blocks for k in range(size)}
    moved = []
    for figure in found.figures:
        letters = [there[at] for at in range(figure.start, figure.end) if at in there]
        start, end = (min(letters), max(letters) + 1) if letters else (-1, -1)
        moved.append(replace(figure, start=start, end=end))
    return moved


def is_found(gold: Figure, found: Figure) -> bool:
    """Tell whether a figure overlaps a marked one and has its number."""
    return gold.start < found.end and found.start < gold.end and _same_numbers(gold, found)


def _same_numbers(gold: Figure, found: Figure) -> bool:
    if gold.numbers is None:
        return True
    if not found.numbers:
        return False
    if len(gold.numbers) != len(found.numbers):
        shared = set(gold.numbers) & set(found.numbers)
        return bool(shared) and not (gold.is_range or gold.is_size)
    pairs = list(zip(gold.numbers, found.numbers, strict=True))
    return all(abs(a - b) <= SAME * max(1, abs(a)) for a, b in pairs) or _converted(
        gold, found, pairs
    )


def _converted(gold: Figure, found: Figure, pairs: Sequence[tuple[float, float]]) -> bool:
    units = [_measure(each.fields["unit"]) for each in (gold, found)]
    one, two = units
    if one is None or two is None or one[0] != two[0]:
        return False
    return all(abs(a * one[1] - b * two[1]) <= CONVERTED * a * one[1] for a, b in pairs)


def _measure(unit: object) -> tuple[str, float] | None:
    """Give the kind and size of a unit of length or area."""
    known = measure(unit) if isinstance(unit, str) else None
    return (known.kind, known.base) if known and known.kind in MEASURES else None


def is_right(
    field: str, gold: Figure, found: Figure, spots: Sequence[Spot], own: Sequence[Spot]
) -> bool:
    """Tell whether a field of a found figure is right; nothing where there is nothing is right."""
    wanted, given = gold.fields[field], found.fields[field]
    if field == "approx":
        return bool(wanted) == bool(given)
    if not wanted or not given:
        return not wanted and not given
    if field == "when":
        (first, last), (start, end) = interval(wanted), interval(given)
        return first <= end and start <= last
    if field in PLACES:
        return _same_place(wanted, given, spots, own)
    if field in LISTED and ";" in wanted:
        return given in {each.strip() for each in wanted.split(";")}
    one, two = (_measure(unit) if field == "unit" else None for unit in (wanted, given))
    return one[0] == two[0] if one and two else bool(wanted == given)


def _same_place(wanted: str, given: str, spots: Sequence[Spot], own: Sequence[Spot]) -> bool:
    answers = wanted.split(";")
    if bare(given.split(",", maxsplit=1)[0]) in {bare(each.split(",")[0]) for each in answers}:
        return True
    there = _spot(given, own)
    return bare(wanted) == bare(given) or any(
        spot is not None
        and there is not None
        and km(spot.point, there.point) <= NEAR_KM[spot.kind or "city"]
        for spot in (_spot(each, spots) for each in answers)
    )


def _spot(name: str, spots: Sequence[Spot]) -> Spot | None:
    return next((spot for spot in spots if bare(name) in map(bare, spot.names)), None)


def km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Give the geodesic distance of two points (latitude, longitude) in kilometres."""
    _, _, metres = GEOD.inv(one[1], one[0], other[1], other[0])
    return float(metres) / 1000


def bare(name: str) -> str:
    """Give a place name without type words, spaces and signs.

    >>> bare("the Kursk Oblast") == bare("Kursk region")
    True
    """
    return _TYPE_WORDS.sub("", name.lower())


def interval(text: str) -> tuple[date, date]:
    """Read a day, a month, a year or two of them with a stroke between as closed days.

    >>> interval("2025-07/..") == (date(2025, 7, 1), date.max)
    True
    """
    first, _, last = text.partition("/")
    return _day(first, is_end=False), _day(last or first, is_end=True)


def _day(text: str, *, is_end: bool) -> date:
    if text in ("", ".."):
        return date.max if is_end else date.min
    parts = [int(part) for part in _DOUBT.sub("", text)[:10].split("-")]
    if len(parts) > len(("year", "month")):
        return date(*parts)
    year, month = parts[0], parts[1] if len(parts) > 1 else (_DECEMBER if is_end else 1)
    if not is_end:
        return date(year, month, 1)
    return date(year + month // _DECEMBER, month % _DECEMBER + 1, 1) - timedelta(days=1)
