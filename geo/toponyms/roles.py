"""Roles: whether a name stands for the place, for those who act in its name, or for a likeness.

"Moscow has transferred" says that nothing is in Moscow; only a literal name says that something is
somewhere. The choice is made from the grammar around the name: what it is the subject, the owner or
the object of, and which preposition leads up to it. The words that decide are in
``data/lexicons/roles.toml``; each choice keeps a reason that a reviewer can read.
"""

from spacy.tokens import Span, Token

from geo.lexicon import meanings
from geo.place import Place, Role
from geo.toponyms.leads import located
from geo.toponyms.prepositions import led, likened
from geo.toponyms.usage import OBJECTS, Choice, Use, among, use

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "nummod", "npadvmod"})
LINKING = frozenset({"be", "remain", "become", "seem", "look"})
COMPLEMENTS = frozenset({"attr", "acomp", "xcomp"})


def role(span: Span, place: Place | None, names: frozenset[int], *, holds: bool) -> Choice:
    """Choose the role of a name and say why.

    Parameters
    ----------
    span
        The name.
    place
        What it was resolved to; None when unknown.
    names
        Numbers of the words of this passage that belong to some place name.
    holds
        Whether it only says where the name before it lies ("Fort Stewart, Georgia").
    """
    if holds:
        return Role.LITERAL, "says where the place before it lies"
    used = use(span, place, names)
    rules = (likened, _owns, _describes, led, _acts, _undergoes, _unruled)
    choices = (choice for rule in rules if (choice := rule(used)))
    return next(choices, (Role.LITERAL, "named as a place"))


def _owns(use: Use) -> Choice | None:
    """Judge an owner: "Russia's war", but "Russia's Kursk Oblast" and "Kursk's bridges"."""
    if use.word.dep_ != "poss":
        return None
    owned = use.head
    if owned.i in use.names or among(owned, "nouns", "grounds"):
        return Role.LITERAL, f"its {owned.text} is on the ground"
    if use.governs or among(owned, "nouns", "actors", "affairs"):
        return Role.METONYM, f"owner of {owned.text}"
    return Role.LITERAL, f"where the {owned.text} is"


def _describes(use: Use) -> Choice | None:
    """Judge a name before a noun: "Kyiv troops", but "the Kursk operation"."""
    if use.word.dep_ not in MODIFIERS or use.head.pos_ not in {"NOUN", "PROPN"}:
        return None
    head = use.head
    while head.dep_ == "compound" and head.head.i > head.i:
        head = head.head
    if head.i in use.names or head.i < use.word.i:
        return None
    person = head.ent_type_ == "PERSON" and located(use.span)
    start = use.span.start
    if person or (start and among(use.span.doc[start - 1], "prepositions", "inside")):
        return Role.LITERAL, "a preposition of place leads up to it"
    if among(head, "nouns", "actors", "affairs"):
        return Role.METONYM, f"{head.text} that acts in its name"
    if among(head, "nouns", "grounds", "events") or head.lower_ in meanings("types", "after"):
        return Role.LITERAL, f"{head.text} that is there"
    return Role.METONYM, f"describes {head.text}"


def _acts(use: Use) -> Choice | None:
    """Judge a subject: "Moscow denies", but "Kharkiv was shelled" and "Rukla lies"."""
    if use.word.dep_ not in SUBJECTS:
        return None
    verb = use.head
    if verb.lemma_ in LINKING:
        return _is_said_to_be(use, verb)
    if use.word.dep_ == "nsubjpass":
        there = among(verb, "verbs", "reaches") or not use.governs
    else:
        acts = use.governs or among(verb, "verbs", "acts")
        there = among(verb, "verbs", "locates") or not acts
    return (
        (Role.LITERAL, f"the place {verb.text}") if there else (Role.METONYM, f"acts: {verb.text}")
    )


def _is_said_to_be(use: Use, verb: Token) -> Choice:
    said = [word for word in verb.children if word.dep_ in COMPLEMENTS and word.i > verb.i]
    acts = (child for word in said for child in word.children if child.dep_ == "xcomp")
    willing = any(among(word, "copula", "willing") for word in said)
    if willing and (use.governs or any(among(verb, "verbs", "acts") for verb in acts)):
        return Role.METONYM, f"acts: {verb.text} {said[0].text}"
    if not use.governs or any(among(word, "copula", "places") for word in said):
        return Role.LITERAL, f"the place {verb.text}"
    return Role.METONYM, f"acts: {verb.text}"


def _undergoes(use: Use) -> Choice | None:
    """Judge an object: "leave Chad", but "accuse Chad"."""
    if use.word.dep_ not in OBJECTS:
        return None
    if among(use.head, "verbs", "reaches"):
        return Role.LITERAL, f"{use.head.text} the place"
    if use.governs or among(use.head, "verbs", "addresses"):
        return Role.METONYM, f"{use.head.text} those who act in its name"
    return Role.LITERAL, f"{use.head.text} the place"


def _unruled(use: Use) -> Choice | None:
    """Judge a name whose grammar says nothing by what is told of it: "Paris, which started it"."""
    told = (verb for verb in use.span.root.children if verb.dep_ == "relcl")
    if use.governs and any(among(verb, "verbs", "acts") and _of_it(verb) for verb in told):
        return Role.METONYM, "told to have acted"
    return None


def _of_it(verb: Token) -> bool:
    """Tell whether a relative clause has the name itself as its subject."""
    subjects = (word.lower_ for word in verb.children if word.dep_ in SUBJECTS)
    return any(subject in {"which", "who", "that"} for subject in subjects)
