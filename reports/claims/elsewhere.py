"""Whether a figure is told of another place than the event whose day it would take."""

from collections.abc import Sequence
from itertools import product

from geo.footprint import GEOD
from geo.mention import Mention
from geo.place import Kind, Place, Role
from geo.toponyms.containment import within
from reports.claim import When
from reports.claims.slots import Slots
from reports.claims.timeline import Timeline

_NEAR_M = 100_000
_SOON = 2  # sentences behind a date in which a report may first say where that was
_WIDE = frozenset({Kind.REGION, Kind.WATER, Kind.LINE})


def is_elsewhere(
    filled: Slots, at: int, when: When, line: Timeline, names: Sequence[Mention]
) -> bool:
    """Whether a figure's own places all lie apart from those that a date is said of.

    Parameters
    ----------
    at
        Offset of the figure; only the places that its own sentence names count.
    when
        The date that is carried to it from another sentence.
    names
        The report's mentions of places.
    """
    told, read = line.sentence_with(when.start), line.sentence_with(at)
    slots = (ref.start for ref in (filled.at, filled.to, filled.from_) if ref is not None)
    own = {start for start in slots if start is not None and line.sentence_with(start) == read}
    here = [one.place for one in names if one.start in own and one.place]
    if told == read or not here:
        return False
    literal = [(one.place, line.sentence_with(one.start)) for one in names if _is_spot(one)]
    there = [place for place, sentence in literal if sentence == told]
    there = there or [place for place, sentence in literal if sentence < told]
    if not there:
        return read - told > _SOON
    return not any(_meet(one, other) for one, other in product(here, there) if one and other)


def _is_spot(mention: Mention) -> bool:
    return mention.role is Role.LITERAL and mention.place is not None


def _meet(one: Place, other: Place) -> bool:
    """Whether two places are one, lie in each other, or are near."""
    if one.id == other.id or {one.kind, other.kind} & _WIDE:
        return True
    if within(one, other) or within(other, one):
        return True
    return float(GEOD.inv(one.lon, one.lat, other.lon, other.lat)[2]) <= _NEAR_M
