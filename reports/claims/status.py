"""Status: whether a report says that something is so, planned, estimated, claimed or denied."""

from spacy.tokens import Token

from geo.sentences import sentence_of
from reports.claim import Stance, Status
from reports.claims.denials import denial, is_asked, is_own_claim
from reports.claims.events import classes
from reports.claims.imagined import imagined
from reports.lexicon import words
from reports.quantities.units import counted
from reports.syntax import NOMINAL, SUBJECTS, VERBAL, children, lemma, path

_PLAIN = Stance(Status.REPORTED)
# What is asked of every word on the way up, strongest first.
_ORDER = (Status.CLAIMED, Status.PLANNED, Status.ESTIMATED)
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "acl", "advcl", "pcomp"})
_OF_NOUNS = frozenset({"acl", "relcl", "ccomp", "prep"})
_HEDGED = 4  # words between a colon and the figure after it


def stance(token: Token) -> Stance:
    """Read the status of the clause that governs a token.

    The nearest cue on the way up the sentence wins: what officials believe somebody plans is
    planned. But a denial counts from anywhere above, unless somebody else's claim is in between.

    Parameters
    ----------
    token
        A word of a figure or of a place name.

    Returns
    -------
    Stance
        With the cue as the report writes it; no cue where the report plainly says so.
    """
    if _counts_what_is_done(token):
        return _PLAIN
    refused = denial(token)
    if refused is not None:
        return refused
    found = _beside(token)
    below, inside = token, False
    for node in path(token):
        if below.i != node.i and node.pos_ in VERBAL and is_asked(below):
            break  # "would not say how the 300 died"
        inside = inside or (
            node.dep_ == "prep" and node.lower_ in words("slots", "prepositions", "at")
        )
        cue = None if inside and _is_under_way(node) else _cue(node, below)
        found = found or cue
        if is_own_claim(node, below) or _closes(node, below, cue):
            break
        below = node
    open_ = found is None or found.status is Status.PLANNED
    return (imagined(token) if open_ else None) or found or _PLAIN


def _is_under_way(verb: Token) -> bool:
    """Whether a verb is the aim of efforts that are made: those "in 40 villages" are there."""
    return verb.dep_ == "acl" and lemma(verb.head) in words("status", "efforts", "nouns")


def _counts_what_is_done(token: Token) -> bool:
    """Tell whether a figure after a colon counts what the words before it say was done."""
    before = token.doc[max(sentence_of(token).start, token.i - _HEDGED) : token.i]
    colon = next((word for word in reversed(before) if word.text == ":"), None)
    if colon is None or colon.i == sentence_of(token).start:
        return False
    closing = token.doc[max(sentence_of(token).start, colon.i - 2) : colon.i]
    done = any(word.lower_ in words("status", "done", "adverbs") for word in closing)
    return done and any(word.tag_ in {"VBN", "VBD"} for word in closing)


def stance_of_description(verb: Token) -> Stance:
    """Read the status that a describing clause gives: "the 2,000 they promised".

    Parameters
    ----------
    verb
        The verb of the describing clause.
    """
    for status in (Status.DENIED, *_ORDER):
        if lemma(verb) in words("status", status.value, "verbs"):
            return Stance(status, verb.lower_)
    return stance(verb)


def _cue(node: Token, below: Token) -> Stance | None:
    """Read what one word on the way up says about what hangs below it."""
    if node.pos_ in VERBAL:
        return _verb_cue(node, below)
    if below.i == node.i or below.dep_ in SUBJECTS:
        return None
    if node.pos_ in NOMINAL:
        return _listed(node, "nouns") if below.dep_ in _OF_NOUNS else None
    return _listed(node, "adjectives") if node.pos_ == "ADJ" else None


def _listed(node: Token, kind: str) -> Stance | None:
    for status in _ORDER:
        listed = words("status", status.value, kind)
        if lemma(node) in listed or (kind == "adjectives" and node.lower_ in listed):
            return Stance(status, node.lower_)
    return None


def _verb_cue(verb: Token, below: Token) -> Stance | None:
    if below.dep_ == "conj" and below.i != verb.i:
        return None
    modal = _modal(verb)
    if modal is not None and modal.status is Status.ESTIMATED:
        return modal
    governed = verb.i != below.i and below.dep_ not in ("conj", "parataxis", "npadvmod", "advmod")
    if governed and (by_verb := _governing(verb, below)):
        return by_verb
    return modal or _infinitive(verb) or _predicate(verb, below) or _adverb(verb) or _count_of(verb)


def _count_of(verb: Token) -> Stance | None:
    """Read "by U.S. estimates": whose count it is shows how sure it is."""
    by = (noun for p in children(verb, "prep") for noun in children(p, "pobj") if p.lower_ == "by")
    return next((cue for noun in by if (cue := _listed(noun, "nouns"))), None)


def _governing(verb: Token, below: Token) -> Stance | None:
    """Read a verb by what it governs: "denied that", "plans to", "is believed to"."""
    passive = bool(children(verb, "auxpass"))
    if below.dep_ in SUBJECTS and not passive:
        return None
    name = lemma(verb)
    if name in words("status", "accused", "verbs") and _is_deed(below):
        return Stance(Status.CLAIMED, verb.lower_)
    clause = below.dep_ in _COMPLEMENTS or (passive and bool(children(verb, "xcomp", "ccomp")))
    if name == "expect":
        own = clause and not passive and below.dep_ == "xcomp"
        return Stance(Status.PLANNED if own else Status.ESTIMATED, verb.lower_)
    for status in _ORDER:
        if name not in words("status", status.value, "verbs"):
            continue
        if status is Status.PLANNED and name in words("status", "planned", "verbs_with_clause"):
            break
        if status is Status.CLAIMED and below.dep_ not in _COMPLEMENTS and not classes(below):
            break  # "the storm claimed twelve lives", but "the army claimed the capture of twelve"
        return Stance(status, verb.lower_)
    planned = clause and name in words("status", "planned", "verbs_with_clause")
    if (planned and _is_ahead(verb, below)) or _is_thing_to_come(verb, below):
        return Stance(Status.PLANNED, verb.lower_)
    return None


def _is_thing_to_come(verb: Token, below: Token) -> bool:
    """Whether what is wanted or weighed is yet to be: "seeks $30m", "weighs the sale of jets"."""
    if below.dep_ != "dobj":
        return False
    name, counts = lemma(verb), counted(lemma(below))
    if name in words("status", "planned", "verbs_with_thing"):
        return counts is None or counts.kind != "people"  # "police seek two suspects"
    weighed = name in words("status", "planned", "verbs_with_clause")
    deeds = [noun for noun in (below, *children(below, "conj")) if noun.pos_ == "NOUN"]
    return weighed and any(classes(noun) & words_ahead() for noun in deeds)


def words_ahead() -> frozenset[str]:
    """Return the classes of what can be planned: who can send has not sent."""
    return words("status", "ahead", "events")


def _is_deed(below: Token) -> bool:
    """Whether a phrase names what somebody is accused of doing: "of smuggling 900 kilos"."""
    named = below.lower_ in words("status", "accused", "prepositions")
    return named and any(child.pos_ in VERBAL for child in children(below, "pcomp"))


def _is_ahead(verb: Token, below: Token) -> bool:
    """Whether a verb like "go" has the form that plans: "going to arrive", "set to arrive"."""
    if lemma(verb) not in words("status", "planned", "verbs_with_infinitive"):
        return True
    clauses = [below, *children(verb, "xcomp", "ccomp")]
    to = any(aux.tag_ == "TO" for clause in clauses for aux in children(clause, "aux"))
    return to and verb.tag_ in ("VBG", "VBN")


def _modal(verb: Token) -> Stance | None:
    """Read "will", "may" and the like, also where joined verbs share one ("will leave and fly")."""
    node = verb
    while True:
        for aux in children(node, "aux"):
            for status in (Status.ESTIMATED, Status.PLANNED):
                if aux.lower_ in words("status", status.value, "modals") and aux.tag_ == "MD":
                    return Stance(status, aux.lower_)
        if node.dep_ != "conj" or node.tag_ != "VB" or node.head.pos_ not in VERBAL:
            return None
        node = node.head


def _infinitive(verb: Token) -> Stance | None:
    """Read "is to send", "a deal to send" and the headline "Germany to send"."""
    to = [aux for aux in children(verb, "aux") if aux.tag_ == "TO"]
    if not to:
        return None
    of_be = verb.dep_ == "xcomp" and lemma(verb.head) == "be" and verb.head.pos_ in VERBAL
    if of_be:
        return Stance(Status.PLANNED, f"{verb.head.lower_} to")
    if verb.dep_ == "ccomp" and lemma(verb.head) in words("status", "estimated", "verbs"):
        return None  # "expect the storm to displace 300": foreseen, not planned
    if verb.dep_ in ("ROOT", "acl", "advcl", "relcl") or (
        verb.dep_ == "ccomp" and children(verb, *SUBJECTS)
    ):
        return Stance(Status.PLANNED, "to")
    return None


def _predicate(verb: Token, below: Token) -> Stance | None:
    """Read "are ready to cross" for the subject of the sentence."""
    if below.dep_ not in SUBJECTS:
        return None
    if lemma(verb) == "be" and any(_infinitive(done) for done in children(verb, "xcomp")):
        return Stance(Status.PLANNED, f"{verb.lower_} to")
    for adjective in children(verb, "acomp", "oprd", "attr"):
        if adjective.pos_ in NOMINAL:
            continue
        cue = _listed(adjective, "adjectives")
        if cue is not None:
            return cue
    return None


def _adverb(verb: Token) -> Stance | None:
    for child in children(verb, "advmod", "mark"):
        cue = _listed(child, "adverbs")
        if cue is not None:
            return cue
    return None


def _beside(token: Token) -> Stance | None:
    """Read what stands right before a figure: "not a single", "an estimated", "perhaps"."""
    noun = token.head if token.dep_ in ("nummod", "quantmod") else token
    lefts = [left for word in {token.i: token, noun.i: noun}.values() for left in word.lefts]
    lowered = [left.lower_ for left in lefts]
    if token.like_num and token.i and token.nbor(-1).lower_ in words("status", "beside", "nearly"):
        return Stance(Status.ESTIMATED, token.nbor(-1).lower_)
    for status in (Status.ESTIMATED, Status.CLAIMED, Status.PLANNED):
        for word in lowered:
            if word in words("status", "beside", status.value):
                return Stance(status, word)
    return None


def _closes(node: Token, below: Token, cue: Stance | None) -> bool:
    """Whether what stands above a word is no longer about what hangs below it."""
    if node.dep_ in ("relcl", "advcl", "parataxis"):
        return True
    hung = below.dep_ in ("acl", "relcl") and below.i != node.i
    told = lemma(node) in words("speech", "cite", "nouns")  # "rejected a report that …"
    return hung and cue is None and not told
