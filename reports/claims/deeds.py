"""Deeds: what words and sentences tell of something that happens on a day."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from reports.dates import happenings, is_record
from reports.dates.tense import Tense, clause_tense
from reports.lexicon import lexicon
from reports.syntax import SUBJECTS, VERBAL, children, lemma

DONE = frozenset({Tense.PAST, Tense.PERFECT})
_DEFINITE = frozenset({"the", "these", "those", "this", "both"})
_GOING_ON = frozenset({"acl", "advcl", "pcomp", "xcomp"})


def says(token: Token | None, kind: str) -> bool:
    """Tell whether a word is one of those for what happens: "nouns", "verbs"."""
    return token is not None and lemma(token) in happenings(kind)


def is_phrasal(verb: Token) -> bool:
    """Tell whether a verb and the word that goes with it tell of what happens: "went off"."""
    with_it = children(verb, "prt", "advmod", "dobj", "acomp")
    return any(f"{lemma(verb)} {lemma(word)}" in happenings("phrases") for word in with_it)


def is_deed(verb: Token) -> bool:
    """Tell whether a verb, with what is done or comes, tells of something that happens."""
    if says(verb, "verbs") or is_phrasal(verb):
        return True
    done = children(verb, "dobj")  # "carried out air strikes on Friday"
    if children(verb, "expl"):
        done += children(verb, "attr")  # "there were three blasts on Friday"
    if says(verb, "beginning") and any(lemma(thing) in lasting_events() for thing in done):
        return True  # "began its campaign in May"
    comes = children(verb, *SUBJECTS) if says(verb, "coming") else []
    return any(says(thing, "nouns") for thing in (*done, *comes))


def is_told(verb: Token | None) -> bool:
    """Tell whether a verb tells of a deed, in a report that opens with it: "retook the town"."""
    if verb is None or any(aux.tag_ == "TO" for aux in children(verb, "aux")):
        return False
    told = clause_tense(verb) is Tense.PAST
    return told and not (says(verb, "staying") or says(verb, "calm"))


def verbs_of(verb: Token | None) -> Iterator[Token]:
    """Give a verb and those above it that it goes on: "fired on men trying to leave"."""
    while verb is not None:
        yield verb
        goes_on = verb.dep_ in _GOING_ON and not children(verb, *SUBJECTS)
        above = (head for head in verb.ancestors if head.pos_ in VERBAL)
        verb = next(above, None) if goes_on else None


def tells(sentence: Span) -> bool:
    """Tell whether a sentence tells of something that happened, here and now."""
    done = any(token.tag_ in {"VBD", "VBN"} and says(token, "verbs") for token in sentence)
    told = done or bool(comes_back(sentence))
    return told and not (is_apart(sentence) or turns_aside(sentence))


def events_of(sentence: Span) -> frozenset[str]:
    """Return what is said to happen in a sentence: "quake"."""
    return frozenset(lemma(token) for token in sentence if says(token, "nouns"))


def comes_back(sentence: Span) -> frozenset[str]:
    """Return what a sentence speaks of again: "the blast", "the dead"."""
    known = happenings("nouns") | victims() | lasting_events()
    return frozenset(
        lemma(noun) if lemma(noun) in known else noun.lower_
        for noun in sentence
        if (lemma(noun) in known or noun.lower_ in known)
        and any(left.lower_ in _DEFINITE for left in children(noun, "det"))
    )


def is_apart(sentence: Span) -> bool:
    """Tell whether a sentence is about another time, or sums up."""
    if any(token.lower_ == "since" and not is_record(token) for token in sentence):
        return True
    return _has_cue(sentence, "words")


def turns_aside(sentence: Span) -> bool:
    """Tell whether a sentence turns to another part of the same news: "elsewhere"."""
    return _has_cue(sentence, "aside")


def _has_cue(sentence: Span, kind: str) -> bool:
    text = f" {sentence.text.lower()} ".replace(",", " ")
    return any(f" {cue} " in text for cue in lexicon("dates")["turning"][kind])


def victims() -> frozenset[str]:
    """Return what an event leaves behind: "dead", "toll"."""
    return frozenset(lexicon("dates")["turning"]["victims"])


def lasting_events() -> frozenset[str]:
    """Return what goes on for months and years: "war", "siege"."""
    return frozenset(lexicon("dates")["turning"]["lasting"])
