"""Resolution: which of the places of a name is meant.

Every candidate gets a score with reasons: how well known it is, what the words around say of its
kind and of where it lies, and what the report's other places make likely. Names of countries come
first and give way only to what the text says ("Lebanon, Tennessee"). A name keeps its sense through
a report unless the text says otherwise at one mention ("Fort Stewart, Georgia").
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from geo.index import Index
from geo.mention import Candidate
from geo.names import normalise
from geo.place import Kind, Place
from geo.toponyms import context
from geo.toponyms.apart import apart
from geo.toponyms.confidence import Evidence, confidence, identifiable
from geo.toponyms.containment import holders, listed, within
from geo.toponyms.matches import Name
from geo.toponyms.prior import name_fit, standing
from geo.toponyms.province import city_or_province

KIND_FITS, KIND_MISSES = 0.6, -0.2
HELD, HOLDS = 1.0, 0.8
HELD_BEFORE = 0.6
MEASURED = 0.8
COUNTRY_FIRST = -0.5
"""What a town loses beside a country of its name."""
LISTED_ALIKE = 0.25
FIRST = 0.1
"""For the place that the gazetteer gives first."""
RULED = 0.25
"""Lead of a city or province that a rule has chosen over its namesake."""
AREAS = frozenset({Kind.COUNTRY, Kind.ADM1})
SAME_COUNTRY, NEARBY = 0.35, 0.35
ROUNDS = 2
MOST_CANDIDATES = 12
MOST_COMPARED = 1500
"""Candidates of a report that are compared with one another; a book has more."""
WORTH_SAYING = 0.3
"""From this support up a reason is given for it."""
SAME_SPOT_KM = 40.0
"""Candidates this close together say the same: a city and its district."""

Held = Mapping[int, Sequence[tuple[int, str]]]


@dataclass(frozen=True, slots=True)
class Resolved:
    """What became of a name: the place or None, the confidence, the candidates best first.

    ``evidence`` is what the confidence in the first candidate rests on; None without candidates.
    """

    place: Place | None
    confidence: float
    candidates: tuple[Candidate, ...]
    evidence: Evidence | None = None


@dataclass(slots=True)
class Option:
    """A candidate of name number ``name`` while it is being weighed.

    ``nearness`` says how well the report's other names place something near it, 0 to 1.
    """

    name: int
    place: Place
    score: float
    reasons: list[str]
    nearness: float = 0.0

    def add(self, points: float, reason: str) -> None:
        """Add points, and the reason for them if it is new."""
        self.score += points
        if reason not in self.reasons:
            self.reasons.append(reason)


def resolve(names: Sequence[Name], index: Index) -> list[Resolved]:
    """Choose a place for each name of a report, in the same order."""
    held = holders(names)
    options = [
        _option(at, names, place, index)
        for at, name in enumerate(names)
        for place in _candidates(name, [names[other] for other, _ in held.get(at, ())])
    ]
    _hold(options, names, held)
    _inherit(options, names, held)
    _measure(options, names)
    if options:
        _lean(options, names)
    by_name = _by_name(options, names)
    alone = len({_surface(names, option) for option in options}) == 1
    return [_settle(name, by_name[at], names, index, alone=alone) for at, name in enumerate(names)]


def _candidates(name: Name, areas: Sequence[Name]) -> list[Place]:
    """Give the best known places of a name, and those that lie where the text puts it."""
    return [
        place
        for rank, place in enumerate(name.places)
        if rank < MOST_CANDIDATES
        or any(_lies_in(place, outer, area) for area in areas for outer in area.places)
    ]


def _option(at: int, names: Sequence[Name], place: Place, index: Index) -> Option:
    """Weigh a candidate by itself, by the words around the name and by its neighbours in a list."""
    name = names[at]
    score, reason = standing(place, index)
    fit = 0.0 if name.demonym else name_fit(name.surface, place)
    first = FIRST if place is name.places[0] else 0.0
    option = Option(at, place, score + fit + first, [reason])
    if fit > 0:
        option.add(0.0, "its usual name")
    if place.kind in name.cues:
        option.add(KIND_FITS, f"called a {place.kind.value}")
    elif name.cues:
        option.score += KIND_MISSES
    if place.kind not in AREAS and any(other.kind is Kind.COUNTRY for other in name.places):
        option.score += COUNTRY_FIRST
    alike = next((item for item in _items(at, names) if _of_a_kind(place, item.places[0])), None)
    if alike is not None:
        option.add(LISTED_ALIKE, f"listed with {alike.surface}")
    return option


def _items(at: int, names: Sequence[Name]) -> list[Name]:
    """Give the names right beside a name in a list."""
    name = names[at]
    beside = [names[other] for other in (at - 1, at + 1) if 0 <= other < len(names)]
    return [
        item
        for item in beside
        if item.passage == name.passage and item.places and not item.demonym and listed(item, name)
    ]


def _of_a_kind(place: Place, other: Place) -> bool:
    """Tell whether two places are both countries, or both provinces of one country."""
    if place.kind is not other.kind or place.id == other.id:
        return False
    provinces = place.kind is Kind.ADM1 and place.country == other.country
    return place.kind is Kind.COUNTRY or provinces


def _hold(options: Sequence[Option], names: Sequence[Name], held: Held) -> None:
    """Favour candidates that lie where the text puts them, and the areas that then hold them."""
    by_name: dict[int, list[Option]] = {}
    for option in options:
        by_name.setdefault(option.name, []).append(option)
    for at, areas in held.items():
        for other, reason in areas:
            pairs = [
                (inner, outer)
                for inner in by_name.get(at, ())
                for outer in by_name.get(other, ())
                if _lies_in(inner.place, outer.place, names[other])
            ]
            for inner in {id(inner): inner for inner, _ in pairs}.values():
                inner.add(HELD, reason)
            for outer in {id(outer): outer for _, outer in pairs}.values():
                outer.add(HOLDS, f"holds {names[at].surface}")


def _lies_in(place: Place, area: Place, name: Name) -> bool:
    """Tell whether a place lies in an area; in a people's country, where the area is a people."""
    return place.country == area.country if name.demonym else within(place, area)


def _inherit(options: Sequence[Option], names: Sequence[Name], held: Held) -> None:
    """Let a bare name mean what an earlier one meant of which the text says where it lies."""
    said = {at: {reason for _, reason in areas} for at, areas in held.items()}
    known: dict[str, set[str]] = {}
    for option in options:
        if said.get(option.name, set()).intersection(option.reasons):
            known.setdefault(_surface(names, option), set()).add(option.place.id)
    for option in options:
        if option.name not in held and option.place.id in known.get(_surface(names, option), ()):
            option.add(HELD_BEFORE, "so placed elsewhere in the report")


def _measure(options: Sequence[Option], names: Sequence[Name]) -> None:
    """Favour places that lie as far from each other as the text says."""
    by_name = _by_name(options, names)
    for pair in apart(names):
        fitting = [
            (there, here)
            for there in by_name[pair.there]
            for here in by_name[pair.here]
            if pair.fits(there.place, here.place)
        ]
        for option in {id(option): option for both in fitting for option in both}.values():
            option.add(MEASURED, f"fits “{pair.offset.text}”")


def _by_name(options: Sequence[Option], names: Sequence[Name]) -> dict[int, list[Option]]:
    found: dict[int, list[Option]] = {at: [] for at in range(len(names))}
    for option in options:
        found[option.name].append(option)
    return found


def _surface(names: Sequence[Name], option: Option) -> str:
    return normalise(names[option.name].surface)


def _lean(options: Sequence[Option], names: Sequence[Name]) -> None:
    """Add what the other names of the report make likely; equal names count as one."""
    weighed = _weighed(options, names)
    surfaces = dict.fromkeys(surface for surface, _ in weighed)
    numbers = {surface: number for number, surface in enumerate(surfaces)}
    owners = np.array([numbers[surface] for surface, _ in weighed])
    places = [option.place for option in weighed.values()]
    base = np.array([option.score for option in weighed.values()])
    country = near = np.zeros(len(base))
    for _ in range(ROUNDS):
        scores = base + SAME_COUNTRY * country + NEARBY * near
        shares = context.likelihoods(scores, owners)
        country = context.country_shares(places, owners, shares)
        near = context.neighbours(places, owners, shares)
    support = dict(zip(weighed, zip(country, near, strict=True), strict=True))
    for option in options:
        share, closeness = support.get((_surface(names, option), option.place.id), (0.0, 0.0))
        option.score += SAME_COUNTRY * float(share) + NEARBY * float(closeness)
        option.nearness = float(closeness)
        if share > WORTH_SAYING:
            option.add(0.0, "the report is about its country")
        if closeness > WORTH_SAYING:
            option.add(0.0, "near other places named")


def _weighed(options: Sequence[Option], names: Sequence[Name]) -> dict[tuple[str, str], Option]:
    """Give the best option of each place of each name, few enough to compare all with all."""
    best: dict[tuple[str, str], Option] = {}
    for option in sorted(options, key=lambda option: -option.score):
        best.setdefault((_surface(names, option), option.place.id), option)
    each = max(1, MOST_COMPARED // max(1, len({surface for surface, _ in best})))
    taken: dict[str, int] = {}
    kept: dict[tuple[str, str], Option] = {}
    for (surface, place_id), option in best.items():
        taken[surface] = taken.get(surface, 0) + 1
        if taken[surface] <= each and len(kept) < MOST_COMPARED:
            kept[surface, place_id] = option
    return kept


def _settle(
    name: Name, options: list[Option], names: Sequence[Name], index: Index, *, alone: bool
) -> Resolved:
    if not options:
        return Resolved(None, 0.0, ())
    ranked = sorted(options, key=lambda option: -option.score)
    chosen, reason = city_or_province(name, [option.place for option in ranked], names, index)
    first = next(option for option in ranked if option.place is chosen)
    if reason:
        first.score = ranked[0].score + RULED
        first.add(0.0, reason)
        ranked = [first, *(option for option in ranked if option is not first)]
    shares = context.likelihoods(
        np.array([option.score for option in ranked]), np.zeros(len(ranked), dtype=np.int64)
    )
    candidates = tuple(
        Candidate(option.place, round(float(share), 3), tuple(option.reasons))
        for option, share in zip(ranked, shares, strict=True)
    )
    evidence = Evidence(
        agreement=_agreeing(candidates),
        points=name.points,
        standing=standing(chosen, index)[0],
        demonym=name.demonym,
        nearness=first.nearness,
        alone=alone,
    )
    held = confidence(evidence)
    return Resolved(chosen if identifiable(held) else None, held, candidates, evidence)


def _agreeing(candidates: Sequence[Candidate]) -> float:
    """Add up the shares of the best candidate and of what lies at the same spot or holds it."""
    best = candidates[0].place
    away = context.distances_km([candidate.place for candidate in candidates])[0]
    return sum(
        candidate.score
        for candidate, km in zip(candidates, away, strict=True)
        if km <= SAME_SPOT_KM or within(best, candidate.place) or within(candidate.place, best)
    )
