"""Clauses: which verbs of a sentence stand in one time, so that a date of one dates the others."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from geo.sentences import sentence_of
from reports.dates.tense import Tense, clause_tense
from reports.dates.words import governors, happenings, lexicon

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
# What is done and what lies ahead, and what was on a day and what has been by now, share no date.
_APART = frozenset({Tense.PAST, Tense.PERFECT, Tense.FUTURE})
# "After floods in April": what is told has lasted, or happened, since then.
_AFTERMATH = frozenset({"after", "following"})
_HANGING = frozenset({"pcomp", "acl", "xcomp"})
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
        yield from _numbered_among(upper)


def _sharing(verb: Token) -> Token | None:
    """Return the verb above that shares a subject, or the event told, with this one."""
    up = verb.head
    if verb.dep_ == "relcl":
        return _told_of(verb)
    named = has_subject(verb) and not _is_left_so(verb)
    if up.i == verb.i or named or (verb.dep_ == "conj" and apart(verb, up)):
        return None
    if up.pos_ in VERBAL and verb.dep_ in _SHARING:
        return up
    if verb.dep_ in {"acl", "xcomp", "pcomp"} and verb.tag_ in {"VBG", "VB"}:
        return next((t for t in verb.ancestors if t.pos_ in VERBAL), None)
    return None


def _is_left_so(verb: Token) -> bool:
    """Tell whether a clause says in what state something was left: "leaving 2 dead and 14 hurt"."""
    return (
        verb.dep_ == "conj" and verb.tag_ == "VBN" and _has_no_aux(verb) and verb.head.tag_ == "VBG"
    )


def _numbered_among(verb: Token) -> Iterator[Token]:
    """Give what befell those whom some are among: "two were among those killed on Monday"."""
    if verb.lemma_ != "be":
        return
    among = (child for child in verb.children if child.lower_ == "among")
    those = (child for one in among for child in one.children if child.dep_ == "pobj")
    yield from (child for one in those for child in one.children if child.dep_ == "acl")


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
    """Return the word by which a date opens a stretch of time that lasts to the report.

    That is the "since" it stands under or the verb of its clause ("since fighting broke out in
    April", "since the start of the war in April"), the "after" of an event ("after floods in
    April"), or the verb by which what goes on began ("the war, which began in April, has killed").
    """
    if root.lower_ == "since":
        return root
    below = root
    for node in root.ancestors:
        if node.pos_ in VERBAL:
            marked = any(t.lower_ == "since" and t.dep_ in {"mark", "prep"} for t in node.children)
            if marked and node.dep_ in {"advcl", "pcomp"}:
                return node
            return node if _goes_on(node) else None
        if node.lower_ == "since" or _is_aftermath(node, below):
            return node
        below = node
    return None


def dated_by(opening: Token) -> tuple[Token | None, Token | None]:
    """Return the noun and the verb that a stretch of time which is still open hangs on.

    Such a stretch dates the clause, whatever word the parse hangs it on; the noun is the subject
    that it describes, if it does, or the change that it measures ("an increase since May").
    """
    described = _described(opening.head)
    if described is not None:
        return None, described
    below = opening
    for node in opening.ancestors:
        if node.pos_ == "NOUN" and node.lemma_ in governors("changing"):
            return node, next((t for t in node.ancestors if t.pos_ in VERBAL), None)
        if node.pos_ in VERBAL and node.dep_ in SUBJECTS:
            below = node
        elif node.pos_ in VERBAL and node.dep_ == "relcl" and _antecedent(node) is not None:
            below = node.head
        elif node.pos_ in VERBAL and not (node.dep_ in _HANGING and not has_subject(node)):
            return (below if below.dep_ in SUBJECTS else None), node
        elif node.dep_ in SUBJECTS:
            below = node
    return None, None


def _described(noun: Token) -> Token | None:
    """Return what something that goes on has done: "the five-year-old war that has killed"."""
    if noun.pos_ != "NOUN":
        return None
    told = (child for child in noun.children if child.dep_ == "relcl")
    return next((verb for verb in told if clause_tense(verb) is Tense.PERFECT), None)


def _goes_on(verb: Token) -> bool:
    """Tell whether a clause says since when that goes on which has had effect by now."""
    begins = verb.lemma_ in happenings("beginning")
    return begins and verb.dep_ == "relcl" and _antecedent(verb) is not None


def _antecedent(verb: Token) -> Token | None:
    """Return the verb in the perfect whose subject a clause describes."""
    noun = verb.head
    if noun.dep_ not in SUBJECTS or noun.head.pos_ not in VERBAL:
        return None
    return noun.head if clause_tense(noun.head) is Tense.PERFECT else None


def _is_aftermath(preposition: Token, noun: Token) -> bool:
    """Tell whether a phrase dates what came of an event: "after floods in April"."""
    if preposition.lower_ not in _AFTERMATH or preposition.dep_ != "prep":
        return False
    if noun.lemma_ not in happenings("nouns"):
        return False
    counted = any(child.dep_ == "npadvmod" for child in preposition.children)  # "a day after"
    verb = preposition.head
    return not counted and verb.pos_ in VERBAL and clause_tense(verb) is Tense.PAST


def told_at_hour(verb: Token, dated: Sequence[Token]) -> Token | None:
    """Return what a statement says to have been at some time of its own day.

    "Nine men died when the roof fell shortly after 9 a.m., police said on Friday."

    Parameters
    ----------
    verb
        The verb of the statement.
    dated
        The roots of the dates; what has one of its own is of another day.
    """
    told = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    if told is None or clause_tense(told) is not Tense.PAST:
        return None
    words = list(told.subtree)
    own = any(root in words for root in dated)
    hours = lexicon()["daytimes"]["hours"]
    return told if not own and any(word.lower_ in hours for word in words) else None


def is_record(root: Token) -> bool:
    """Tell whether "since" only measures a record: "the deadliest attack since 2011"."""
    before = root.doc[max(sentence_of(root).start, root.i - _RECORD) : root.i]
    since_ = next((t for t in reversed(before) if t.lower_ == "since"), root)
    if any(t.like_num for t in since_.head.subtree if since_.head.i < t.i < since_.i):
        return False  # "the deadliest day of the war, which has cost 219 men since October"
    ahead = [t for t in before if t.i < since_.i and t.lower_ != "least"]  # "at least"
    return any(t.tag_ in {"JJS", "RBS"} or t.lower_ == "first" for t in ahead)


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
    if tenses == {Tense.PAST, Tense.PERFECT}:
        # "Have killed 11 and destroyed 900 homes": the second shares the "have".
        return not any(one.dep_ == "conj" and _is_bare(one) for one in (verb, other))
    return len(tenses & _APART) > 1


def _is_bare(verb: Token) -> bool:
    return not has_subject(verb) and _has_no_aux(verb)


def _has_no_aux(verb: Token) -> bool:
    return not any(child.dep_ in {"aux", "auxpass"} for child in verb.children)


def has_subject(verb: Token) -> bool:
    """Tell whether a verb names its subject itself."""
    return any(child.dep_ in SUBJECTS for child in verb.children)
