"""Roles of names that a verb is about: "Moscow denies", "Kharkiv was shelled", "leave Chad"."""

from spacy.tokens import Token

from geo.place import Role
from geo.toponyms.meaning import among, listed, spelt
from geo.toponyms.usage import OBJECTS, SUBJECTS, Choice, Use, objects

COMPLEMENTS = frozenset({"attr", "acomp", "xcomp", "oprd", "advmod"})
PLACES = ("grounds", "befalls", "people")
HELD = ("actors", "affairs", "towards", "intangible")


def acts(use: Use) -> Choice | None:
    """Judge a subject: "Moscow denies", but "Kharkiv was shelled" and "Rukla lies"."""
    if use.word.dep_ not in SUBJECTS:
        return None
    return judged(use, use.head, passive=use.word.dep_ == "nsubjpass")


def undergoes(use: Use) -> Choice | None:
    """Judge an object: "leave Chad", but "accuse Chad"."""
    if use.word.dep_ not in OBJECTS:
        return None
    before = use.before()
    if before is not None and listed(before, "prepositions", "inside"):
        return Role.LITERAL, f'"{before.lower_}" the place'
    return treated(use, use.head)


def judged(use: Use, verb: Token, *, passive: bool) -> Choice:
    """Judge what a verb makes of its subject."""
    done = _verb_after(verb) if passive or listed(verb, "subjects", "raising") else None
    if done is not None:
        suffers = any(child.dep_ == "auxpass" for child in done.children)
        return judged(use, done, passive=suffers)
    if passive:
        return treated(use, verb)
    if among(verb, "subjects", "links") and (choice := _is_said_to_be(use, verb)):
        return choice
    if _plural(use, verb):
        return Role.METONYM, f"several act: {verb.text}"
    able = use.governs or among(verb, "subjects", "acts")
    if _has_there(verb) or not able or among(verb, "subjects", "locates"):
        return Role.LITERAL, f"the place {verb.text}"
    return Role.METONYM, f"acts: {verb.text}"


def treated(use: Use, verb: Token) -> Choice:
    """Judge what a verb makes of its object: the ground, or those who act in its name."""
    reached = among(verb, "objects", "reaches")
    if reached and not (use.governs and _means_somebody(verb)):
        return Role.LITERAL, f"{verb.text} the place"
    if use.governs or among(verb, "objects", "addresses"):
        return Role.METONYM, f"{verb.text} those who act in its name"
    return Role.LITERAL, f"{verb.text} the place"


def _verb_after(verb: Token) -> Token | None:
    """Give the verb that says what a subject does: "is believed to have withdrawn"."""
    return next((c for c in verb.children if c.dep_ == "xcomp" and c.pos_ in {"VERB", "AUX"}), None)


def _has_there(verb: Token) -> bool:
    """Tell whether a verb says what there is at a place: "saw protests", not "has an interest"."""
    held = objects(verb)
    if listed(verb, "subjects", "lacks"):
        return any(listed(thing, "copula", "plights") for thing in held)
    if not listed(verb, "subjects", "holds") or not held or _as(verb):
        return False
    ours = (
        thing.pos_ in {"PROPN", "PRON"} or among(thing, "nouns", *HELD)
        for thing in held
        if not listed(thing, "copula", "plights")
    )
    return not any(ours)


def _means_somebody(verb: Token) -> bool:
    """Tell whether a verb that reaches places means people here: "turned it down", "sees it as"."""
    particles = (word.lower_ for word in verb.children if word.dep_ == "prt")
    turned = any(spelt(f"{verb.lemma_} {word}", "objects", "phrases") for word in particles)
    return turned or (listed(verb, "objects", "views") and _as(verb))


def _as(verb: Token) -> bool:
    return any(child.lower_ == "as" for child in verb.children)


def _plural(use: Use, verb: Token) -> bool:
    """Tell whether one name has a verb for several: "Liverpool have gained", the team."""
    several = (*use.word.conjuncts, *(c for c in use.word.children if c.dep_ in {"det", "cc"}))
    if several or use.span.text.endswith("s") or use.word.i != use.span.root.i:
        return False
    verbs = (verb, *(child for child in verb.children if child.dep_ in {"aux", "auxpass"}))
    asked = any(child.dep_ == "aux" and child.i < use.word.i for child in verb.children)
    return not asked and any(word.tag_ == "VBP" or word.lower_ == "were" for word in verbs)


def _is_said_to_be(use: Use, verb: Token) -> Choice | None:
    """Judge by what a subject is said to be: "is ready", "is a town", "is under siege"."""
    said = [word for word in verb.children if word.dep_ in COMPLEMENTS and word.i > verb.i]
    where = [word for word in verb.children if word.dep_ == "prep" and word.i > verb.i]
    if not said and not where and verb.lemma_ != "be":
        return None
    willing = any(among(word, "copula", "willing") for word in said)
    later = (child for word in said for child in word.children if child.dep_ == "xcomp")
    if willing and (use.governs or any(among(verb, "subjects", "acts") for verb in later)):
        return Role.METONYM, f"acts: {verb.text} {said[0].text}"
    if not use.governs or any(_like_a_place(word) for word in said):
        return Role.LITERAL, f"the place {verb.text}"
    if not said and _plight(where):
        return Role.LITERAL, f"the place {verb.text}"
    return Role.METONYM, f"acts: {verb.text}"


def _like_a_place(word: Token) -> bool:
    if listed(word, "copula", "places") or listed(word, "nouns", *PLACES):
        return True
    if word.lower_ == "one":  # "one of the poorest countries"
        of = (child for child in word.children if child.lower_ == "of")
        return any(_like_a_place(thing) for word in of for thing in word.children)
    if word.pos_ in {"NOUN", "PROPN"}:
        return among(word, "nouns", *PLACES)
    return word.tag_ == "VBN" or among(word, "copula", "states")


def _plight(prepositions: list[Token]) -> bool:
    led = [child for word in prepositions for child in word.children if child.dep_ == "pobj"]
    plight = any(listed(word, "copula", "plights") for word in led)
    return plight or any(among(word, "nouns", *PLACES, "events") for word in led)
