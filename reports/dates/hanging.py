"""Hanging: the noun and the verb that each date of a passage hangs on; the days of statements."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from spacy.tokens import Span, Token

from geo.passage import Passage
from geo.sentences import text_of
from reports.claim import When
from reports.dates.clauses import (
    SUBJECTS,
    VERBAL,
    dated_by,
    is_pluperfect,
    since,
    told_at_hour,
)
from reports.dates.edtf_time import Granularity
from reports.dates.words import governors, happenings

# These qualifiers look ahead by themselves.
_LOOKING_AHEAD = frozenset({"by", "as-early-as", "until"})
# The day of a statement that says at what time of it something was.
_WEEKDAYS = frozenset({"weekday"})


@dataclass(frozen=True, slots=True)
class Attached:
    """A date with the noun (unless it is a name) and the verb it hangs on."""

    when: When
    root: Token
    noun: Token | None
    verb: Token | None


def tokens(passage: Passage, start: int, end: int) -> Span:
    """Return the tokens that cover ``text[start:end]`` of a passage."""
    # Only offsets outside the text give no span here.
    return cast("Span", passage.doc.char_span(start, end, alignment_mode="expand"))


def _inside(whens: Sequence[When], passage: Passage) -> Sequence[When]:
    """Give the dates that stand in a passage."""
    return within(whens, passage.start, passage.start + len(text_of(passage.doc)))


def within(whens: Sequence[When], start: int, end: int) -> Sequence[When]:
    """Give the dates that begin between two offsets; they are in order."""
    first, last = (bisect_left(whens, at, key=lambda when: when.start) for at in (start, end))
    return whens[first:last]


def attached(whens: Sequence[When], passage: Passage) -> Iterator[Attached]:
    """Tie each date of a passage to the noun and the verb it hangs on."""
    here = [
        (when, tokens(passage, when.start - passage.start, when.end - passage.start))
        for when in _inside(whens, passage)
    ]
    roots = [_root(span) for _, span in here]
    for (when, span), root in zip(here, roots, strict=True):
        if "since" in when.rule.split():
            noun, verb = dated_by(since(root) or root)
        else:
            noun, verb = _hung_on(root, span)
        one = Attached(when, root, noun, verb)
        told = told_at_hour(verb, roots) if verb is not None and _is_day_of(one) else None
        yield one if told is None else replace(one, noun=None, verb=told)


def _is_day_of(one: Attached) -> bool:
    """Tell whether a date is the one day of a statement."""
    return one.when.rule in _WEEKDAYS and is_statement(one)


def _root(span: Span) -> Token:
    """Return the head of a date; of "in Monday's fire" that is the day."""
    owned = span.end < len(span.doc) and span.doc[span.end].tag_ == "POS"
    return span[-1] if owned else span.root


def _hung_on(root: Token, span: Span) -> tuple[Token | None, Token | None]:
    """Return the noun and the verb that a date hangs on."""
    above = [t for t in root.ancestors if not span.start <= t.i < span.end]
    verb = next((t for t in above if t.pos_ in VERBAL), None)
    nouns = above[: above.index(verb)] if verb else above
    spells = governors("spells")
    noun = next((t for t in nouns if t.pos_ == "NOUN" and t.lemma_ not in spells), None)
    noun = noun or next((t for t in _of(span) if t.lemma_ in happenings("nouns")), None)
    if noun is None and verb is not None and _is_of_event(verb):
        noun = verb.head  # "in shelling that began on Sunday"
        return noun, next((t for t in noun.ancestors if t.pos_ in VERBAL), None)
    if noun is None and verb is not None and verb.dep_ in SUBJECTS:
        noun, verb = verb, verb.head  # "fighting on Sunday left ten dead"
    return noun, verb


def _is_of_event(verb: Token) -> bool:
    """Tell whether a clause says when the event that it describes was."""
    told = verb.dep_ in {"acl", "ccomp", "relcl"} and any(c.tag_ == "WDT" for c in verb.children)
    kinds = ("beginning", "coming", "verbs")
    says = any(verb.lemma_ in happenings(kind) for kind in kinds) and not is_pluperfect(verb)
    return told and says and is_event(verb.head)


def is_event(token: Token) -> bool:
    """Tell whether a noun, or a verb that stands for one ("the shelling"), is something done."""
    if token.tag_ == "VBG" and token.pos_ in VERBAL:
        return token.dep_ == "pcomp" and token.lemma_ in happenings("verbs")
    return token.pos_ == "NOUN" and token.lemma_ in happenings("nouns")


def _of(span: Span) -> Iterator[Token]:
    """Give what a date is a time of: "a night of fighting"."""
    if span[-1].lower_ == "of":
        yield from span[-1].children


def is_statement(date: Attached) -> bool:
    """Tell whether a date is that of a statement: "said", "promised", "raised it to 11,000"."""
    verb = date.verb
    described = verb.head if verb is not None and verb.dep_ in {"acl", "relcl"} else None
    # "A Friday update", "in a statement issued on Friday".
    if any(noun and noun.lemma_ in governors("statements") for noun in (date.noun, described)):
        return True
    if verb is None:
        return False
    if verb.lemma_ in governors("speech"):
        return not (_is_act(verb) or _is_count_of(verb, date.when))
    if verb.lemma_ in governors("commitments"):
        return not _LOOKING_AHEAD.intersection(date.when.rule.split())
    if verb.lemma_ not in governors("restating") or "since" in date.when.rule.split():
        return False
    targets = (child for child in verb.children if child.lower_ in {"at", "to"})
    return any(t.like_num or t.pos_ == "NUM" for target in targets for t in target.children)


def _is_count_of(verb: Token, when: When) -> bool:
    """Tell whether what is counted is of the date: "reported 300 cases since May"."""
    counted = verb.lemma_ in governors("counting") and when.granularity != Granularity.VAGUE
    stretch = when.granularity != Granularity.DAY or when.earliest != when.latest
    kinds = {child.dep_ for child in verb.children}
    return counted and stretch and bool({"dobj", "nsubjpass"} & kinds) and "ccomp" not in kinds


def _is_act(verb: Token) -> bool:
    """Tell whether a verb of speech does what it says: "declared a truce on Monday"."""
    kinds = {child.dep_ for child in verb.children}
    return verb.lemma_ in governors("acts") and "dobj" in kinds and "ccomp" not in kinds
