"""Reports whose figures people have marked, in the keys of what ``dateline.py extract`` prints.

A folder holds ``<slug>.json`` for each report; beside it, or in a folder of texts, stands the
report as ``<slug>.txt``, and as ``<slug>.html`` where it was a page. Offsets are code points of the
text file. A field may allow several answers, joined by semicolons. Rows with ``core`` are those
that a briefer would use.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench.errors import CorpusError

FIELDS = ("unit", "category", "group", "modality", "approx", "place", "from", "to", "when")
"""What is read of a figure besides its number."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at ``text[start:end]``.

    ``numbers`` are its value, its two ends or its sides, in ascending order; None for a word of
    magnitude ("thousands"). ``fields`` holds :data:`FIELDS`.
    """

    start: int
    end: int
    numbers: tuple[float, ...] | None
    fields: Mapping[str, Any]
    is_range: bool = False
    is_size: bool = False
    core: bool = True


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a report, by the names it has there, at ``point`` (latitude, longitude)."""

    names: tuple[str, ...]
    kind: str | None
    point: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Marked:
    """The figures and places of a text, as people marked them or as a system found them."""

    text: str
    figures: tuple[Figure, ...]
    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A report as a system gets it (``name`` and ``data``), and what people marked in its text."""

    name: str
    data: bytes
    published: date | None
    gold: Marked


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The reports of one folder, and a sentence for each that could not be used."""

    name: str
    reports: tuple[Report, ...]
    broken: tuple[str, ...] = ()


def read_gold(folder: Path, texts: Path | None = None) -> GoldSet:
    """Read a folder of gold, sorted by name.

    Raises
    ------
    CorpusError
        When there is no gold in the folder. A broken file costs only itself.
    """
    reports, broken = [], []
    for file in sorted(folder.glob("*.json")):
        try:
            reports.append(_report(file, texts or folder))
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            said = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            broken.append(f"{file.name}: {said}; left out")
    if not reports:
        raise CorpusError(str(folder), "holds no gold", "name a folder with <slug>.json in it")
    return GoldSet(folder.resolve().name, tuple(reports), tuple(broken))


def _report(file: Path, texts: Path) -> Report:
    gold = json.loads(file.read_text(encoding="utf-8"))
    # A slug may hold dots, and what people marked of a page is its visible text.
    beside = sorted(path for path in texts.iterdir() if path.name.startswith(f"{gold['slug']}."))
    page = next((path for path in beside if path.suffix in (".html", ".htm")), None)
    plain = next((path for path in beside if path.suffix == ".txt"), None)
    if plain is None:
        raise ValueError(f"{gold['slug']}.txt is not in {texts}")
    given = page or plain
    return Report(
        name=given.name,
        data=given.read_bytes(),
        published=date.fromisoformat(gold["date"]) if gold.get("date") else None,
        gold=marked(gold, plain.read_text(encoding="utf-8")),
    )


def marked(entry: Mapping[str, Any], text: str) -> Marked:
    """Read figures and places in the keys of ``extract``."""
    return Marked(text, tuple(_figures(entry["figures"])), tuple(_spots(entry["places"])))


def _figures(entries: Sequence[Mapping[str, Any]]) -> Iterator[Figure]:
    for entry in entries:
        sides = entry.get("values") or []
        single = [entry.get(key) for key in ("value", "low", "high")]
        numbers = sides or [number for number in single if number is not None]
        is_vague = entry.get("comparator") == "vague"
        yield Figure(
            start=int(entry["start"]),
            end=int(entry["end"]),
            numbers=None if is_vague else tuple(sorted(map(float, numbers))),
            is_range=entry.get("comparator") == "range",
            is_size=bool(sides),
            fields={field: entry.get(field) for field in FIELDS},
            core=bool(entry.get("core", True)),
        )


def _spots(entries: Sequence[Mapping[str, Any]]) -> Iterator[Spot]:
    for entry in entries:
        if entry.get("lat") is not None:
            names = tuple(filter(None, (entry.get("name"), entry.get("text"))))
            yield Spot(names, entry.get("kind"), (float(entry["lat"]), float(entry["lon"])))
