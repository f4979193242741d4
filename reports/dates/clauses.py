"""Clauses: which verbs of a sentence stand in one time, so that a date of one dates the others."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from geo.sentences import sentence_of
from reports.dates.tense import Tense, clause_tense
from reports.dates.words import happenings

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
# What is done and what lies ahead, and what was on a day and what has been by now, share no date.
_APART = frozenset({Tense.PAST, Tense.PERFECT, Tense.FUTURE})
_RECORD = 20  # words between "the deadliest" and a date under "since"
_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl", "auxpass", "aux"})


def dated_with(head: Token) -> Iterator[Token]:
    """Give the verbs whose dates also date the phrase, the governing one first.

    Those are the verbs above that share its subject, and those below and beside that do: "detained
    47 and seized a boat on Monday", "plans to send 300 in July".
    """
    verb = next((t for t in (head, *head.ancestors) if t.pos_ in VERBAL), None)
    above: list[Token] = []
    while verb is not None:
        above.append(verb)
        verb = _sharing(verb)
    yield from above
    for upper in above:
        yield from _below(upper, above)


def _sharing(verb: Token) -> Token | None:
    """Return the verb above that shares a subject, or the event told, with this one."""
    up = verb.head
    if verb.dep_ == "relcl":
        return _told_of(verb)
    if up.i == verb.i or has_subject(verb) or (verb.dep_ == "conj" and apart(verb, up)):
        return None
    if up.pos_ in VERBAL and verb.dep_ in _SHARING:
        return up
    if verb.dep_ in {"acl", "xcomp", "pcomp"} and verb.tag_ in {"VBG", "VB"}:
        return next((t for t in verb.ancestors if t.pos_ in VERBAL), None)
    return None


def _told_of(verb: Token) -> Token | None:
    """Return the verb whose object a clause tells more of: "fired a missile that flew 800 km"."""
    noun = verb.head
    if noun.dep_ not in {"dobj", "nsubjpass"} or noun.head.pos_ not in VERBAL:
        return None
    happens = noun.head.lemma_ in happenings("verbs")
    same = clause_tense(verb) is clause_tense(noun.head) is Tense.PAST
    return noun.head if happens and same and not is_pluperfect(verb) else None


def joined_to(verb: Token) -> Iterator[Token]:
    """Give the verbs before this one that it is joined to by "and", each with its own subject.

    What opens a sentence holds for all of them: "On Monday a barracks was hit and six men died".
    """
    while verb.dep_ == "conj" and verb.head.pos_ in VERBAL and not apart(verb, verb.head):
        verb = verb.head
        yield verb


def since(root: Token) -> Token | None:
    """Return the "since" that a date stands under, or the verb of its clause.

    "Since fighting broke out in April", "since the start of the war in April".
    """
    for node in root.ancestors:
        if node.pos_ in VERBAL:
            marked = any(t.lower_ == "since" and t.dep_ in {"mark", "prep"} for t in node.children)
            return node if marked and node.dep_ in {"advcl", "pcomp"} else None
        if node.lower_ == "since":
            return node
    return None


def is_record(root: Token) -> bool:
    """Tell whether "since" only measures a record: "the deadliest attack since 2011"."""
    before = root.doc[max(sentence_of(root).start, root.i - _RECORD) : root.i]
    since_ = next((t for t in reversed(before) if t.lower_ == "since"), root)
    return any(t.tag_ in {"JJS", "RBS"} or t.lower_ == "first" for t in before if t.i < since_.i)


def is_pluperfect(verb: Token) -> bool:
    """Tell whether a verb says "had done"."""
    return any(
        aux.lemma_ == "have" and aux.tag_ == "VBD" and aux.dep_ == "aux" for aux in verb.children
    )


def _below(verb: Token, known: Sequence[Token]) -> Iterator[Token]:
    for child in verb.children:
        if child in known or has_subject(child) or not _continues(child, verb):
            continue
        if child.pos_ in VERBAL:
            yield child
        yield from _below(child, known)


def _continues(child: Token, verb: Token) -> bool:
    """Tell whether a clause goes on with the subject of the one above, in the same time."""
    if child.dep_ == "conj":
        return not apart(verb, child)
    purpose = child.dep_ == "advcl" and any(aux.tag_ == "TO" for aux in child.children)
    return purpose or child.dep_ in {"xcomp", "acomp", "aux", "auxpass"}


def apart(verb: Token, other: Token) -> bool:
    """Tell whether two joined verbs stand in tenses that share no date."""
    tenses = {clause_tense(verb), clause_tense(other)}
    return len(tenses & _APART) > 1


def has_subject(verb: Token) -> bool:
    """Tell whether a verb names its subject itself."""
    return any(child.dep_ in SUBJECTS for child in verb.children)
