"""An invented store of thousands of reports, as long as papers' are, about places that there are.

Everything is drawn from one seed. Reports keep to a region, as reports do, and come back to its
towns, so that figures meet in groups. Nothing in them was ever reported.
"""

import hashlib
import random
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from string import ascii_lowercase
from typing import Any

from bench.scenes import DAYS, FIRST_DAY, said
from geo.gazetteer import Gazetteer
from geo.mention import Candidate
from geo.place import Place
from geo.settings import data_dir
from reports.record import Record
from reports.rows import candidate_row

Row = dict[str, Any]

REGIONS = 40
NEIGHBOURS = 40
"""Nearest towns and sites of a region's point; some regions share some."""
LONG = 2_500
"""Characters at which a report ends."""
FIGURES, NAMED = 6, 6
"""Sentences of a report that state a figure, or only name places; the others say neither."""
TOWNS = 4
"""Places of a region that figures are told of, so that reports speak of the same."""
VOCABULARY, SHORTEST, LONGEST = 4_000, 10, 24
"""Invented words, as often as words are (Zipf), so that a text packs as English does; how many a
sentence has."""
OTHERS = 2
"""Candidates of a name beside the place that was chosen."""
PUBLISHERS = 40
_SLOT = re.compile(r"\{(\w+)\}")
_REASONS = ("its usual name", "near other places named", "its country is named")


@dataclass(slots=True)
class _Text:
    """A report as it grows, and what was said in it."""

    text: str
    mentions: list[Row] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)


def records(count: int, gazetteer: Gazetteer, seed: int = 0) -> Iterator[Record]:
    """Invent so many reports."""
    chance = random.Random(seed)  # noqa: S311 - nothing here is a secret
    regions = _regions(gazetteer, chance)
    for number in range(1, count + 1):
        yield _record(number, chance.choice(regions), chance)


def _regions(gazetteer: Gazetteer, chance: random.Random) -> list[list[Place]]:
    """Choose points on land at random, each with the towns around it."""
    regions: list[list[Place]] = []
    while len(regions) < REGIONS:
        point = chance.uniform(-35, 62), chance.uniform(-120, 150)
        near = gazetteer.reverse(point, exactly_one=False, limit=NEIGHBOURS)
        if isinstance(near, list) and len(near) == NEIGHBOURS:
            regions.append([gazetteer.place(location.raw["id"]) for location in near])
    return regions


def _record(number: int, region: Sequence[Place], chance: random.Random) -> Record:
    id_, published = f"r{number:06}", FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    title = f"{chance.choice(region).name}: what is known on day {number}"
    report = _Text(f"{title}\n\n")
    words = _words()
    kinds = ["figures"] * FIGURES + ["named"] * NAMED
    chance.shuffle(kinds)
    while len(report.text) < LONG or kinds:
        kind = kinds.pop() if kinds and chance.random() < 0.6 else "plain"  # noqa: PLR2004 - mixed
        template = _babble(chance) if kind == "plain" else chance.choice(words[kind])
        _say(report, id_, template, region, published, chance)
    places = {each["place_id"] for each in report.mentions}
    return Record(
        {
            "id": id_,
            "slug": id_,
            "title": title,
            "publisher": f"Paper {chance.randrange(PUBLISHERS)}",
            "lang": "en",
            "published": published.isoformat(),
            "published_basis": "given",
            "received": published.isoformat(),
            "sha256": hashlib.sha256(report.text.encode()).hexdigest(),
            "sample": False,
            "text": report.text,
        },
        {"report_id": id_, "name": f"{id_}.txt", "content": report.text.encode()},
        report.mentions,
        report.claims,
        [asdict(place) for place in region if place.id in places],
    )


def _say(
    report: _Text,
    id_: str,
    template: str | Mapping[str, Any],
    region: Sequence[Place],
    published: date,
    chance: random.Random,
) -> None:
    """Put a sentence at the end of a report, with what is found in it."""
    words = template if isinstance(template, str) else str(template["words"])
    around = region if isinstance(template, str) else region[:TOWNS]
    named = dict(zip(("place", "other"), chance.sample(around, 2), strict=True))
    amount = chance.randrange(2, template["most"]) if isinstance(template, Mapping) else 0
    fills = {
        "place": named["place"].name,
        "other": named["other"].name,
        "day": chance.choice(_words()["weekdays"]),
        "source": chance.choice(_words()["sources"]),
        "figure": f"{amount:,} {template['noun']}" if isinstance(template, Mapping) else "",
    }
    start, spans = len(report.text), {}
    for literal, slot in _pieces(words):
        report.text += literal
        if slot:
            spans[slot] = len(report.text), len(report.text) + len(fills[slot])
            report.text += fills[slot]
    end = len(report.text)
    report.text += " "
    common = {
        "report_id": id_,
        "sentence_start": start,
        "sentence_end": end,
        **said(published, chance),
    }
    for slot in named.keys() & spans.keys():
        own = f"{id_}:m{len(report.mentions)}"
        report.mentions.append(common | _mention(own, named[slot], spans[slot], region))
    if isinstance(template, Mapping):
        own = f"{id_}:c{len(report.claims)}"
        claim = common | _claim(own, template, named, amount) | _at(spans["figure"])
        claim |= {"text": fills["figure"], "sentence": report.text[start:end]}
        report.claims.append(claim | {"sources": [fills["source"]] if "source" in spans else []})


def _pieces(words: str) -> Iterator[tuple[str, str]]:
    """Part a template: what stands before each slot, and the slot; the last has none."""
    parts = [*_SLOT.split(words), ""]
    yield from zip(parts[::2], parts[1::2], strict=True)


def _at(span: tuple[int, int]) -> Row:
    return {"start": span[0], "end": span[1]}


def _mention(id_: str, place: Place, span: tuple[int, int], region: Sequence[Place]) -> Row:
    others = [each for each in region if each is not place][:OTHERS]
    return {
        **_at(span),
        "id": id_,
        "text": place.name,
        "role": "literal",
        "role_reason": "named where something is",
        "place_id": place.id,
        "name": place.name,
        "kind": place.kind.value,
        "lat": place.lat,
        "lon": place.lon,
        "country": place.country,
        "precision_m": place.radius_m,
        "confidence": 0.9,
        "candidates": [candidate_row(Candidate(each, 0.9, _REASONS)) for each in (place, *others)],
    }


def _claim(id_: str, template: Mapping[str, Any], named: Mapping[str, Place], amount: int) -> Row:
    slots: Row = {}
    for slot in ("from", "to", "at"):
        place = named.get(template.get(slot, ""))
        slots |= {f"{slot}_name": place and place.name, f"{slot}_id": place and place.id}
    status = {"status": template["status"]} if "status" in template else {}
    return {
        **slots,
        **status,
        "id": id_,
        "value": float(amount),
        "low": None,
        "high": None,
        "values": [],
        "comparator": "eq",
        "approx": False,
        "increment": False,
        "part_of": None,
        "unit": template["unit"],
        "category": template["category"],
        "family": template["family"],
        "inherited": [],
        "flags": [],
    }


def _babble(chance: random.Random) -> str:
    """Invent a sentence that says nothing."""
    words, weights = _vocabulary()
    said_ = chance.choices(words, cum_weights=weights, k=chance.randint(SHORTEST, LONGEST))
    return " ".join(said_).capitalize() + "."


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    chance = random.Random(VOCABULARY)  # noqa: S311 - nothing here is a secret
    words = [
        "".join(chance.choices(ascii_lowercase, k=chance.randint(2, 9))) for _ in range(VOCABULARY)
    ]
    return words, list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))


@cache
def _words() -> Mapping[str, Any]:
    """Read what reports are made of."""
    file = data_dir() / "bench" / "store_sentences.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
