"""Positions that a report states in figures, as mentions of places."""

from collections.abc import Iterator, Sequence

from geo.coordinates import Coordinate, coordinates, spot
from geo.footprint import length_text
from geo.mention import Candidate, Mention
from geo.passage import Passage
from geo.place import Role
from geo.toponyms.matches import Name

REASON = "coordinates in the text"


def positions(passages: Sequence[Passage]) -> list[Mention]:
    """Find the coordinates in a report, in order; each is a place of its own."""
    return [
        _mention(found, passage.start)
        for passage in passages
        for found in coordinates(passage.doc.text)
    ]


def clear_of(
    names: Sequence[Name], passages: Sequence[Passage], taken: Sequence[Mention]
) -> Iterator[Name]:
    """Give the names that share no character with a mention ("N", "E" are no places there)."""
    inside = {at for mention in taken for at in range(mention.start, mention.end)}
    for name in names:
        start, _ = passages[name.passage].span(name.span)
        if inside.isdisjoint(range(start, start + len(name.surface))):
            yield name


def _mention(found: Coordinate, start: int) -> Mention:
    place = spot(found.lat, found.lon, found.radius_m)
    reason = f"{found.notation.value}, ±{length_text(place.radius_m or 0.0)}"
    return Mention(
        start=start + found.start,
        end=start + found.end,
        text=found.text,
        role=Role.LITERAL,
        role_reason=REASON,
        place=place,
        confidence=found.confidence,
        candidates=(Candidate(place, found.confidence, (reason,)),),
    )
