"""What happens to what is counted: the verbs around a figure, and its part in them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from reports.lexicon import lexicon, words
from reports.syntax import SUBJECTS, VERBAL, argument, children, is_passive, lemma

AGENT, PATIENT = "agent", "patient"
# What befalls people is said next to them: "15 dead and dozens wounded".
_DECISIVE = frozenset({"kill", "die", "wound", "capture", "miss"})
# A participle behind a comma describes the figure: "300 men, brought to Bol on ships".
_MOVED = frozenset({"send", "bring"})
_QUANTIFYING = frozenset({"between", "around", "about", "over", "under"})
# The parse takes a particle for a preposition.
_PARTICLES = frozenset({"in", "out", "off", "up", "down", "over", "back"})
_JOINED = 4  # words between "killed" and "wounded" in "killed and seriously wounded"


@dataclass(frozen=True, slots=True)
class Event:
    """A verb (or a noun or adjective made from one) and the part that a figure plays in it.

    ``part`` is "agent", "patient", or the preposition by which the figure hangs on the verb.
    """

    token: Token
    part: str
    classes: frozenset[str]


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, verbs in lexicon("categories")["events"].items():
        for verb in verbs:
            found[verb] = found.get(verb, frozenset()) | {name}
    return found


def classes(token: Token) -> frozenset[str]:
    """Look up what a verb says, with a particle, object or phrase that decides: "lost power".

    A preposition alone adds to what the verb says: who "landed in" a place has landed.
    """
    name = lemma(token)
    alone = _classes().get(name) or _classes().get(token.lower_) or frozenset()
    if name not in _with_companions():
        return alone
    prepositions = [*children(token, "prep"), *_carried_off(token)]
    companions = [child.lower_ for child in children(token, "prt", "advmod", "acomp", "oprd")]
    for thing in children(token, "dobj"):
        none = any(left.lower_ == "no" for left in thing.lefts)
        companions.append(f"no {lemma(thing)}" if none else lemma(thing))
    companions += [phrase for prep in prepositions for phrase in _phrases(prep)]
    for companion in companions:
        found = _classes().get(f"{name} {companion}")
        if found is not None:
            return found
    leads = (lead for prep in prepositions for lead in _leads(prep))
    return alone.union(*(_classes().get(f"{name} {lead}", frozenset()) for lead in leads))


def _carried_off(verb: Token) -> Iterator[Token]:
    """Give the directions that the parse hangs on an object: "sent 300 people toward the coast"."""
    for thing in children(verb, "dobj"):
        for preposition in children(thing, "prep"):
            if preposition.lower_ in words("categories", "directions", "prepositions"):
                yield preposition


@cache
def _with_companions() -> frozenset[str]:
    """Give the verbs that something beside them may decide about."""
    return frozenset(verb.split()[0] for verb in _classes() if " " in verb)


def _phrases(preposition: Token) -> Iterator[str]:
    for noun in children(preposition, "pobj"):
        yield f"{preposition.lower_} {lemma(noun)}"


def _leads(preposition: Token) -> Iterator[str]:
    """Give "out" and "out of"."""
    yield preposition.lower_
    yield from (f"{preposition.lower_} {inner.lower_}" for inner in children(preposition, "prep"))


def is_added(happening: Sequence[Event]) -> bool:
    """Whether the counted come on top of others: "3,000 had been added"."""
    return any("add" in event.classes and event.part == PATIENT for event in happening)


def events(anchor: Token, noun: Token | None, of: Token | None, after: Token | None) -> list[Event]:
    """Give what happens around a figure: what describes it first, then what it hangs on.

    Parameters
    ----------
    anchor
        The token of the number.
    noun
        The counted noun, or None.
    of
        The token of the whole that the number is a part of, or None.
    after
        The token behind the figure.
    """
    described = [event for token in _distinct(noun, anchor, of) for event in _beneath(token)]
    found = [*described, *_behind(after)]
    told = any(e.classes & _DECISIVE and e.token.dep_ != "amod" for e in found)
    own = [] if told else _unclaimed(noun or anchor)
    found += own
    for token in _distinct(argument(anchor), argument(noun) if noun is not None else None):
        found += _above(token) if not (told or own) else []
    found += [event for one in found for event in _joined(one)]
    seen = {event.token.i: event for event in reversed(found) if event.classes}
    return [event for event in found if seen.get(event.token.i) is event]


def _distinct(*tokens: Token | None) -> list[Token]:
    return list({token.i: token for token in tokens if token is not None}.values())


def _event(token: Token, part: str) -> Event:
    return Event(token, part, classes(token))


def _beneath(noun: Token) -> Iterator[Event]:
    """Read what describes the noun: "wounded soldiers", "soldiers sent to …", "people who fled"."""
    yield from _states(noun)
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD"):
            yield _event(child, PATIENT)
        elif child.dep_ == "acl" and child.tag_ in ("VBG", "VB"):
            yield _event(child, AGENT)
        elif child.dep_ == "amod" and child.tag_ in ("VBN", "JJ", "VBD", "VBG"):
            yield from [] if _is_origin(child) else [_event(child, PATIENT)]
        elif child.dep_ == "relcl":
            pronoun = children(child, *SUBJECTS)
            if pronoun and pronoun[0].tag_ in ("WDT", "WP"):
                yield _event(child, PATIENT if is_passive(child) else AGENT)
            elif _is_of_part(child):
                continue  # "134 drones, of which 118 were shot down"
            elif pronoun and all(thing.pos_ == "PRON" for thing in children(child, "dobj")):
                yield _event(child, PATIENT)


def _is_of_part(clause: Token) -> bool:
    """Whether a clause tells of a part of what it hangs on: "of whom", "of which"."""
    first = clause.doc[clause.left_edge.i : clause.i]
    return any(word.tag_ in ("WDT", "WP") and word.head.lower_ == "of" for word in first)


def _is_origin(participle: Token) -> bool:
    """Whether "-made" or "-held" says whose a thing is: "US-made tanks", "Israeli-held hills"."""
    before = participle.doc[max(0, participle.i - 2) : participle.i].text
    return before.endswith("-") and before[:1].isupper()


def _states(head: Token) -> Iterator[Event]:
    """Read "without power", "on their way", "in custody", said of a noun or with a verb."""
    for preposition in children(head, "prep"):
        for noun in children(preposition, "pobj"):
            if found := _classes().get(f"{preposition.lower_} {lemma(noun)}"):
                yield Event(noun, PATIENT, found)


def _behind(after: Token | None) -> Iterator[Event]:
    """Read the participle or adjective that follows: "600 of its soldiers killed", "15 dead"."""
    if after is not None and after.text == "," and after.i + 1 < len(after.doc):
        yield from _loose(after.nbor(1))
    if after is None or after.tag_ not in ("VBN", "VBD", "JJ"):
        return
    event = _event(after, PATIENT)
    if event.classes & _DECISIVE and not children(after, "dobj", "aux", "auxpass"):
        yield event


def _loose(participle: Token) -> Iterator[Event]:
    """Read a participle that the parse hangs on the verb of the sentence."""
    bare = not children(participle, *SUBJECTS, "dobj", "aux", "auxpass")
    if participle.tag_ == "VBN" and participle.dep_ == "advcl" and bare:
        event = _event(participle, PATIENT)
        yield from [event] if event.classes & _MOVED else []


def _unclaimed(noun: Token) -> list[Event]:
    """Read the verb behind a joined noun that the parse gives no subject.

    "Villages are under water and 1,300 acres have been lost" is read as water and acres.
    """
    after = noun.right_edge.i + 1
    joined = noun.dep_ == "conj" and noun.head.i < noun.i and noun.head.dep_ == "pobj"
    if not joined or after >= len(noun.doc):
        return []
    first = noun.doc[after]
    verb = first.head if first.dep_ in ("aux", "auxpass") else first
    lost = verb.pos_ in VERBAL and verb.dep_ == "conj" and not children(verb, *SUBJECTS)
    finite = first.tag_ in ("VBD", "VBP", "VBZ", "MD")
    return [_event(verb, PATIENT if is_passive(verb) else AGENT)] if lost and finite else []


def _above(argued: Token) -> Iterator[Event]:
    """Read what the figure hangs on: a verb, or a noun made from one ("the deployment of …")."""
    head = argued.head
    if head.i == argued.i:
        return
    if argued.dep_ == "pobj":
        yield from _prepositional(head)
    elif head.pos_ in VERBAL:
        yield from _argument(head, argued)


def _argument(verb: Token, argued: Token) -> Iterator[Event]:
    verb = verb.head if verb.dep_ in ("aux", "auxpass") and verb.head.pos_ in VERBAL else verb
    patient = argued.dep_ == "nsubjpass" or argued.dep_ not in SUBJECTS
    if argued.dep_ == "nsubj" and _is_bare_participle(verb):
        patient = True
    yield _event(verb, PATIENT if patient else AGENT)
    yield from _states(verb)
    yield from _amounting(verb, argued)
    if argued.dep_ == "dobj" and lemma(verb) in words("categories", "implied", "verbs"):
        yield from (_event(done, AGENT) for done in children(verb, "xcomp", "ccomp"))
    if argued.dep_ in SUBJECTS or lemma(verb) in words("categories", "implied", "verbs"):
        yield from _led_to(verb)
    for adjective in children(verb, "acomp", "oprd", "xcomp"):
        if adjective.pos_ == "ADJ" or adjective.tag_ == "VBN":
            yield _event(adjective, PATIENT)


def _amounting(verb: Token, counted: Token) -> Iterator[Event]:
    """Read "losses amounted to 300 men", "put its losses at 23": the noun is what happened."""
    if lemma(verb) not in words("categories", "amounting", "verbs"):
        return
    for noun in children(verb, "dobj", *SUBJECTS):
        if noun.i != counted.i and noun.pos_ == "NOUN" and "lose" in classes(noun):
            yield Event(verb, PATIENT, classes(noun))


def _led_to(verb: Token) -> Iterator[Event]:
    """Read "had to leave", "were forced to flee": the subject does what the verb leads up to."""
    if lemma(verb) not in words("categories", "implied", "done") or children(verb, "neg"):
        return
    for done in children(verb, "xcomp"):
        if done.pos_ in VERBAL and done.tag_ != "VBN":
            yield _event(done, PATIENT if is_passive(done) else AGENT)


def _is_bare_participle(verb: Token) -> bool:
    """Whether a participle joined to a passive is one: "23 were killed and 112 injured"."""
    passive_head = verb.dep_ == "conj" and is_passive(verb.head)
    alike = lemma(verb) in words("dates", "governors", "unchanging")  # "and 25 posts overrun"
    participle = verb.tag_ in ("VBN", "VBD") or alike
    return participle and passive_head and not children(verb, "dobj", "aux")


def _prepositional(preposition: Token) -> Iterator[Event]:
    head = preposition.head
    if head.pos_ == "ADP" or head.dep_ == "prep":
        preposition, head = head, head.head
    if head.pos_ in VERBAL:
        yield from _amounting(head, preposition)
    if head.pos_ in VERBAL and lemma(head) in words("categories", "changing", "verbs"):
        return
    if head.pos_ in VERBAL:
        by = preposition.dep_ == "agent" or preposition.lower_ == "by"
        part = AGENT if by else _object_like(preposition)
        yield _event(head, part)
        return
    if found := _classes().get(f"{lemma(head)} {preposition.lower_}"):
        yield Event(head, PATIENT, found)  # "home to 90,000 refugees"
    if preposition.lower_ in ("of", "with", "for"):
        yield _event(head, PATIENT)
        if head.dep_ == "dobj" and head.head.pos_ in VERBAL:
            yield _event(head.head, PATIENT)
        elif head.dep_ in SUBJECTS and head.head.pos_ in VERBAL:
            yield _event(head.head, PATIENT if head.dep_ == "nsubjpass" else AGENT)


def _object_like(preposition: Token) -> str:
    """Read "supplied Russia with shells" and "along with 6,000 builders" as objects."""
    if preposition.lower_ in _QUANTIFYING and not children(preposition.head, *SUBJECTS):
        # "Between 60 and 80 homes were hit": the parse takes the subject for a phrase.
        return PATIENT if is_passive(preposition.head) else AGENT
    puts = lemma(preposition.head) in words("speech", "say", "puts")
    if puts and preposition.lower_ in words("speech", "say", "put_preps"):
        return PATIENT
    moved = preposition.lower_ in _PARTICLES
    if moved and f"{lemma(preposition.head)} {preposition.lower_}" in _classes():
        return PATIENT  # "flew in 150 rangers"
    accompanied = preposition.lower_ in ("with", "including", "along", "around", "about", "to")
    return PATIENT if accompanied else str(preposition.lower_)


def _joined(event: Event) -> Iterator[Event]:
    """Follow "killed or wounded", where both share the figure."""
    for other in children(event.token, "conj"):
        shares = not children(other, *SUBJECTS, "dobj", "nummod")
        if shares and other.i - event.token.i <= _JOINED:
            yield _event(other, event.part)
