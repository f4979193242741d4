"""Scope: which date belongs to which event, decided by the sentence and not by nearness alone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from geo.passage import Passage
from geo.sentences import sentence_of
from reports.claim import When
from reports.dates.clauses import (
    SUBJECTS,
    VERBAL,
    dated_with,
    is_pluperfect,
    is_record,
    joined_to,
)
from reports.dates.edtf_time import Granularity
from reports.dates.hanging import Attached, attached, is_event, is_statement, within
from reports.dates.tense import Tense, clause_tense
from reports.dates.words import governors

# A date in one of these dates the clause as well: "the attack on Monday killed three".
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd", "csubj"})
# Prepositions by which what happened hangs on a clause of its day: "in an attack on Monday".
_AMID = frozenset({"at", "by", "during", "from", "in"})
# By these what was done hangs on a place, or on how one went.
_WHERE = frozenset({"across", "along", "at", "in", "inside", "near", "off", "on", "outside"})
# By these a clause says on what occasion something was.
_OCCASIONS = frozenset({"after", "as", "when", "while"})
_NUMBER_PARTS = frozenset(
    {"nummod", "quantmod", "compound", "amod", "advmod", "det", "nmod", "poss"}
)
# Between a date and the "when" that takes it up there is room for a comma.
_WHEN_GAP = 3


def nearest(
    token: Token, whens: Sequence[When], passage: Passage, event: Token | None = None
) -> When | None:
    """Choose the date of the event that a token takes part in.

    Parameters
    ----------
    token
        A token of the passage: the number or head noun of a figure, the root of a place name, a
        verb.
    whens
        Dates of the report in the order of the text, as ``dates`` gives them.
    event
        What is told of the token, where it is known: the date of another event that only describes
        it comes after that of this one ("the hostages seized in May were freed on Sunday").

    Returns
    -------
    When or None
        The date attached to the token's phrase or clause, or to a clause that shares its subject.
        None where there is none: a date in a clause of its own, and the day of a statement ("said
        on Friday"), are not taken.
    """
    # What belongs together stands in one sentence, and so in one tree.
    whens = within(whens, *passage.span(sentence_of(token)))
    head = _phrase_head(token)
    if is_standing(head):
        return None
    verbs = list(dated_with(head))
    start, end = passage.span(token)
    found = [
        (
            _preference(date.when),
            _describes(date, head, event),
            rank,
            abs(date.root.i - token.i),
            number,
            date.when,
        )
        for number, date in enumerate(attached(whens, passage))
        if not (date.when.start <= start and end <= date.when.end)
        and (rank := _rank(date, head, verbs)) is not None
    ]
    found += [(0, False, len(verbs), 0, -1, when) for when in _taken_up(verbs, whens, passage)]
    return min(found)[-1] if found else None


def _preference(when: When) -> int:
    """Prefer what says a day over "now", that over what is unresolved, and the vague last."""
    if when.edtf is None:
        return 2
    if when.granularity == Granularity.VAGUE:
        return 3
    return int(when.rule in {"present", "continuing"})


def _phrase_head(token: Token) -> Token:
    """Climb from a number or modifier to the noun it belongs to."""
    while token.dep_ in _NUMBER_PARTS and token.head.pos_ not in VERBAL and token.head.i != token.i:
        token = token.head
    return token


def _rank(date: Attached, head: Token, verbs: Sequence[Token]) -> int | None:
    """Tell how closely a date is tied to a phrase: 0 for its own, None for not at all."""
    if is_statement(date) or ("since" in date.when.rule.split() and is_record(date.root)):
        return None
    if _within_phrase(date, head):
        return 0
    if date.verb is None:
        return 1 if not verbs and sentence_of(date.root) == sentence_of(head) else None
    aside = date.noun is not None and not _dates_clause(date.noun, date.verb)
    if aside and not _dates_deed(date):
        return None
    if date.verb in verbs:
        return 1 + verbs.index(date.verb)
    beside = verbs and (
        _opens(date, verbs[0]) or _is_set_by(date, verbs) or _opens_stretch(date, verbs[0])
    )
    return 1 + len(verbs) if beside else None


def _is_set_by(date: Attached, verbs: Sequence[Token]) -> bool:
    """Tell whether a date is that of the occasion of a clause: "died when the bus hit a mine".

    Only days are close enough for that. A year or month also holds for what a clause is set by:
    "the talks broke down last year after an attack killed two".
    """
    verb, fine = date.verb, date.when.granularity == Granularity.DAY
    if verb is None or "since" in date.when.rule.split():
        return False
    if fine:
        past = clause_tense(verb) is Tense.PAST and not is_pluperfect(verb)
        return past and _marks(verb) and any(verb.head == other for other in verbs)
    return any(_marks(other) and other.head == verb for other in verbs)


def _marks(verb: Token) -> bool:
    """Tell whether a clause tells on what occasion the one above was."""
    said = {child.lower_ for child in verb.children if child.dep_ in {"mark", "advmod"}}
    return verb.dep_ == "advcl" and bool(_OCCASIONS & said)


def _dates_clause(noun: Token, verb: Token) -> bool:
    """Tell whether the date of a noun is that of its clause as well."""
    noun = _event_above(noun)
    if noun.dep_ in _ARGUMENTS:
        return True
    hung = noun.dep_ in {"pobj", "pcomp"} and noun.head.head == verb
    return hung and noun.head.lower_ in _AMID and is_event(noun)


def _dates_deed(date: Attached) -> bool:
    """Tell whether a day that the parse hangs on a place is that of what was done there.

    "Were found in a forest near the border on Tuesday": no place is of a day.
    """
    noun, verb = date.noun, date.verb
    if noun is None or verb is None or date.when.granularity != Granularity.DAY:
        return False
    while noun.dep_ == "pobj" and noun.head.lower_ in _WHERE:
        above = noun.head.head
        if above == verb or (above.dep_ in {"dobj", "nsubjpass"} and above.head == verb):
            return True
        noun = above
    return False


def _event_above(noun: Token) -> Token:
    """Return the event that a noun is a part of: "the strike on a market on Monday"."""
    above = noun.head.head if noun.dep_ == "pobj" else noun
    return above if is_event(above) else noun


def _opens(date: Attached, verb: Token) -> bool:
    """Tell whether a date that opens the sentence holds for a joined clause further on."""
    if date.verb is None or date.verb not in set(joined_to(verb)):
        return False
    subjects = (child.i for child in date.verb.children if child.dep_ in SUBJECTS)
    return date.root.i < min(subjects, default=date.verb.i)


def _opens_stretch(date: Attached, verb: Token) -> bool:
    """Tell whether "since the coup" opens the sentence, and so holds for all done in it by now."""
    opens = "since" in date.when.rule.split() and sentence_of(date.root).start == date.root.i
    return opens and clause_tense(verb) is Tense.PERFECT


def is_standing(head: Token) -> bool:
    """Tell whether a figure says what a place is like: "home to 80,000 people"."""
    above = head.head
    while above.dep_ in {"prep", "pobj"} and above.i != above.head.i and above.pos_ == "ADP":
        above = above.head
    return above.lemma_ in governors("standing")


def _describes(date: Attached, head: Token, event: Token | None) -> bool:
    """Tell whether a date is that of a clause that only describes the figure."""
    verb = date.verb
    if event is None or verb is None or verb == event or event.pos_ not in VERBAL:
        return False
    return head.is_ancestor(verb) and event.is_ancestor(head)


def _within_phrase(date: Attached, head: Token) -> bool:
    """Tell whether a noun phrase holds both: "300 men sent in July", "the visit to Gao in July"."""
    if head.pos_ in VERBAL:
        return False
    if head.is_ancestor(date.root):
        return True
    noun = date.noun
    if noun is None or (date.verb is not None and noun.is_ancestor(date.verb)):
        return False
    return noun == head or noun.is_ancestor(head)


def _taken_up(verbs: Sequence[Token], whens: Sequence[When], passage: Passage) -> Iterator[When]:
    """Give the date that a clause takes up.

    "Since last month, when forty were counted", "a blast on Monday in which four were hurt".
    """
    joined = joined_to(verbs[0]) if verbs else ()
    for verb in (*verbs, *joined):
        for child in verb.children:
            if child.lower_ == "when" or (child.dep_ == "prep" and child.nbor(1).lower_ == "which"):
                start = passage.start + child.idx
                yield from (_named(w) for w in whens if 0 < start - w.end <= _WHEN_GAP)


def _named(when: When) -> When:
    """Return the date that is named within an open interval: "last month" in "since last month"."""
    if when.core_from is None or when.core_to is None:
        return when
    return replace(
        when,
        edtf=f"{when.core_from}/{when.core_to}",
        earliest=when.core_from,
        latest=when.core_to,
        core_from=None,
        core_to=None,
    )
