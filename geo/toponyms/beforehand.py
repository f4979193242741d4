"""What is known of a report's places before it is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from geo.place import Place

Decisions = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True, slots=True)
class Beforehand:
    """What there is to go by besides a report's own words.

    Attributes
    ----------
    home
        Where its publisher may sit, most likely first: weak evidence.
    decisions
        From a name as :func:`geo.names.normalise` writes it to the id of the place, or the ids of
        the places, that a person has verified it to mean, most recent first: strong evidence.
    """

    home: Sequence[Place] = ()
    decisions: Decisions = field(default_factory=dict)

    def decided(self, name: str) -> Sequence[str]:
        """Give the ids that a normalised name was verified to mean, most recent first."""
        ids = self.decisions.get(name, ())
        return (ids,) if isinstance(ids, str) else ids
