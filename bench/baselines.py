"""The tools that Dateline is measured beside, each given the best start that is still honest.

Those that are not installed raise AbsentError when they are made ready; the bench then says so.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Span

from bench.dateline_system import gazetteer
from bench.errors import AbsentError
from bench.most_populous import best_known, point_of
from bench.prediction import Prediction, Reader
from geo.gazetteer import Gazetteer
from reports.language import pipeline

PLACES = frozenset({"GPE", "LOC", "FAC"})
PEOPLES = "NORP"
LEAD = re.compile(r"(?i)^the\s+")
POSSESSIVE = re.compile(r"['’]s$")


def load_geotext() -> Reader:
    """Give geotext, ready: its cities, countries and nationalities."""
    try:
        from geotext import GeoText
    except ImportError:
        raise AbsentError("pip install geotext") from None
    index = gazetteer()

    def read(text: str) -> list[Prediction]:
        found = GeoText(text)
        lists = (found.countries, found.cities, found.nationalities)
        return _located(text, (span for names in lists for span in spans(text, names)), index)

    return read


def load_flashgeotext() -> Reader:
    """Give flashgeotext, ready: its cities and countries with the data that it ships."""
    try:
        from flashgeotext.geotext import GeoText
    except ImportError:
        raise AbsentError("pip install flashgeotext") from None
    tool, index = GeoText(), gazetteer()

    def read(text: str) -> list[Prediction]:
        found: dict[str, dict[str, dict[str, Any]]] = tool.extract(text)
        named = [entry for table in ("countries", "cities") for entry in found[table].values()]
        return _located(
            text, (tuple(span) for entry in named for span in entry["span_info"]), index
        )

    return read


def load_spacy() -> Reader:
    """Give spaCy's places and peoples, ready, each with its best known namesake."""
    language, index = pipeline(), gazetteer()

    def read(text: str) -> list[Prediction]:
        entities = language(text).ents
        return list(filter(None, (_entity(entity, index) for entity in entities)))

    return read


def spans(text: str, names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Find names, given in the order of the text, as whole words.

    >>> list(spans("Iranian towns, Iran, Iran", ["Iran", "Iran"]))
    [(15, 19), (21, 25)]
    """
    at = 0
    for name in names:
        match = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)").search(text, at)
        if match:
            at = match.end()
            yield match.span()


def _located(text: str, found: Iterator[tuple[int, ...]], index: Gazetteer) -> list[Prediction]:
    """Give spans their places; of those that overlap, the first found stays: countries first."""
    kept: list[Prediction] = []
    for start, end in found:
        if all(end <= other.start or other.end <= start for other in kept):
            kept.append(Prediction(start, end, point_of(text[start:end], index)))
    return sorted(kept, key=lambda prediction: prediction.start)


def _entity(entity: Span, index: Gazetteer) -> Prediction | None:
    """Give an entity, without its article and possessive, and its place."""
    lead, possessive = LEAD.match(entity.text), POSSESSIVE.search(entity.text)
    start = entity.start_char + (lead.end() if lead else 0)
    end = entity.end_char - (len(possessive[0]) if possessive else 0)
    name = entity.doc.text[start:end]
    if entity.label_ == PEOPLES:
        place = next(iter(index.demonym(name)), None)
        return Prediction(start, end, (place.lat, place.lon)) if place else None
    if entity.label_ not in PLACES or not name:
        return None
    place = best_known(name, index)
    return Prediction(start, end, (place.lat, place.lon) if place else None)
