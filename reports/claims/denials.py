"""Denials: what a report says is not so, however it is put, and what it leaves unconfirmed."""

from spacy.tokens import Token

from reports.claim import Stance, Status
from reports.lexicon import words
from reports.syntax import NOMINAL, SUBJECTS, VERBAL, children, lemma, path

# What "not" leaves standing: "cannot be held for more than 20 days".
_ADVERBIAL = frozenset({"prep", "npadvmod", "advmod", "advcl"})
_CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "csubj"})
_OF_NOUNS = frozenset({"acl", "relcl", "ccomp", "prep"})
_OWNED = frozenset({"poss", "compound", "amod", "nmod"})
_NUMBER = frozenset({"compound", "nummod"})
_PREDICATES = ("acomp", "attr", "oprd")
_SUBORDINATE = frozenset({"relcl", "advcl", "parataxis"})
_WHOLE = frozenset({"the", "its", "their", "his", "her", "our", "these", "those", "all"})
_NOT_FAR = 3  # words between "not" and its verb
_CORRECTED = 6  # words between "not" and the number that stands in place of another
_TOLD = ("claimed", "planned", "estimated")


def denial(token: Token) -> Stance | None:
    """Read whether the sentence of a token says that it is not so.

    A denial counts from anywhere above the token, unless somebody else's claim is in between. What
    somebody would not confirm is a claim, neither denied nor reported.

    Parameters
    ----------
    token
        A word of a figure or of a place name.

    Returns
    -------
    Stance or None
        Denied or claimed, with the cue as the report writes it; None where nothing is denied.
    """
    cue = _before(token)
    if cue is not None:
        return Stance(Status.DENIED, cue)
    if _corrects(token):
        return None
    below, steps = token, [token]
    for node in path(token):
        if node.i != token.i:
            found = _refusal(node, below, steps)
            if found is not None:
                return found
            if is_own_claim(node, below) or _ends(node, below):
                return None
        steps.append(node)
        below = node
    return None


def is_told(noun: Token) -> bool:
    """Whether a noun is for something told or planned: "claims", "a report", "the toll"."""
    name = lemma(noun)
    told = words("speech", "cite", "nouns") | words("status", "denied", "told")
    return name in told or any(name in words("status", status, "nouns") for status in _TOLD)


def is_own_claim(node: Token, below: Token) -> bool:
    """Whether a claim is somebody's own, as "a Kyiv claim": what others say of it is not it."""
    claim = node.pos_ in NOMINAL and lemma(node) in words("status", "claimed", "nouns")
    if not claim or below.dep_ not in _OF_NOUNS:
        return False
    by = [prep for prep in children(node, "prep") if prep.lower_ in ("by", "from")]
    owners = (one for one in children(node, *_OWNED) if one.lower_ not in _falsehoods())
    return any(owners) or bool(by)


def is_asked(below: Token) -> bool:
    """Whether a clause is a question, which takes for granted what it asks of: "how the 300"."""
    return any(word.tag_ == "WRB" or word.lower_ == "whether" for word in below.children)


def denies(verb: Token, below: Token) -> bool:
    """Whether a verb denies what hangs below it: "denied losing", "dismissed claims", "ruled out".

    Only what was told can be rejected or dismissed as untrue; officers are dismissed otherwise.
    """
    if _named(verb) not in words("status", "denied", "verbs"):
        return _calls_false(verb, below)
    if below.dep_ in _CLAUSES or (below.dep_ == "advcl" and _is_object(below)):
        return True
    if below.dep_ == "prep":
        return below.lower_ == "as" and any(is_told(noun) for noun in children(below, "pobj"))
    passive = bool(children(verb, "auxpass"))
    if below.dep_ != "dobj" and not (passive and below.dep_ in SUBJECTS):
        return False
    return is_told(below) or _named(verb) in words("status", "denied", "outright")


def _falsehoods() -> frozenset[str]:
    return words("status", "denied", "adjectives") | words("status", "denied", "falsehoods")


def _named(verb: Token) -> str:
    """Give a verb with its particle: "rule out"."""
    particle = next((child.lower_ for child in children(verb, "prt")), None)
    return f"{lemma(verb)} {particle}" if particle else lemma(verb)


def _before(token: Token) -> str | None:
    """Read what right before a number takes it back: "no 300 troops", "not 300", "none of the"."""
    first = token
    while any(left.dep_ in _NUMBER and left.like_num for left in first.lefts):
        first = next(left for left in first.lefts if left.dep_ in _NUMBER and left.like_num)
    noun = token.head if token.dep_ in ("nummod", "quantmod") else token
    if any(left.lower_ == "single" for left in noun.lefts) and noun.left_edge.i:
        edge = noun.left_edge
        if "not" in (edge.lower_, edge.nbor(-1).lower_):
            return "not a single"
    if not token.like_num:
        return None
    before = [word.lower_ for word in token.doc[max(0, first.i - 3) : first.i]]
    if before[-1:] in (["no"], ["not"]):
        return before[-1]
    if " ".join(before[-2:]) in words("status", "denied", "instead"):
        return " ".join(before[-2:])
    if before[-1:] and before[-1] in _WHOLE:
        before = before[:-1]
    none = before[-1:] == ["of"] and before[-2:-1] and before[-2] in ("none", "neither")
    return f"{before[-2]} of" if none else None


def _corrects(token: Token) -> bool:
    """Whether a number stands in place of one that is not so: "not 40 but 14"."""
    before = [word.lower_ for word in token.doc[max(0, token.i - _CORRECTED) : token.i]]
    return before[-1:] == ["but"] and "not" in before


def _refusal(node: Token, below: Token, steps: list[Token]) -> Stance | None:
    """Read what one word on the way up denies of what hangs below it."""
    if node.pos_ in VERBAL:
        return _by_verb(node, below, steps)
    if node.pos_ in NOMINAL:
        denied = below.dep_ in _OF_NOUNS and _is_noun_denied(node)
        return Stance(Status.DENIED, node.lower_) if denied else None
    if node.lower_ in _falsehoods() and node.pos_ == "ADJ" and below.dep_ not in SUBJECTS:
        return Stance(Status.DENIED, node.lower_)
    aside = node.lower_ == "contrary" or (node.lower_ == "far" and children(below, "pcomp"))
    return Stance(Status.DENIED, node.lower_) if aside else None


def _by_verb(verb: Token, below: Token, steps: list[Token]) -> Stance | None:
    if below.dep_ == "conj":
        return None
    negated = _negation(verb, below)
    if denies(verb, below) and _reaches(below, steps):
        return _refused(verb, negated)
    if _is_false(verb, below):
        return None if negated else Stance(Status.DENIED, verb.lower_)
    if negated is None or below.dep_ in _ADVERBIAL or is_asked(below):
        return None
    told = below.dep_ in ("ccomp", "pcomp") or is_told(below)
    said = below if below.dep_ == "xcomp" else verb  # "refused to confirm that …"
    open_ = (told or said is below) and lemma(said) in words("status", "unconfirmed", "verbs")
    return Stance(Status.CLAIMED if open_ else Status.DENIED, negated)


def _refused(verb: Token, negated: str | None) -> Stance | None:
    """Read a verb of denial; "neither confirmed nor denied" leaves open what was claimed."""
    if any(word.lower_ == "nor" for word in children(verb.head, "cc")) and verb.dep_ == "conj":
        return Stance(Status.CLAIMED, "nor")
    return None if negated else Stance(Status.DENIED, verb.lower_)


def _reaches(below: Token, steps: list[Token]) -> bool:
    """Whether what is denied is the figure itself: not in "denied entry to 300", "a role in"."""
    if below.dep_ != "dobj" or is_told(below):
        return True
    return all(step.lower_ == "of" for step in steps if step.dep_ == "prep")


def _calls_false(verb: Token, below: Token) -> bool:
    """Read "called the report nonsense", wherever the parse hangs the nonsense."""
    named = lemma(verb) in words("status", "denied", "naming")
    if not named or below.dep_ in SUBJECTS or not (below.dep_ == "prep" or is_told(below)):
        return False
    return any(word.lower_ in _falsehoods() for word in verb.subtree)


def _is_false(verb: Token, below: Token) -> bool:
    """Read "the report is false", "it is a lie that …", "proved to be wrong"."""
    if below.dep_ not in (*SUBJECTS, "ccomp", "nsubjpass"):
        return False
    inner = [verb, *children(verb, "xcomp")]
    said = [word for one in inner for word in children(one, *_PREDICATES)]
    about = below.dep_ in ("ccomp", "csubj") or is_told(below)
    return about and any(word.lower_ in _falsehoods() for word in said)


def _negation(verb: Token, below: Token) -> str | None:
    """Return "not", "nobody" or "failed" where it negates a verb, and not a word further on."""
    for child in children(verb, "neg"):
        distance = verb.i - child.i
        before = 0 < distance <= _NOT_FAR or (verb.pos_ == "AUX" and distance == -1)
        after = child.nbor(1).lower_ if child.i + 1 < len(child.doc) else ""
        if before and after not in words("status", "denied", "limiting"):
            return child.lower_
    for subject in children(verb, *SUBJECTS):
        one = subject.lower_ == "one" and any(left.lower_ == "no" for left in subject.lefts)
        if subject.i != below.i and (one or subject.lower_ in words("status", "denied", "nobody")):
            return "no one" if one else subject.lower_
    without = verb.dep_ == "pcomp" and verb.head.lower_ == "without"
    if without:
        return "without"
    failed = below.dep_ in ("xcomp", "ccomp") and lemma(verb) in words("status", "denied", "fails")
    return verb.lower_ if failed else None


def _is_noun_denied(noun: Token) -> bool:
    """Read "a denial that", "no evidence that", "false reports of", "without proof that"."""
    if lemma(noun) in words("status", "denied", "nouns"):
        return True
    proof = lemma(noun) in words("status", "denied", "proofs")
    lefts = {left.lower_ for left in noun.lefts}
    none = "no" in lefts or (noun.dep_ == "pobj" and noun.head.lower_ == "without")
    return ((proof or is_told(noun)) and none) or (is_told(noun) and bool(lefts & _falsehoods()))


def _ends(node: Token, below: Token) -> bool:
    """Whether what stands above a word is no longer about what hangs below it."""
    if node.dep_ in _SUBORDINATE:
        says = lemma(node) in words("speech", "say", "verbs") and node.dep_ == "relcl"
        return not (says and is_told(node.head)) and not _is_object(node)
    hung = below.dep_ in ("acl", "relcl") and below.i != node.i
    return hung and not is_told(node) and lemma(node) not in words("status", "denied", "proofs")


def _is_object(clause: Token) -> bool:
    """Whether the parse takes the object of a denial for an aside: "ruled out sending 300 men"."""
    bare = clause.tag_ == "VBG" and not children(clause, "mark", "aux", "advmod", *SUBJECTS)
    return bare and clause.dep_ == "advcl" and clause.i - clause.head.i <= _NOT_FAR
