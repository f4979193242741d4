"""An extraction as rows of the store."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime

from geo.footprint import footprint
from geo.mention import Candidate, Mention
from geo.offsets import Offset
from reports.claim import Claim, PlaceRef, Stance, When
from reports.ingest import Extraction, Located
from reports.record import Record, Row
from reports.tables import FURNITURE

MOST_CANDIDATES = 5
"""Candidates of a mention that are kept."""


def record(extraction: Extraction, data: bytes) -> Record:
    """Turn an extraction into rows; ``data`` is the original, kept byte for byte."""
    reading = extraction.reading
    report_id = reading.sha256[:12]
    report: Row = {
        "id": report_id,
        "slug": reading.slug,
        "title": reading.title,
        "publisher": reading.publisher,
        "author": reading.author,
        "url": reading.url,
        "lang": reading.lang,
        "published": _iso(extraction.published),
        "published_basis": extraction.published_basis,
        "received": datetime.now(UTC).isoformat(timespec="seconds"),
        "sha256": reading.sha256,
        "sample": reading.sample,
        "text": reading.text,
        "notes": list(extraction.notes),
        "furniture": [
            [block.start, block.end, block.kind]
            for block in reading.blocks
            if block.kind in FURNITURE
        ],
    }
    ids = {
        located.mention.start: _mention_id(report_id, number)
        for number, located in enumerate(extraction.located, 1)
    }
    return Record(
        report=report,
        original={"report_id": report_id, "name": reading.name, "content": data},
        mentions=[
            _mention_row(report_id, number, located)
            for number, located in enumerate(extraction.located, 1)
        ],
        claims=[
            _claim_row(report_id, number, claim, reading.text)
            for number, claim in enumerate(extraction.claims, 1)
        ],
        places=_place_rows(extraction),
        offsets=[
            _offset_row(report_id, number, offset, ids)
            for number, offset in enumerate(extraction.offsets, 1)
        ],
        unquantified=[
            {"id": f"{report_id}:u{number}", "report_id": report_id, **asdict(mention)}
            for number, mention in enumerate(extraction.unquantified, 1)
        ],
    )


def _place_rows(extraction: Extraction) -> list[Row]:
    places = (each.mention.place for each in extraction.located)
    rows = (
        {**asdict(place), "kind": place.kind.value, "names": dict(place.names)}
        for place in dict.fromkeys(filter(None, places))
    )
    return list({row["id"]: row for row in rows}.values())


def _mention_id(report_id: str, number: int) -> str:
    return f"{report_id}:m{number}"


def _mention_row(report_id: str, number: int, located: Located) -> Row:
    mention, place = located.mention, located.mention.place
    print_ = footprint(place) if place else None
    return {
        "id": _mention_id(report_id, number),
        **_said(report_id, mention, located.sentence, located.stance, located.when),
        "role": mention.role.value,
        "role_reason": mention.role_reason,
        "place_id": place.id if place else None,
        "name": place.name if place else None,
        "kind": place.kind.value if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "country": place.country if place else None,
        "precision_m": print_.radius_m if print_ else None,
        "ucdp_precision": print_.precision.ucdp if print_ else None,
        "acled_precision": print_.precision.acled if print_ else None,
        "confidence": mention.confidence,
        "candidates": [candidate_row(each) for each in mention.candidates[:MOST_CANDIDATES]],
    }


def candidate_row(candidate: Candidate) -> Row:
    """Give what is kept of a place that a mention may mean."""
    place = candidate.place
    return {
        "place_id": place.id,
        "name": place.name,
        "kind": place.kind.value,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "score": candidate.score,
        "reasons": list(candidate.reasons),
    }


def _claim_row(report_id: str, number: int, claim: Claim, text: str) -> Row:
    sentence = (claim.sentence_start, claim.sentence_end)
    slots = {"actor": claim.actor, "from": claim.from_, "to": claim.to, "at": claim.at}
    return {
        "id": f"{report_id}:c{number}",
        **_said(report_id, claim, sentence, claim.stance, claim.when),
        "sentence": text[claim.sentence_start : claim.sentence_end],
        "value": claim.value,
        "low": claim.low,
        "high": claim.high,
        "values": list(claim.values),
        "comparator": claim.comparator.value,
        "approx": claim.approx,
        "increment": claim.increment,
        "part_of": claim.part_of,
        "unit": claim.unit,
        "category": claim.category,
        "family": claim.family,
        "actor": _name(claim.actor),
        "actor_id": _place_id(claim.actor),
        "from_name": _name(claim.from_),
        "from_id": _place_id(claim.from_),
        "to_name": _name(claim.to),
        "to_id": _place_id(claim.to),
        "at_name": _name(claim.at),
        "at_id": _place_id(claim.at),
        "inherited": [slot for slot, ref in slots.items() if ref and ref.inherited],
        "sources": list(claim.sources),
        "origin": claim.sources[-1] if claim.sources else None,
        "flags": list(claim.flags),
    }


def _offset_row(report_id: str, number: int, offset: Offset, ids: Mapping[int, str]) -> Row:
    """Lay out a directed distance; ``ids`` are those of the mentions by where they start."""
    return {
        "id": f"{report_id}:o{number}",
        "report_id": report_id,
        "start": offset.start,
        "end": offset.end,
        "text": offset.text,
        "low_m": offset.low_m,
        "high_m": offset.high_m,
        "approx": offset.approx,
        "within": offset.within,
        "bearing": offset.bearing.degrees if offset.bearing else None,
        "spread": offset.bearing.spread if offset.bearing else None,
        "border": offset.border,
        "anchor_id": ids[offset.anchor.start],
        "located_id": ids[offset.located.start] if offset.located else None,
    }


def _said(
    report_id: str,
    found: Mention | Claim,
    sentence: tuple[int, int],
    stance: Stance,
    when: When | None,
) -> Row:
    """Lay out the columns that mentions and claims share."""
    return {
        "report_id": report_id,
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "sentence_start": sentence[0],
        "sentence_end": sentence[1],
        "status": stance.status.value,
        "status_cue": stance.cue,
        **_when_columns(when),
        "review": "unverified",
    }


def _when_columns(when: When | None) -> Row:
    return {
        "when_text": when.text if when else None,
        "edtf": when.edtf if when else None,
        "earliest": _iso(when.earliest) if when else None,
        "latest": _iso(when.latest) if when else None,
        "core_from": _iso(when.core_from) if when else None,
        "core_to": _iso(when.core_to) if when else None,
    }


def _name(ref: PlaceRef | None) -> str | None:
    return ref.name if ref else None


def _place_id(ref: PlaceRef | None) -> str | None:
    return ref.place_id if ref else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
