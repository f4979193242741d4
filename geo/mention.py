"""A place name in a report, and what became of it."""

from dataclasses import dataclass

from geo.place import Place, Role


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that the mention may mean.

    ``score`` is in [0, 1]: the share that the place has among all that the name may mean.
    ``reasons`` are short phrases a reviewer can read ("called a province"). ``points`` is the
    evidence added up, before it is made a share: comparable between candidates of any name.
    """

    place: Place
    score: float
    reasons: tuple[str, ...] = ()
    points: float = 0.0


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name at ``text[start:end]`` of a report's text (code points, end exclusive).

    ``place`` is None when no candidate is good enough: "not identifiable" is a result, not an
    error. ``confidence`` is in [0, 1]: of those held with 0.9, nine in ten name a place, and this
    one. ``role_reason`` says in a few words why the role was chosen. ``candidates`` are best first
    and include the chosen one. ``settled`` is whether somebody decided what place it is, or that
    it is none: then nobody looks any further.
    """

    start: int
    end: int
    text: str
    role: Role
    role_reason: str
    place: Place | None
    confidence: float
    candidates: tuple[Candidate, ...] = ()
    settled: bool = False
