"""Invented stores of any size, to measure what the dashboard takes of a machine.

Everything is drawn from one seed: the same numbers give the same store. Places gather in clusters,
as news do; reports are short, name places and state figures, each with a status and most with a
day. Nothing in them was ever reported.
"""

import hashlib
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from reports.record import Record
from reports.store import Store

Row = Mapping[str, Any]

FIRST_DAY = date(2022, 1, 1)
DAYS = 1_200
CENTRES = 24
SPREAD_DEGREES = 2.5
FIGURE_EVERY = 8
"""How many sentences of a report there are to each that states a figure."""
UNDATED = 0.1
# How often a sentence has a status: mostly reports, as in real ones.
STATUSES = {"reported": 70, "claimed": 8, "estimated": 8, "planned": 10, "denied": 4}
SYLLABLES = ("ka", "ro", "min", "sel", "tor", "va", "den", "lu", "bri", "osh", "an", "ek")


@dataclass(frozen=True, slots=True)
class Size:
    """How much is invented: the places that are named, and how often any of them is.

    Attributes
    ----------
    places
        Marks on the map; every place is named at least once.
    mentions
        Names in reports; not fewer than ``places``.
    sentences
        Of a report, a name in each.
    """

    places: int
    mentions: int
    sentences: int = 30


def fill(store: Store, size: Size, seed: int = 0) -> None:
    """Put an invented corpus into a store."""
    for record in records(size, seed):
        store.add(record)


def records(size: Size, seed: int = 0) -> Iterator[Record]:
    """Invent reports."""
    if size.mentions < size.places:
        raise ValueError(f"{size.mentions} mentions cannot name {size.places} places")
    chance = random.Random(seed)  # noqa: S311 - nothing here is a secret
    places = _places(size.places, chance)
    named = [*places, *chance.choices(places, k=size.mentions - size.places)]
    chance.shuffle(named)
    for number, start in enumerate(range(0, len(named), size.sentences), 1):
        yield _record(number, named[start : start + size.sentences], chance)


def _places(count: int, chance: random.Random) -> list[Row]:
    centres = [(chance.uniform(-30, 60), chance.uniform(-120, 150)) for _ in range(CENTRES)]
    return [_place(number, chance.choice(centres), chance) for number in range(count)]


def _place(number: int, centre: tuple[float, float], chance: random.Random) -> Row:
    lat, lon = (chance.gauss(middle, SPREAD_DEGREES) for middle in centre)
    name = "".join(chance.choices(SYLLABLES, k=3)).capitalize()
    return {
        "id": f"made:{number}",
        "name": f"{name} {number}",
        "kind": "city",
        "lat": round(lat, 4),
        "lon": round(lon, 4),
        "country": None,
        "adm1": None,
        "population": int(10 ** chance.uniform(2, 6)),
        "radius_m": None,
        "names": {},
        "attribution": None,
    }


def _record(number: int, places: Sequence[Row], chance: random.Random) -> Record:
    id_ = f"r{number:06}"
    published = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    text, mentions, claims = f"Report {number}\n", [], []
    for count, place in enumerate(places):
        how = said(published, chance)
        amount = chance.randrange(2, 900)
        figure = f"{amount} people" if count % FIGURE_EVERY == 0 else ""
        start = len(text)
        text += f"{figure or 'People'} were seen near {place['name']}. "
        sentence = {"sentence_start": start, "sentence_end": len(text) - 1}
        common = {"report_id": id_, **sentence, **how}
        at = text.index(place["name"], start)
        mentions.append(_mention(f"{id_}m{count}", place, at) | common)
        if figure:
            claims.append(_claim(f"{id_}c{count}", place, figure, amount) | common)
            claims[-1] |= {"start": start, "sentence": text[start:-1]}
            claims[-1]["end"] = start + len(figure)
    report = {
        "id": id_,
        "slug": id_,
        "title": f"Report {number}",
        "publisher": f"Paper {number % 12}",
        "published": published.isoformat(),
        "published_basis": "given",
        "received": published.isoformat(),
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "sample": False,
        "text": text,
    }
    original = {"report_id": id_, "name": f"{id_}.txt", "content": text.encode()}
    return Record(report, original, mentions, claims, list({p["id"]: p for p in places}.values()))


def said(published: date, chance: random.Random) -> dict[str, Any]:
    """Invent how a sentence says it: a status, and mostly a span of days before the report's."""
    status = chance.choices(list(STATUSES), list(STATUSES.values()))[0]
    earliest, latest = None, None
    if chance.random() >= UNDATED:
        last = published - timedelta(days=math.floor(chance.expovariate(1 / 5)))
        first = last - timedelta(days=math.floor(chance.expovariate(1 / 10)))
        earliest, latest = first.isoformat(), last.isoformat()
    return {
        "status": status,
        "status_cue": None,
        "when_text": None,
        "edtf": None,
        "earliest": earliest,
        "latest": latest,
        "core_from": None,
        "core_to": None,
        "review": "unverified",
    }


def _mention(id_: str, place: Row, at: int) -> dict[str, Any]:
    return {
        "id": id_,
        "start": at,
        "end": at + len(place["name"]),
        "text": place["name"],
        "role": "literal",
        "role_reason": "named where something is",
        "place_id": place["id"],
        "name": place["name"],
        "kind": place["kind"],
        "lat": place["lat"],
        "lon": place["lon"],
        "country": None,
        "precision_m": None,
        "confidence": 0.9,
        "candidates": None,
    }


def _claim(id_: str, place: Row, text: str, amount: int) -> dict[str, Any]:
    return {
        "id": id_,
        "text": text,
        "value": float(amount),
        "low": None,
        "high": None,
        "values": [],
        "comparator": "eq",
        "approx": False,
        "increment": False,
        "part_of": None,
        "unit": "people",
        "category": "presence",
        "family": "presence",
        "at_name": place["name"],
        "at_id": place["id"],
        "inherited": [],
        "sources": [],
        "flags": [],
    }
