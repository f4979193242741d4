"""What the places of figures are read from: scenes, names, and lists of names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geo.mention import Mention
from geo.passage import Passage
from reports.claim import PlaceRef
from reports.claims.categories import Topic
from reports.claims.listed import Lists, lists
from reports.claims.locatives import is_within
from reports.claims.mentioned import Named
from reports.claims.scenes import Scenes, scenes
from reports.claims.slots import Slots

_GEOMETRY = "geometry"


@dataclass(frozen=True, slots=True)
class Ground:
    """The scenes of a report, its mentions by where they start, and those that a list joins."""

    scenes: Scenes
    mentions: Mapping[int, Mention]
    lists: Lists

    def mention(self, ref: PlaceRef | None) -> Mention | None:
        """Return the mention that a slot was filled from."""
        return self.mentions.get(ref.start) if ref and ref.start is not None else None

    def country(self, ref: PlaceRef | None) -> str | None:
        """Return the country of a place in a slot."""
        mention = self.mention(ref)
        return mention.place.country if mention is not None and mention.place else None

    def abroad(self, one: PlaceRef | None, other: PlaceRef | None) -> bool:
        """Whether two places are known to lie in different countries."""
        first, second = self.country(one), self.country(other)
        return first is not None and second is not None and first != second

    def near(self, one: PlaceRef, other: PlaceRef) -> bool:
        """Whether two places may lie in one province, as far as is known."""
        first, second = self.mention(one), self.mention(other)
        if first is None or second is None or first.place is None or second.place is None:
            return True
        return first.place.adm1 == second.place.adm1

    def encloses(self, outer: PlaceRef | None, inner: PlaceRef | None) -> bool:
        """Whether a place in a slot is the one in another slot, or what that lies in."""
        around, other = self.mention(outer), self.mention(inner)
        if around is None or other is None or around.place is None or other.place is None:
            return False
        return around.place.id == other.place.id or is_within(other, around)

    def as_stated(self, filled: Slots, about: Topic) -> Slots:
        """Let no slot of a count say one of several places that a list names: it says them all.

        Nobody can say how many of those killed "in Kursk and Bryansk" were killed in Kursk, so that
        they are drawn at neither; of several who act none acted alone.
        """
        if about.family == _GEOMETRY:
            return filled  # each end of a length is one of two
        at, from_, to, actor = map(self._whole, (filled.at, filled.from_, filled.to, filled.actor))
        return replace(filled, at=at, from_=from_, to=to, actor=actor)

    def _whole(self, ref: PlaceRef | None) -> PlaceRef | None:
        names = self.lists.get(ref.start) if ref is not None and ref.start is not None else None
        if ref is None or names is None:
            return ref
        # A sentence goes on about some of the places named before it, and nobody can say of which.
        return None if ref.inherited else replace(ref, name=", ".join(names), place_id=None)


def ground(
    passages: Sequence[Passage], names: Mapping[int, Named], mentions: Sequence[Mention]
) -> Ground:
    """Read the ground of a report.

    Parameters
    ----------
    names
        For each passage, by its start, the mentions over its words, with those words that stand
        for a place (`reports.claims.referents`).
    mentions
        The mentions of the report, in order.
    """
    by_start = {mention.start: mention for mention in mentions}
    return Ground(scenes(passages, names), by_start, lists(passages, mentions))
