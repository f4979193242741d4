"""Movements that a report tells of, with or without a figure: "will send troops to Mali"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from geo.mention import Mention
from geo.passage import Passage
from geo.sentences import sentence_of
from reports.claims.events import classes
from reports.claims.mentioned import Named, led_up_to, party_in, place_in
from reports.lexicon import words
from reports.syntax import SUBJECTS, VERBAL, children, is_passive, lemma, path, subject

_MOVING = frozenset({"send", "supply"})
_GIVING = frozenset({"send", "supply", "pay", "promise"})
_PRONOUNS = frozenset({"it", "they", "he", "she"})


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody sends something somewhere.

    ``at`` is the offset of the verb in the report; ``clauses`` are the verbs that may carry its
    date, the nearest first.
    """

    at: int
    by: Mention
    to: Mention
    passage: Passage
    clauses: tuple[Token, ...]


def moves(passages: Sequence[Passage], names: Mapping[int, Named]) -> Iterator[Move]:
    """Find the movements of a report in reading order.

    Parameters
    ----------
    names
        For each passage, by its start, the mentions over its words.
    """
    for passage in passages:
        here = names[passage.start]
        for token in passage.doc if here else ():
            if token.pos_ in VERBAL and classes(token) & _MOVING:
                by, to = doer(token, here), destination(token, here)
                if by is not None and to is not None:
                    yield Move(passage.start + token.idx, by, to, passage, _clauses(token))


def _clauses(verb: Token) -> tuple[Token, ...]:
    """Give a verb, those above, and loose clauses: "with this move occurring in July"."""
    above = [node for node in path(verb) if node.pos_ in VERBAL]
    loose = [
        clause
        for node in above
        for phrase in children(node, "prep")
        for noun in children(phrase, "pobj")
        for clause in children(noun, "acl")
        if phrase.lower_ == "with"
    ]
    return (*above, *loose)


def destination(verb: Token, names: Named) -> Mention | None:
    """Return where a verb moves something: "sent to Mali", "sent Mali …", "supplied Mali with"."""
    leads = words("slots", "prepositions", "to")
    awaited = lemma(verb) in words("slots", "arrives", "awaited") and is_passive(verb)
    if awaited or lemma(verb) in words("slots", "arrives", "verbs"):
        leads |= words("slots", "prepositions", "at")
    if "launch" in classes(verb):
        leads |= words("slots", "prepositions", "aimed")
    left = children(verb, "dobj") if lemma(verb) in words("slots", "objects", "from") else []
    for head in (verb, *left):  # "left Goma for Bukavu": the parse may hang "for" on Goma
        for lead, place in led_up_to(head, names):
            if lead in leads and (head is verb or lead in words("slots", "prepositions", "to")):
                return place
    gives = bool(classes(verb) & _GIVING)
    receivers = children(verb, "dative") if gives else []
    if gives and children(verb, "prep"):
        receivers += children(verb, "dobj")
    if lemma(verb) in words("slots", "objects", "to"):
        receivers += children(verb, "dobj")
    return next((found for noun in receivers if (found := place_in(noun, names))), None)


def purpose(verb: Token, names: Named) -> Mention | None:
    """Return where a purpose leads: "send builders to repair Kursk's bridges"."""
    for clause in children(verb, "advcl", "xcomp"):
        if any(aux.tag_ == "TO" for aux in children(clause, "aux")):
            for noun in children(clause, "dobj"):
                if place := place_in(noun, names):
                    return place
            for lead, place in led_up_to(clause, names):
                if lead in ("in", "at"):
                    return place
    return None


def has_destination(verb: Token) -> bool:
    """Whether a verb says where to, even if the place is not known: "sent to a range"."""
    return any(child.lower_ in ("to", "into", "home") for child in children(verb, "prep", "advmod"))


def doer(verb: Token, names: Named) -> Mention | None:
    """Return the country or place that is the subject of a verb, also through "which" and "it"."""
    noun = subject(verb)
    if noun is None:
        noun = verb.head if verb.dep_ in ("acl", "relcl") else None
    elif noun.tag_ in ("WDT", "WP") and noun.head.dep_ == "relcl":
        noun = noun.head.head
    elif noun.lower_ in _PRONOUNS:
        noun = _meant(noun)
    if noun is None or (noun.dep_ == "nsubjpass" and noun.head.i == verb.i):
        return None
    return party_in(noun, names)


def _meant(pronoun: Token) -> Token | None:
    """Return what a pronoun stands for in a statement: "the army says it lost 15"."""
    clause = pronoun.head
    if clause.dep_ != "ccomp":
        return None
    speaker = subject(clause.head)
    return speaker if speaker is not None and speaker.lower_ not in _PRONOUNS else None


def doer_before(verb: Token, names: Named) -> Mention | None:
    """Return the subject of the sentence before, for "It will also send"; not in quotations."""
    noun = subject(verb)
    sentence = sentence_of(verb)
    if noun is None or noun.lower_ != "it" or sentence.start == 0:
        return None
    if any(token.is_quote for token in sentence):
        return None
    root = sentence_of(verb.doc[sentence.start - 1]).root
    return next(
        (party for noun in children(root, *SUBJECTS) if (party := party_in(noun, names))), None
    )
