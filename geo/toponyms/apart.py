"""Distances that the text states between two names, as evidence for what both mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from geo.footprint import GEOD, footprint
from geo.mention import Mention
from geo.offsets import Offset, offsets
from geo.passage import Passage
from geo.place import Kind, Place, Role
from geo.toponyms.matches import Name

LOOSE = 1.25
"""Reports measure along roads and from wherever they like: what fits may be this much off."""


@dataclass(frozen=True, slots=True)
class Apart:
    """That name number ``there`` lies at an offset from name number ``here``."""

    there: int
    here: int
    offset: Offset

    def fits(self, there: Place, here: Place) -> bool:
        """Tell whether two places lie as the text says, as far as their points and radii tell."""
        if Kind.COUNTRY in {there.kind, here.kind}:
            return False
        slack_m = sum(footprint(place).radius_m or 0.0 for place in (there, here))
        turn, _, metres = GEOD.inv(here.lon, here.lat, there.lon, there.lat)
        high_m = inf if self.offset.high_m is None else self.offset.high_m
        near = self.offset.low_m / LOOSE - slack_m <= metres <= high_m * LOOSE + slack_m
        towards = self.offset.bearing
        return near and (towards is None or metres <= slack_m or towards.holds(turn, 2.0))


def apart(names: Sequence[Name]) -> Iterator[Apart]:
    """Find the names of a report of which the text says how far one lies from the other."""
    by_passage: dict[int, list[int]] = {}
    for at, name in enumerate(names):
        by_passage.setdefault(name.passage, []).append(at)
    for numbers in by_passage.values():
        mentions = {at: _unresolved(names[at]) for at in numbers}
        at_start = {mention.start: at for at, mention in mentions.items()}
        for offset in offsets([Passage(0, names[numbers[0]].span.doc)], list(mentions.values())):
            if offset.located is not None:
                yield Apart(at_start[offset.located.start], at_start[offset.anchor.start], offset)


def _unresolved(name: Name) -> Mention:
    start = name.span.start_char
    role = Role.DEMONYM if name.demonym else Role.LITERAL
    return Mention(start, start + len(name.surface), name.surface, role, "", None, 0.0)
