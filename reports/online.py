"""Online help for one report: names that the offline gazetteer could not place, and nothing else.

The names are the user's to see before any is sent; see :mod:`geo.online` for how they are.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from geo.errors import OnlineError
from geo.mention import Candidate, Mention
from geo.names import normalise
from geo.place import Place, Role
from geo.rulings import Span
from reports.claim import Claim, PlaceRef
from reports.ingest import Extraction

CONFIDENCE = 0.5
"""Of a place found online: nothing in the report was weighed for it but the country."""
OF_ITS_COUNTRY = 2.0
"""What lying in a country of the report is worth, in ranks of the provider's own order."""

Lookup = Callable[[str], Sequence[Place]]


@dataclass(frozen=True, slots=True)
class Help:
    """What asking came to: the report with the places found, and what went wrong, if anything."""

    extraction: Extraction
    found: Mapping[str, Place]
    problem: str | None = None


def names_without_a_place(extraction: Extraction) -> tuple[str, ...]:
    """Give the names that could not be placed, each once, in the order of the report."""
    missing = (each.mention for each in extraction.located if _asks(each.mention))
    return tuple(dict.fromkeys(mention.text for mention in missing))


def helped(extraction: Extraction, names: Sequence[str], lookup: Lookup) -> Help:
    """Look names up and put the places found into the report's mentions and claims.

    What cannot be found stays as it is. When the provider fails, what was found before stands.

    Parameters
    ----------
    names
        Those of :func:`names_without_a_place` that the user agreed to send.
    lookup
        Name to places; OnlineError when the provider does not answer.
    """
    found, problem = _found(names, lookup, _countries(extraction))
    located = tuple(
        replace(each, mention=_placed(each.mention, found)) for each in extraction.located
    )
    settled = frozenset(
        (name.start, name.end) for each in extraction.located if (name := each.mention).settled
    )
    claims = tuple(_with_places(claim, found, settled) for claim in extraction.claims)
    return Help(replace(extraction, located=located, claims=claims), found, problem)


def asking(lookup: Lookup, say: Callable[[str], object]) -> Callable[[Extraction], Extraction]:
    """Make a function that looks up every name without a place of an extraction.

    ``say`` is told what went wrong, each problem once.
    """
    said: set[str] = set()

    def ask(extraction: Extraction) -> Extraction:
        result = helped(extraction, names_without_a_place(extraction), lookup)
        if result.problem and result.problem not in said:
            said.add(result.problem)
            say(result.problem)
        return result.extraction

    return ask


def _asks(mention: Mention) -> bool:
    return mention.place is None and mention.role is not Role.DEMONYM and not mention.settled


def _countries(extraction: Extraction) -> Counter[str | None]:
    return Counter(each.mention.place.country for each in extraction.located if each.mention.place)


def _found(
    names: Sequence[str], lookup: Lookup, countries: Counter[str | None]
) -> tuple[dict[str, Place], str | None]:
    found: dict[str, Place] = {}
    for name in names:
        try:
            places = lookup(name)
        except OnlineError as error:
            return found, str(error)
        if places:
            found[normalise(name)] = _likeliest(places, countries)
    return found, None


def _likeliest(places: Sequence[Place], countries: Counter[str | None]) -> Place:
    """Choose by the provider's order, but rather in a country that the report is about."""
    all_ = max(1, countries.total())

    def rank(at: int) -> float:
        return at - OF_ITS_COUNTRY * countries[places[at].country] / all_

    return places[min(range(len(places)), key=rank)]


def _placed(mention: Mention, found: Mapping[str, Place]) -> Mention:
    place = found.get(normalise(mention.text)) if _asks(mention) else None
    if place is None:
        return mention
    reason = f"not in the offline gazetteer; found online: {place.attribution}"
    candidate = Candidate(place, CONFIDENCE, (reason,))
    return replace(mention, place=place, confidence=CONFIDENCE, candidates=(candidate,))


def _with_places(claim: Claim, found: Mapping[str, Place], settled: Collection[Span]) -> Claim:
    def ref(old: PlaceRef | None) -> PlaceRef | None:
        asks = old and not old.place_id and (old.start, old.end) not in settled
        place = found.get(normalise(old.name)) if old and asks else None
        return replace(old, name=place.name, place_id=place.id) if old and place else old

    return replace(
        claim, actor=ref(claim.actor), from_=ref(claim.from_), to=ref(claim.to), at=ref(claim.at)
    )
