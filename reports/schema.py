"""The JSON that ``dateline.py extract`` prints: one report's places and figures."""

from collections.abc import Mapping
from typing import Any

from geo.footprint import footprint
from geo.mention import Mention
from geo.offsets import Offset, check, shape_of
from geo.place import Role
from reports.claim import Claim, Comparator, PlaceRef
from reports.dates import plain
from reports.ingest import Extraction, Located
from reports.unquantified import Unquantified

CHAIN = ", citing "


def as_json(extraction: Extraction) -> Mapping[str, Any]:
    """Lay out an extraction as plain values; offsets refer to ``text``."""
    reading = extraction.reading
    return {
        "slug": reading.slug,
        "date": extraction.published.isoformat() if extraction.published else None,
        "lang": reading.lang,
        "text": reading.text,
        "places": [_place(located) for located in extraction.located],
        "figures": [_figure(claim, reading.text) for claim in extraction.claims],
        "unquantified": [_mention(each, reading.text) for each in extraction.unquantified],
        "offsets": [_offset(offset) for offset in extraction.offsets],
        "notes": list(extraction.notes),
    }


def _place(located: Located) -> Mapping[str, Any]:
    mention, place = located.mention, located.mention.place
    # A likeness names something else than the place: the schema counts it with the metonyms.
    role = Role.METONYM if mention.role is Role.LIKENESS else mention.role
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "name": place.name if place else None,
        "kind": place.kind.value if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "role": role.value,
        "place_id": place.id if place else None,
        "confidence": round(mention.confidence, 3),
        "reasons": _reasons(mention),
        "precision_m": footprint(place).radius_m if place else None,
    }


def _reasons(mention: Mention) -> list[str]:
    """Give the reasons for the chosen place; none where there is no place."""
    own = (one.reasons for one in mention.candidates if one.place == mention.place)
    return list(next(own, ()))


def _offset(offset: Offset) -> Mapping[str, Any]:
    """Lay out a directed distance; ``lat``, ``lon`` and ``precision_m`` hold its whole shape."""
    shape, checked = shape_of(offset), check(offset)
    return {
        "text": offset.text,
        "start": offset.start,
        "end": offset.end,
        "low_m": round(offset.low_m),
        "high_m": None if offset.high_m is None else round(offset.high_m),
        "approx": offset.approx,
        "bearing": offset.bearing.degrees if offset.bearing else None,
        "spread": offset.bearing.spread if offset.bearing else None,
        "anchor": _reference(offset.anchor),
        "border": offset.border,
        "located": _reference(offset.located) if offset.located else None,
        "shape": shape.shape if shape else None,
        "lat": round(shape.anchor.y, 5) if shape else None,
        "lon": round(shape.anchor.x, 5) if shape else None,
        "precision_m": round(shape.radius_m or 0.0) if shape else None,
        "verdict": checked.verdict.value,
    }


def _reference(mention: Mention) -> Mapping[str, Any]:
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "place_id": mention.place.id if mention.place else None,
    }


def _figure(claim: Claim, text: str) -> Mapping[str, Any]:
    return {
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        **_numbers(claim),
        "comparator": claim.comparator.value,
        "approx": claim.approx,
        "unit": claim.unit,
        "category": claim.category,
        "group": claim.family,
        "modality": claim.stance.status.value,
        "actor": _name(claim.actor),
        "place": _name(claim.at or claim.to),
        "from": _name(claim.from_),
        "to": _name(claim.to),
        "when": plain(claim.when) if claim.when else None,
        "when_text": claim.when.text if claim.when else None,
        "source": CHAIN.join(claim.sources) or None,
        "sentence": text[claim.sentence_start : claim.sentence_end],
        "flags": list(claim.flags),
    }


def _mention(mention: Unquantified, text: str) -> Mapping[str, Any]:
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "sentence": text[mention.sentence_start : mention.sentence_end],
    }


def _numbers(claim: Claim) -> Mapping[str, Any]:
    if claim.values:
        return {"values": list(claim.values)}
    if claim.comparator in (Comparator.RANGE, Comparator.VAGUE):
        return {"low": claim.low, "high": claim.high}
    numbers: dict[str, Any] = {"value": claim.value}
    if claim.part_of is not None:
        numbers["of"] = claim.part_of
    return numbers


def _name(ref: PlaceRef | None) -> str | None:
    return ref.name if ref else None
