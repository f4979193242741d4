"""What the places of figures are read from: scenes, names, and lists of names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from geo.mention import Mention
from geo.passage import Passage
from reports.claim import Comparator, PlaceRef
from reports.claims.categories import Topic
from reports.claims.listed import Lists, lists, wider
from reports.claims.locatives import is_within
from reports.claims.mentioned import Named, reference
from reports.claims.scenes import Scenes, scenes
from reports.claims.slots import Slots
from reports.quantities.amounts import Amount

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

    def as_stated(self, filled: Slots, about: Topic, amount: Amount) -> Slots:
        """Let no slot of a count say one of several places that a list names.

        Killed "in Kursk and Bryansk" were killed in Russia, if the report names it, and nobody
        can say how many of them in Kursk; of several who act none acted alone.
        """
        if about.family == _GEOMETRY:
            return filled  # each end of a length is one of two
        rises = _holds_around(amount)
        at, from_, to = (
            self._whole(ref, rises=rises) for ref in (filled.at, filled.from_, filled.to)
        )
        actor = filled.actor if self._list_of(filled.actor) is None else None
        # "From Goma and Sake to Bukavu": that they come from Congo would tell nothing.
        if from_ is not filled.from_ and self.encloses(from_, filled.to):
            from_ = None
        if to is not filled.to and self.encloses(to, filled.from_):
            to = None
        return replace(filled, at=at, from_=from_, to=to, actor=actor)

    def _whole(self, ref: PlaceRef | None, *, rises: bool) -> PlaceRef | None:
        members = self._list_of(ref)
        if ref is None or members is None:
            return ref
        around = wider(members, self.mentions.values()) if rises else None
        return reference(around, inherited=ref.inherited) if around is not None else None

    def _list_of(self, ref: PlaceRef | None) -> tuple[Mention, ...] | None:
        return self.lists.get(ref.start) if ref is not None and ref.start is not None else None

    def encloses(self, outer: PlaceRef | None, inner: PlaceRef | None) -> bool:
        """Whether a place in a slot is the one in another slot, or what that lies in."""
        around, other = self.mention(outer), self.mention(inner)
        if around is None or other is None or around.place is None or other.place is None:
            return False
        return around.place.id == other.place.id or is_within(other, around)


def _holds_around(amount: Amount) -> bool:
    """Whether what is counted in places is counted in what they lie in too.

    "None hurt", "at most 9" and "a third" say less of Goma than of all Congo.
    """
    share = amount.measure is not None and amount.measure.kind == "share"
    below = amount.comparator in (Comparator.LT, Comparator.LE)
    return not (share or below or (amount.value is not None and amount.value < 1))


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
