"""What somebody decided that names in a report mean, in the place of what was worked out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from geo.mention import Candidate, Mention
from geo.place import Place, Role

BY_HAND = "decided by hand"
CERTAIN = 1.0
Span = tuple[int, int]
"""``[start, end)`` in code points of a report's text."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision on one name; what it leaves open stays as it was read.

    Attributes
    ----------
    placed
        Whether its place was decided: ``place``, or None for none that we know.
    role
        How the name is used, where that was decided.
    rejected
        Whether it is no name of a place at all.
    """

    placed: bool = False
    place: Place | None = None
    role: Role | None = None
    rejected: bool = False


Rulings = Mapping[Span, Ruling]


def ruled(mention: Mention, rulings: Rulings) -> Mention:
    """Give a mention as it was decided, or as it is where nothing was."""
    ruling = rulings.get((mention.start, mention.end))
    if ruling is None:
        return mention
    if ruling.placed:
        mention = _placed(mention, ruling.place)
    if ruling.placed or ruling.rejected:
        mention = replace(mention, settled=True)
    if ruling.role is not None and ruling.role is not mention.role:
        mention = replace(mention, role=ruling.role, role_reason=BY_HAND)
    return mention


def rejected(mention: Mention, rulings: Rulings) -> bool:
    """Tell whether somebody decided that this is no name of a place."""
    ruling = rulings.get((mention.start, mention.end))
    return ruling is not None and ruling.rejected


def _placed(mention: Mention, place: Place | None) -> Mention:
    """Put a place first among the candidates, with the reasons that it had."""
    if place is None:
        return replace(mention, place=None, confidence=0.0)
    had = next((each for each in mention.candidates if each.place.id == place.id), None)
    first = Candidate(place, CERTAIN, (BY_HAND, *(had.reasons if had else ())))
    rest = tuple(each for each in mention.candidates if each is not had)
    return replace(mention, place=place, confidence=CERTAIN, candidates=(first, *rest))
