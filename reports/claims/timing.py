"""When the event of a figure was: the date of its clause, or of the plan that it belongs to."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Token

from geo.passage import Passage
from geo.sentences import text_of
from reports.claim import PlaceRef, Stance, Status, When
from reports.claims.categories import Topic
from reports.claims.moves import Move
from reports.claims.standing import PLAIN
from reports.claims.status import stance
from reports.dates import nearest
from reports.dates.tense import Tense, clause_tense
from reports.lexicon import words
from reports.quantities import Quantity
from reports.syntax import children, clause_verb, lemma

# Of a missile's flight, and of what no rule names: "designed to fly 3,000 km".
_REACHES = frozenset({"distance", "range", "other"})
_PLANS = frozenset({"troops_planned", "workers_planned"})
_YEAR = re.compile(r"\b\d{4}\b")


def dates_in(passage: Passage, whens: Sequence[When]) -> Sequence[When]:
    """Give the dates of one passage; ``whens`` are in order."""
    end = passage.start + len(text_of(passage.doc))
    first = bisect_left(whens, passage.start, key=lambda when: when.start)
    return whens[first : bisect_left(whens, end, key=lambda when: when.start)]


def date_of(
    quantity: Quantity,
    about: Topic,
    passage: Passage,
    whens: Sequence[When],
) -> When | None:
    """Date a figure by its clause. Distances have no date, but for those that something went.

    "The missile flew 800 km on Friday", and not "which is designed to fly 3,000 km".

    Parameters
    ----------
    whens
        The dates of the report, in order.
    """
    reach = about.family == "geometry" and about.category in _REACHES
    fell = quantity.unit in words("units", "rainfall", "units")  # of rain, and of nothing that flew
    if reach and not fell and not _was_gone(clause_verb(quantity.anchor)):
        return None
    here = dates_in(passage, whens)
    event = about.event.token if about.event is not None else None
    return nearest(quantity.anchor, here, passage, event) if here else None


def _was_gone(verb: Token | None) -> bool:
    if verb is None or lemma(verb) not in words("dates", "happenings", "travelled"):
        return False
    infinitive = any(aux.tag_ == "TO" for aux in children(verb, "aux"))
    return not infinitive and clause_tense(verb) is Tense.PAST


def date_of_plan(
    about: Topic, to: PlaceRef | None, moved: Sequence[Move], whens: Sequence[When]
) -> When | None:
    """Date a plan whose destination was taken from a plan named before: it is the same one.

    The date then stands outside the sentence of the figure, as its offsets tell.
    """
    if about.category not in _PLANS or to is None or not to.inherited:
        return None
    move = next((move for move in moved if move.to.start == to.start), None)
    if move is None or stance(move.clauses[0]) == PLAIN:
        return None
    here = dates_in(move.passage, whens)
    dated = (nearest(clause, here, move.passage) for clause in move.clauses if here)
    return next((when for when in dated if when is not None), None)


def is_possible(when: When, found: Stance, published: date | None) -> bool:
    """Whether a date can be the figure's: what is told as done is not after the report.

    What is planned is not before it, unless the report writes the year.
    """
    if published is None:
        return True
    if found.status is Status.PLANNED and when.latest is not None:
        return when.latest >= published or _YEAR.search(when.text) is not None
    if found.status is not Status.REPORTED or when.earliest is None:
        return True
    return when.earliest <= published


def from_the_report_on(when: When | None, found: Stance, published: date | None) -> When | None:
    """Let a plan "by the end of 2027" begin with its report, and not with the beginning of time."""
    if when is None or published is None or found.status is not Status.PLANNED:
        return when
    is_open = when.earliest is None and when.latest is not None and when.latest >= published
    return replace(when, earliest=published) if is_open else when
