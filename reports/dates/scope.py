"""Scope: which date belongs to which event, decided by the sentence and not by nearness alone."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from spacy.tokens import Span, Token

from geo.passage import Passage
from geo.sentences import sentence_of, text_of
from reports.claim import When
from reports.dates.edtf_time import Granularity
from reports.dates.tense import Tense, clause_tense
from reports.dates.words import governors

_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
# A date in one of these dates the clause as well: "the attack on Monday killed three".
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd"})
_NUMBER_PARTS = frozenset(
    {"nummod", "quantmod", "compound", "amod", "advmod", "det", "nmod", "poss"}
)
# What is done and what lies ahead, and what was on a day and what has been by now, share no date.
_APART = frozenset({Tense.PAST, Tense.PERFECT, Tense.FUTURE})
# These qualifiers look ahead by themselves.
_LOOKING_AHEAD = frozenset({"by", "as-early-as", "until"})
# Between a date and the "when" that takes it up there is room for a comma.
_WHEN_GAP = 3


@dataclass(frozen=True, slots=True)
class _Attached:
    """A date with the noun (unless it is a name) and the verb it hangs on."""

    when: When
    root: Token
    noun: Token | None
    verb: Token | None


def nearest(token: Token, whens: Sequence[When], passage: Passage) -> When | None:
    """Choose the date of the event that a token takes part in.

    Parameters
    ----------
    token
        A token of the passage: the number or head noun of a figure, the root of a place name, a
        verb.
    whens
        Dates of the report in the order of the text, as ``dates`` gives them.

    Returns
    -------
    When or None
        The date attached to the token's phrase or clause, or to a clause that shares its subject.
        None where there is none: a date in a clause of its own, and the day of a statement ("said
        on Friday"), are not taken.
    """
    whens = _inside(whens, passage)
    head = _phrase_head(token)
    verbs = list(_clause(head))
    start, end = passage.span(token)
    found = [
        (_preference(date.when), rank, abs(date.root.i - token.i), number, date.when)
        for number, date in enumerate(_attached(whens, passage))
        if not (date.when.start <= start and end <= date.when.end)
        and (rank := _rank(date, head, verbs)) is not None
    ]
    found += [(0, len(verbs), 0, -1, when) for when in _taken_up(verbs, whens, passage)]
    return min(found)[-1] if found else None


def tokens(passage: Passage, start: int, end: int) -> Span:
    """Return the tokens that cover ``text[start:end]`` of a passage."""
    # Only offsets outside the text give no span here.
    return cast("Span", passage.doc.char_span(start, end, alignment_mode="expand"))


def _preference(when: When) -> int:
    """Prefer what says a day over "now", that over what is unresolved, and the vague last."""
    if when.edtf is None:
        return 2
    if when.granularity == Granularity.VAGUE:
        return 3
    return int(when.rule in {"present", "continuing"})


def _phrase_head(token: Token) -> Token:
    """Climb from a number or modifier to the noun it belongs to."""
    while (
        token.dep_ in _NUMBER_PARTS and token.head.pos_ not in _VERBAL and token.head.i != token.i
    ):
        token = token.head
    return token


def _inside(whens: Sequence[When], passage: Passage) -> Sequence[When]:
    """Give the dates that stand in a passage."""
    end = passage.start + len(text_of(passage.doc))
    first, last = (
        bisect_left(whens, at, key=lambda when: when.start) for at in (passage.start, end)
    )
    return whens[first:last]


def _attached(whens: Sequence[When], passage: Passage) -> Iterator[_Attached]:
    for when in whens:
        span = tokens(passage, when.start - passage.start, when.end - passage.start)
        above = [t for t in span.root.ancestors if not span.start <= t.i < span.end]
        verb = next((t for t in above if t.pos_ in _VERBAL), None)
        below = above[: above.index(verb)] if verb else above
        noun = next((t for t in below if t.pos_ == "NOUN"), None)
        yield _Attached(when, span.root, noun, verb)


def _rank(date: _Attached, head: Token, verbs: Sequence[Token]) -> int | None:
    """Tell how closely a date is tied to a phrase: 0 for its own, None for not at all."""
    if date.verb is not None and _is_statement(date, date.verb):
        return None
    if _within_phrase(date, head):
        return 0
    if date.verb is None:
        return 1 if not verbs and sentence_of(date.root) == sentence_of(head) else None
    if date.verb not in verbs or (date.noun is not None and date.noun.dep_ not in _ARGUMENTS):
        return None
    return 1 + verbs.index(date.verb)


def _within_phrase(date: _Attached, head: Token) -> bool:
    """Tell whether a noun phrase holds both: "300 men sent in July", "the visit to Gao in July"."""
    if head.pos_ in _VERBAL:
        return False
    if head.is_ancestor(date.root):
        return True
    noun = date.noun
    if noun is None or (date.verb is not None and noun.is_ancestor(date.verb)):
        return False
    return noun == head or noun.is_ancestor(head)


def _is_statement(date: _Attached, verb: Token) -> bool:
    """Tell whether a date is that of a statement: "said", "promised", "raised it to 11,000"."""
    lemma = verb.lemma_
    if lemma in governors("speech"):
        return True
    if lemma in governors("commitments"):
        return not _LOOKING_AHEAD.intersection(date.when.rule.split())
    if lemma not in governors("restating"):
        return False
    targets = (child for child in verb.children if child.lower_ in {"at", "to"})
    return any(t.like_num or t.pos_ == "NUM" for target in targets for t in target.children)


def _clause(head: Token) -> Iterator[Token]:
    """Give the verbs whose dates also date the phrase, the governing one first.

    Those are the verbs above that share its subject, and those below and beside that do: "detained
    47 and seized a boat on Monday", "plans to send 300 in July".
    """
    verb = next((t for t in (head, *head.ancestors) if t.pos_ in _VERBAL), None)
    above: list[Token] = []
    while verb is not None:
        above.append(verb)
        verb = _sharing(verb)
    yield from above
    for upper in above:
        yield from _below(upper, above)


def _sharing(verb: Token) -> Token | None:
    """Return the verb above that shares a subject with this one."""
    up = verb.head
    if up.i == verb.i or _has_subject(verb):
        return None
    if verb.dep_ == "conj" and _apart(verb, up):
        return None
    if up.pos_ in _VERBAL and verb.dep_ in {
        "conj",
        "xcomp",
        "advcl",
        "pcomp",
        "acl",
        "auxpass",
        "aux",
    }:
        return up
    if verb.dep_ in {"acl", "xcomp", "pcomp"} and verb.tag_ in {"VBG", "VB"}:
        return next((t for t in verb.ancestors if t.pos_ in _VERBAL), None)
    return None


def _below(verb: Token, known: Sequence[Token]) -> Iterator[Token]:
    for child in verb.children:
        if child in known or _has_subject(child) or not _continues(child, verb):
            continue
        if child.pos_ in _VERBAL:
            yield child
        yield from _below(child, known)


def _continues(child: Token, verb: Token) -> bool:
    """Tell whether a clause goes on with the subject of the one above, in the same time."""
    if child.dep_ == "conj":
        return not _apart(verb, child)
    purpose = child.dep_ == "advcl" and any(aux.tag_ == "TO" for aux in child.children)
    return purpose or child.dep_ in {"xcomp", "acomp", "aux", "auxpass"}


def _apart(verb: Token, other: Token) -> bool:
    """Tell whether two joined verbs stand in tenses that share no date."""
    tenses = {clause_tense(verb), clause_tense(other)}
    return len(tenses & _APART) > 1


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def _taken_up(verbs: Sequence[Token], whens: Sequence[When], passage: Passage) -> Iterator[When]:
    """Give the date that a clause takes up: "since last month, when forty were counted"."""
    for verb in verbs:
        for child in verb.children:
            if child.lower_ != "when":
                continue
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
