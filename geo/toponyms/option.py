"""A place that a name may mean, with the evidence for it while it is being weighed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from geo.place import Place


@dataclass(slots=True)
class Option:
    """A candidate of name number ``name``.

    Attributes
    ----------
    evidence
        From what speaks for or against it (``data/weights/resolution.toml`` lists all) to how
        strongly, mostly 0 to 1.
    reasons
        The same in words for a reviewer, without what is always there.
    """

    name: int
    place: Place
    evidence: dict[str, float] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)

    def add(self, evidence: str, reason: str = "", strength: float = 1.0) -> None:
        """Note evidence, the strongest of a kind, and the reason if it is new."""
        self.evidence[evidence] = max(strength, self.evidence.get(evidence, 0.0))
        if reason and reason not in self.reasons:
            self.reasons.append(reason)

    def score(self, weights: Mapping[str, float]) -> float:
        """Add up what speaks for the place."""
        return points(self.evidence, weights)


def points(evidence: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Add up evidence by its weights."""
    return sum(weights[kind] * strength for kind, strength in evidence.items())
