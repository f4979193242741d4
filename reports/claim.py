"""A figure that someone stated, with its sentence, its speaker and its time."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """How a statement stands to the facts, as the report puts it."""

    REPORTED = "reported"
    PLANNED = "planned"
    ESTIMATED = "estimated"
    CLAIMED = "claimed"
    DENIED = "denied"


class Comparator(StrEnum):
    """How the stated number bounds the true one."""

    EQ = "eq"
    GT = "gt"
    GE = "ge"
    LT = "lt"
    LE = "le"
    RANGE = "range"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Stance:
    """A status and the word in the report that shows it ("plans", "may", "denied").

    ``cue`` is None for plain reporting.
    """

    status: Status
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A date expression at ``text[start:end]``, resolved as far as the report allows.

    Attributes
    ----------
    edtf
        Extended Date/Time Format level 0-1 ("2025-07/..", "2024-06-26/2025-06-26"); None while
        unresolved.
    earliest, latest
        Outer bounds, closed days; None means open (or unresolved when ``edtf`` is None).
    core_from, core_to
        The part that is certainly meant, where it is narrower than the bounds.
    granularity
        "day", "month", "season", "year" or "vague".
    rule
        Name of the grammar rule that read it, for the reviewer.
    """

    start: int
    end: int
    text: str
    edtf: str | None
    earliest: date | None
    latest: date | None
    core_from: date | None
    core_to: date | None
    granularity: str
    rule: str


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place in a slot of a claim; ``inherited`` when another sentence (or headline) names it."""

    name: str
    place_id: str | None
    start: int | None
    end: int | None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure at ``text[start:end]``.

    ``value`` is set for a single number, ``low``/``high`` for ranges and vague lower bounds,
    ``values`` for dimensions. ``sources`` is the chain from speaker to root ("Lee Seong-kweun",
    "National Intelligence Service"); empty means the outlet's own voice. ``family`` is the coarse
    kind of claim ("deployment", "casualties", "geometry", …). ``flags`` are sentences on what
    cannot be right as printed (:mod:`reports.flags`).
    """

    start: int
    end: int
    text: str
    sentence_start: int
    sentence_end: int
    value: float | None
    low: float | None
    high: float | None
    values: tuple[float, ...]
    comparator: Comparator
    approx: bool
    increment: bool
    unit: str
    category: str
    family: str
    stance: Stance
    actor: PlaceRef | None
    from_: PlaceRef | None
    to: PlaceRef | None
    at: PlaceRef | None
    when: When | None
    sources: tuple[str, ...]
    part_of: float | None = None
    flags: tuple[str, ...] = ()
