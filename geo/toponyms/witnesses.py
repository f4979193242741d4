"""Witnesses: what speaks for or against a capitalised name being that of a place here.

Each is weak alone: the gazetteer knows a village called Of, the model calls Kharkiv nothing at all.
What each is worth is in ``data/lexicons/geo/evidence.toml``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, radians

from spacy.tokens import Span, Token

from geo.lexicon import lexicon, lines, meanings, words
from geo.names import normalise
from geo.place import Kind, Place
from geo.toponyms.containment import contained, listed
from geo.toponyms.leads import defined, located, measured, pinned, reached, resident, self_described
from geo.toponyms.matches import SMALL_KINDS, Name
from geo.toponyms.people import is_title
from geo.toponyms.typed import after_list
from geo.toponyms.usage import is_capital

TOWN = ((200_000, "city"), (50_000, "large town"), (15_000, "town"))
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LABELS = frozenset({"PERSON", "ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "DATE", "LAW"})
GOVERNED = frozenset({Kind.COUNTRY, Kind.ADM1})
ENGLISH = frozenset({"US", "GB", "CA", "AU", "IE", "NZ"})
"""Countries whose names of persons and firms look like those of places, to the model too."""
SMALL = frozenset({"unknown", "village", "town"})
NEAR_KM = 150.0
KM_PER_DEGREE = 111.2
DESCRIBING = frozenset({"compound", "amod", "nmod", "poss"})
MOST_COMPARED = 40
"""Sure places of a report that a name is compared with."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the sure names of a report say of the others.

    Attributes
    ----------
    surfaces
        How often each sure name occurs, by its normal form.
    countries
        How many different sure names lie in each country.
    spots
        The places that the sure names most likely mean.
    """

    surfaces: Mapping[str, int]
    countries: Mapping[str, int]
    spots: Sequence[Place]

    @property
    def abroad(self) -> bool:
        """Tell whether most of it is about countries where English is not spoken."""
        english = sum(self.countries.get(code, 0) for code in ENGLISH)
        return 2 * english < sum(self.countries.values())


def witnesses(name: Name, before: Name | None, after: Name | None) -> Iterator[str]:
    """Give what the sentence and the gazetteer say of a name, by name of the witness.

    Parameters
    ----------
    before, after
        The names beside it in the passage; ``before`` only if it is sure to be a place.
    """
    span = name.span
    yield from _gazetteer(name)
    yield from _model(span)
    yield from _words(name)
    yield from (said for said, told in _leads(span).items() if told)
    if name.dateline:
        yield "dateline"
    if not name.places and self_described(span):
        yield "unknown but describes itself"
    if name.cues and (len(span) > 1 or _kind_fits(name)):
        yield "kind fits"
    elif name.cues:
        yield "kind named"
    if after is not None and contained(name, after):
        yield "contained"
    if before is not None and listed(before, name):
        yield "listed"
    if pinned(span):
        yield "pinned" if name.places else "pinned though unknown"
    yield from _before(span)
    yield from _after(name)


def _leads(span: Span) -> Mapping[str, bool]:
    return {
        "located": located(span) or measured(span),
        "resident": resident(span),
        "reached": reached(span),
        "defined": defined(span),
    }


def hearsay(name: Name, report: Report, *, sure: bool) -> Iterator[str]:
    """Give what the rest of the report says of a name.

    Parameters
    ----------
    sure
        Whether the name itself is among the sure ones.
    """
    surface = normalise(name.surface)
    if report.surfaces.get(surface, 0) > sure:
        yield "sure elsewhere"
    kind = next(_gazetteer(name))
    if (
        kind in SMALL
        and report.abroad
        and not ENGLISH.intersection(place.country or "" for place in name.places)
    ):
        yield f"{kind} abroad"
        if kind == "unknown" and located(name.span):
            yield "unknown abroad, located"
    if name.places:
        own = name.places[0].country if sure else None
        counts = [
            report.countries.get(place.country or "", 0) - (place.country == own)
            for place in name.places
        ]
        if max(counts) > 0:
            yield "country named"
            if kind in SMALL and not common(name) and located(name.span):
                yield "located, country named"
        if any(
            place != spot and near(place, spot)
            for place in name.places[:3]
            for spot in report.spots
        ):
            yield "near others"


def near(one: Place, other: Place) -> bool:
    """Tell whether two places that are no countries lie within ``NEAR_KM``, on a flat map."""
    if Kind.COUNTRY in {one.kind, other.kind}:
        return False
    east = (one.lon - other.lon) * cos(radians(one.lat))
    return hypot(one.lat - other.lat, east) * KM_PER_DEGREE <= NEAR_KM


def common(name: Name) -> bool:
    """Tell whether a name is an everyday word, and no capital's or country's as well."""
    word = name.span[0]
    return len(name.span) == 1 and word.lower_ in lines("common_words")


def _gazetteer(name: Name) -> Iterator[str]:
    if not name.places:
        yield "unknown"
        return
    kinds = {_standing(place) for place in name.places}
    order = ("country", "capital", "adm1", "region", "water", "line", "city", "site", "large town")
    best = next((kind for kind in order if kind in kinds), None)
    best = best or next((kind for kind in ("adm2", "town") if kind in kinds), "village")
    yield f"common {best}" if common(name) and best not in {"country", "capital"} else best


def _standing(place: Place) -> str:
    if place.kind is not Kind.CITY:
        return place.kind.value
    if is_capital(place):
        return "capital"
    return next((size for people, size in TOWN if place.population >= people), "village")


def _model(span: Span) -> Iterator[str]:
    labels = {token.ent_type_ for token in span if token.ent_type_}
    if labels & PLACE_LABELS:
        yield "called a place"
        following = span.doc[span.end : span.end + 1]
        if any(token.ent_iob_ == "I" and token.ent_type_ == "FAC" for token in following):
            yield "part of a facility"
    for label in sorted(labels & LABELS):
        yield f"called {label}"
    if not labels:
        yield "called nothing"


def _words(name: Name) -> Iterator[str]:
    word = name.span[0]
    if len(name.span) > 1:
        yield "several words"
        small = all(place.kind in SMALL_KINDS for place in name.places)
        if small and all(part.lower_ in lines("common_words") for part in name.span):
            yield "common words"
        return
    if word.is_upper and any(place.kind not in SMALL_KINDS for place in name.places):
        return  # EU, DMZ; what NIS and other capitals might be was left out before
    if name.cues and _kind_fits(name) and _shares_kind(name.span):
        return
    if common(name):
        yield "common word"
        if word.is_sent_start:
            yield "common word that opens"
    elif _personal(word) and not any(map(is_capital, name.places)):
        yield "personal name of a city" if _sizeable(name) else "personal name"
    if word.is_upper and not name.places:
        yield "unknown capitals"
    if word.pos_ not in {"PROPN", "NOUN", "ADJ"}:
        yield "no noun"


def _shares_kind(span: Span) -> bool:
    """Tell whether a list says what its names are: "Clay, Grant and Swift counties"."""
    return after_list(span.doc, span.end) in lexicon("types")["shared"]


def _personal(word: Token) -> bool:
    return word.lower_ in lines("surnames") or word.lower_ in lines("given_names")


def _sizeable(name: Name) -> bool:
    return any(
        place.kind not in SMALL_KINDS or place.population >= TOWN[0][0] for place in name.places
    )


def _before(span: Span) -> Iterator[str]:
    doc, start = span.doc, span.start
    if not start:
        return
    if _joins(doc[start - 1]):
        yield "after a capital"
    if start > 1 and doc[start - 1].text == "-" and not doc[start - 2].whitespace_:
        yield "after a hyphen"
    if doc[start - 1].lower_ == "the" and len(span) == 1:
        yield "after the" if span.root.dep_ in DESCRIBING else "after the, by itself"


def _after(name: Name) -> Iterator[str]:
    """Look at the word that follows: the rest of a longer name, a part of the state, a people."""
    span = name.span
    doc, end = span.doc, span.end
    if end == len(doc):
        return
    following = doc[end]
    governed = any(place.kind in GOVERNED for place in name.places)
    yield from _title_after(following, governed=governed)
    joined = doc[end + 1 : end + 2].text.lower() in words("context", "joined")
    if following.text in {"-", "–"} and joined:
        yield "based"
    if following.tag_ == "POS":
        yield "owner"
    speaks = span.root.dep_ == "nsubj" and span.root.head.lemma_ in words("people", "speech")
    if speaks:
        state = governed or any(map(is_capital, name.places))
        yield "speaks for a state" if state else "speaks"


def _title_after(following: Token, *, governed: bool) -> Iterator[str]:
    capital = following.text[0].isupper()
    if capital and following.lower_ in words("carriers", "local"):
        yield "local body"
    elif capital and following.lower_ in words("carriers", "organs"):
        yield "body of a state" if governed else "body"
    elif capital and following.pos_ == "PROPN" and not following.is_sent_start:
        yield "before a capital"
    elif following.lower_ in words("context", "locals"):
        yield "locals"


def _joins(before: Token) -> bool:
    """Tell whether a capitalised word before makes a longer name of it, as in "Radio Free Asia"."""
    if not before.text[0].isupper() or before.is_sent_start or before.pos_ != "PROPN":
        return False
    kinds = meanings("types", "before")
    return not is_title(before) and before.lower_ not in kinds and not before.is_stop


def _kind_fits(name: Name) -> bool:
    return any(place.kind in name.cues for place in name.places)
