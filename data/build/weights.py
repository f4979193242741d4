"""Fit the weights of evidence in resolution to corpora whose places are known.

``python -m data.build.weights CORPUS.jsonl...`` rewrites ``[fitted]`` in
``data/weights/resolution.toml``. A corpus has a report a line: ``{"text", "toponyms": [{"start",
"end", "lat", "lon"}]}``, as LGL, TR-News and GeoWebNews do in that form. They are no part of the
project, and nothing of them is kept but some twenty numbers: no name, no coordinates.

A report decides between the candidates of a name by a softmax over sums of weighted evidence; the
weights make the right candidates likely, stay near what one would guess (``[expected]``), and keep
the sign that each kind of evidence has by its meaning. What a candidate's company says for it
depends on the weights, so it is worked out anew a few times.
"""

import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod

from geo.gazetteer import Gazetteer, open_gazetteer
from geo.passage import Passage
from geo.place import Kind
from geo.toponyms.beforehand import Beforehand
from geo.toponyms.forms import shared_cues, written
from geo.toponyms.matches import Name
from geo.toponyms.option import Option
from geo.toponyms.recognise import recognise
from geo.toponyms.weigh import nowhere, weigh
from reports.language import pipeline

Floats = NDArray[np.float64]

GEOD = Geod(ellps="WGS84")
WEIGHTS = Path(__file__).resolve().parents[1] / "weights" / "resolution.toml"
RIGHT_M = 161_000.0
"""How far a place may be from the known one and still be right, as is usual in geoparsing."""
SMALL = frozenset({Kind.CITY, Kind.ADM2, Kind.SITE})
"""Kinds whose points agree between sources: if none of these is near, none is the place."""
ROUNDS = 3
STEPS, RATE, MOMENTUM = 600, 0.5, 0.9
CAUTION = 0.002
"""The price of a squared point away from the weight expected, beside 1 for a mention."""


@dataclass(frozen=True, slots=True)
class Example:
    """A name with a known place.

    Attributes
    ----------
    evidence
        One row for each candidate, one column for each kind of evidence.
    right
        Which candidates are right.
    weight
        How much the name counts.
    """

    evidence: Floats
    right: NDArray[np.bool_]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Report:
    """A parsed report: its names, and (latitude, longitude) by the number of the name."""

    names: Sequence[Name]
    known: Mapping[int, tuple[float, float]]


def fit(
    examples: Sequence[Example], start: Floats, free: NDArray[np.bool_], caution: float = CAUTION
) -> Floats:
    """Give the weights under which the right candidates are likeliest.

    Parameters
    ----------
    start
        The weights expected; none changes its sign.
    free
        Which of them may change.
    caution
        How strongly the weights are held to them.
    """
    owners = np.repeat(np.arange(len(examples)), [len(each.right) for each in examples])
    starts = np.flatnonzero(np.diff(owners, prepend=-1))
    evidence = np.concatenate([each.evidence for each in examples])
    right = np.concatenate([each.right for each in examples])
    counts = np.array([each.weight for each in examples])
    counts /= counts.sum()
    signs = np.sign(start)
    found, speed = start.copy(), np.zeros_like(start)
    for _ in range(STEPS):
        scores = evidence @ found
        raw = np.exp(scores - np.maximum.reduceat(scores, starts)[owners])
        shares = raw / np.add.reduceat(raw, starts)[owners]
        good = np.add.reduceat(np.where(right, raw, 0.0), starts)[owners]
        wanted = np.where(right, raw, 0.0) / np.maximum(good, 1e-12)
        slope = evidence.T @ ((wanted - shares) * counts[owners]) - caution * (found - start)
        speed = np.where(free, MOMENTUM * speed + RATE * slope, 0.0)
        found = found + speed
        found = np.where(signs * found < 0, 0.0, found)
    return found


def train(
    corpora: Sequence[Sequence[Report]],
    index: Gazetteer,
    start: Mapping[str, float],
    free: set[str],
) -> Mapping[str, float]:
    """Fit the free weights to corpora; small ones count for more than their reports alone would."""
    kinds = list(start)
    origin = np.array(list(start.values()))
    found = origin
    for _ in range(ROUNDS):
        weights = dict(zip(kinds, map(float, found), strict=True))
        examples = [each for corpus in corpora for each in _corpus(corpus, index, weights)]
        found = fit(examples, origin, np.array([kind in free for kind in kinds]))
    return dict(zip(kinds, map(float, found), strict=True))


def _corpus(
    reports: Sequence[Report], index: Gazetteer, weights: Mapping[str, float]
) -> Iterator[Example]:
    """Give the examples of a corpus, with weights that add up to the root of their number."""
    examples = [each for report in reports for each in _report(report, index, weights)]
    total = sum(each.weight for each in examples)
    for each in examples:
        if each.right.any() and not each.right.all():
            yield replace(each, weight=each.weight / total**0.5)


def _report(report: Report, index: Gazetteer, weights: Mapping[str, float]) -> Iterator[Example]:
    """Give the names of a report whose place is known; equal names count as one."""
    options: dict[int, list[Option]] = {}
    for option in weigh(report.names, index, weights, Beforehand()):
        options.setdefault(option.name, []).append(option)
    none = nowhere(report.names)
    counts = Counter(written(report.names[at]) for at in report.known)
    for at, place in report.known.items():
        if at in options:
            weight = 1 / counts[written(report.names[at])]
            yield _example(options[at], none, place, list(weights), weight)


def _example(
    options: Sequence[Option],
    none: Mapping[str, float],
    place: tuple[float, float],
    kinds: Sequence[str],
    weight: float,
) -> Example:
    rows = [*(option.evidence for option in options), none]
    evidence = np.array([[row.get(kind, 0.0) for kind in kinds] for row in rows])
    right = [_near(option, place) for option in options]
    small = all(option.place.kind in SMALL for option in options)
    return Example(evidence, np.array([*right, small and not any(right)]), weight)


def _near(option: Option, place: tuple[float, float]) -> bool:
    lat, lon = place
    return float(GEOD.inv(lon, lat, option.place.lon, option.place.lat)[2]) <= RIGHT_M


def _read(path: Path, index: Gazetteer) -> list[Report]:
    with path.open(encoding="utf-8") as lines:
        return [_parsed(json.loads(line), index) for line in lines]


def _parsed(document: Mapping[str, Any], index: Gazetteer) -> Report:
    """Parse a report line by line and find the names whose place the corpus knows."""
    passages, start = [], 0
    for line in document["text"].split("\n"):
        if line.strip():
            passages.append(Passage(start, pipeline()(line)))
        start += len(line) + 1
    found = recognise(passages, index)
    names = [replace(name, cues=name.cues | shared_cues(name)) for name in found]
    places = {
        (each["start"], each["end"]): (each["lat"], each["lon"])
        for each in document["toponyms"]
        if each["lat"] is not None
    }
    known = {}
    for at, name in enumerate(names):
        first, _ = passages[name.passage].span(name.span)
        place = places.get((first, first + len(name.surface)))
        if place is not None:
            known[at] = place
    return Report(names, known)


def rewritten(table: str, weights: Mapping[str, float]) -> str:
    """Put new weights under ``[fitted]`` in the text of the table, comments and order kept."""

    def line(match: re.Match[str]) -> str:
        return f"{match[1]} = {weights[match[1]]:.2f}"

    before, heading, fitted = table.partition("[fitted]")
    return before + heading + re.sub(r"(?m)^(\w+) = -?[\d.]+", line, fitted)


def main(paths: Sequence[Path]) -> None:
    """Fit the weights to corpora and write them."""
    index, table = open_gazetteer(), WEIGHTS.read_text("utf-8")
    tables = tomllib.loads(table)
    start = {**tables["settled"], **tables["expected"]}
    corpora = [_read(path, index) for path in paths]
    weights = train(corpora, index, start, set(tables["expected"]))
    WEIGHTS.write_text(rewritten(table, weights), "utf-8")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
