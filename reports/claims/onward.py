"""Where the counted go, said beside their verb: "bound for", "before they reached", "targeting"."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from spacy.tokens import Token

from geo.mention import Mention
from geo.sentences import sentence_of
from reports.claims.mentioned import Named, led_up_to, place_in
from reports.claims.moves import destination
from reports.lexicon import words
from reports.syntax import SUBJECTS, VERBAL, children, is_passive, lemma, path

_COUNTED_AGAIN = frozenset({"they", "who", "it"})
_MANY = frozenset({"most", "many", "some", "all", "several", "which"})


def onward(nouns: Sequence[Token], verbs: Sequence[Token], names: Named) -> Mention | None:
    """Return where the counted go on to.

    Parameters
    ----------
    nouns
        What is counted.
    verbs
        The verbs whose places are those of the figure.
    """
    found = (*_bound(nouns, verbs, names), *_later(nouns, verbs, names), *_targeted(verbs, names))
    return next(iter(found), None)


def next_told(noun: Token, names: Named) -> Mention | None:
    """Return where the sentence behind that of the counted takes them: "They arrived in Turin"."""
    end = sentence_of(noun).end
    if end >= len(noun.doc):
        return None
    root = sentence_of(noun.doc[end]).root
    if "they" not in {one.lower_ for one in children(root, *SUBJECTS)}:
        return None
    for verb in (root, *children(root, "xcomp")):
        if (place := destination(verb, names)) is not None:
            return place
        if lemma(verb) in words("slots", "arrives", "based"):
            leads = words("slots", "prepositions", "at")
            return next((place for lead, place in led_up_to(verb, names) if lead in leads), None)
    return None


def carrying(verb: Token) -> Token | None:
    """Return what becomes of a carrier: "a ship carrying 300 refugees docked"."""
    noun = verb.head
    while noun.dep_ == "pobj" and noun.head.lower_ == "of":
        noun = noun.head.head  # "a convoy of trucks carrying"
    carries = lemma(verb) in words("slots", "arrives", "carriers") and verb.dep_ in ("acl", "relcl")
    moved = carries and noun.dep_ == "nsubj" and noun.head.pos_ in VERBAL
    return noun.head if moved else None


def _bound(nouns: Sequence[Token], verbs: Sequence[Token], names: Named) -> Iterator[Mention]:
    """Read "rifles bound for Yemen", "left with generators meant for Odesa"."""
    cargo = [n for verb in verbs for p in children(verb, "prep") for n in children(p, "pobj")]
    aboard = [node for noun in nouns[:1] for node in takewhile(_is_no_verb, path(noun))]
    for noun in (*nouns, *aboard, *(one for one in cargo if one.head.lower_ == "with")):
        for clause in children(noun, "acl", "amod"):
            if lemma(clause) in words("slots", "arrives", "bound"):
                leads = words("slots", "prepositions", "to")
                yield from (place for lead, place in led_up_to(clause, names) if lead in leads)


def _is_no_verb(token: Token) -> bool:
    return token.pos_ not in VERBAL


def _later(nouns: Sequence[Token], verbs: Sequence[Token], names: Named) -> Iterator[Mention]:
    """Read "trained in Bol before they reached Goma", "before being sent to Goma"."""
    for verb in verbs:
        clauses = [
            clause
            for clause in children(verb, "advcl")
            if {m.lower_ for m in children(clause, "mark")} & words("slots", "arrives", "later")
        ]
        clauses += [
            clause
            for phrase in children(verb, "prep")
            for clause in children(phrase, "pcomp")
            if phrase.lower_ in words("slots", "arrives", "later")
        ]
        theirs = {noun.i for noun in nouns} & {noun.i for noun in children(verb, *SUBJECTS)}
        for clause in clauses:
            # "Took 12 guns before pulling back to Goma": those who took them did.
            said = {one.lower_ for one in children(clause, *SUBJECTS)}
            goes = said <= _COUNTED_AGAIN if said else theirs or is_passive(clause)
            place = destination(clause, names) if goes else None
            yield from [place] if place is not None else []


def _targeted(verbs: Sequence[Token], names: Named) -> Iterator[Mention]:
    """Read "200 drones, most of them targeting Sumy"."""
    for verb in verbs:
        loose = [c for p in children(verb, "prep") for c in children(p, "pcomp")]
        for clause in (*children(verb, "advcl", "acl"), *loose):
            whose = {one.lower_ for one in children(clause, *SUBJECTS, "advmod")}
            if lemma(clause) in words("slots", "objects", "target") and whose & _MANY:
                for noun in children(clause, "dobj"):
                    place = place_in(noun, names)
                    yield from [place] if place is not None else []
