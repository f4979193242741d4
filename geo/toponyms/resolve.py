"""Resolution: which of the places of a name is meant.

Every candidate is weighed with reasons: how well known it is, what the words around say of its kind
and of where it lies, and what the report's other places make likely. Names of countries come first
and give way only to what the text says ("Lebanon, Tennessee"). A name keeps its sense through a
report unless the text says otherwise at one mention ("Fort Stewart, Georgia").
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from geo.index import Index
from geo.mention import Candidate
from geo.place import Place
from geo.toponyms import context
from geo.toponyms.beforehand import Beforehand
from geo.toponyms.confidence import Evidence, confidence, identifiable
from geo.toponyms.containment import within
from geo.toponyms.forms import shared_cues, written
from geo.toponyms.matches import Name
from geo.toponyms.option import Option, points
from geo.toponyms.province import city_or_province
from geo.toponyms.unfitting import fitting
from geo.toponyms.weigh import nowhere, weigh
from geo.toponyms.weights import weights

SAME_SPOT_KM = 40.0
"""Candidates this close together say the same: a city and its district."""
SPELT_OTHERWISE = 0.6
"""Confidence, at most, in a place that the gazetteer has under another spelling only."""
NOTHING = Beforehand()
RULED = 2.0
"""Lead in points of a city or province that a rule has chosen over its namesake."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """What became of a name: the place or None, the confidence, the candidates best first.

    ``evidence`` is what the confidence in the first candidate rests on; None without candidates.
    """

    place: Place | None
    confidence: float
    candidates: tuple[Candidate, ...]
    evidence: Evidence | None = None


def resolve(names: Sequence[Name], index: Index, known: Beforehand = NOTHING) -> list[Resolved]:
    """Choose a place for each name of a report, in the same order."""
    names = fitting([replace(name, cues=name.cues | shared_cues(name)) for name in names])
    options: list[list[Option]] = [[] for _ in names]
    for option in weigh(names, index, weights(), known):
        options[option.name].append(option)
    report = _Report(
        names=names,
        index=index,
        none=points(nowhere(names), weights()),
        alone=len({written(name) for name in names if name.places}) == 1,
    )
    return [_settle(name, own, report) for name, own in zip(names, options, strict=True)]


@dataclass(frozen=True, slots=True)
class _Report:
    """What all names of a report share: the points of no place at all, and whether one is alone."""

    names: Sequence[Name]
    index: Index
    none: float
    alone: bool


def _settle(name: Name, options: Sequence[Option], report: _Report) -> Resolved:
    """Choose among the candidates of a name, and none of them."""
    if not options:
        return Resolved(None, 0.0, ())
    ranked = sorted(
        ((option.score(weights()), option) for option in options), key=lambda pair: -pair[0]
    )
    chosen, reason = city_or_province(
        name, [option for _, option in ranked], report.names, report.index
    )
    first = next(option for _, option in ranked if option.place is chosen)
    if reason:
        first.reasons.append(reason)
        rest = [(score, option) for score, option in ranked if option is not first]
        ranked = [(ranked[0][0] + RULED, first), *rest]
    candidates = _candidates(ranked, report.none)
    evidence = Evidence(
        agreement=_agreeing(candidates),
        points=name.points,
        demonym=name.demonym,
        nearness=first.evidence.get("near", 0.0),
        alone=report.alone,
    )
    held = min(confidence(evidence), SPELT_OTHERWISE if name.spelt else 1.0)
    return Resolved(chosen if identifiable(held) else None, held, candidates, evidence)


def _candidates(ranked: Sequence[tuple[float, Option]], none: float) -> tuple[Candidate, ...]:
    scores = np.array([*(score for score, _ in ranked), none])
    shares = context.likelihoods(scores, np.zeros(len(scores), dtype=np.int64))[:-1]
    return tuple(
        Candidate(option.place, round(float(share), 3), tuple(option.reasons), round(score, 2))
        for share, (score, option) in zip(shares, ranked, strict=True)
    )


def _agreeing(candidates: Sequence[Candidate]) -> float:
    """Add up the shares of the best candidate and of what lies at the same spot or holds it."""
    best = candidates[0].place
    away = context.distances_km([candidate.place for candidate in candidates])[0]
    return sum(
        candidate.score
        for candidate, km in zip(candidates, away, strict=True)
        if km <= SAME_SPOT_KM or within(best, candidate.place) or within(candidate.place, best)
    )
