"""Slots: who is counted, and where they come from, go to or are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from geo.mention import Mention
from geo.place import Role
from reports.claim import Claim, PlaceRef
from reports.claims.bracketed import bracketed
from reports.claims.categories import Topic
from reports.claims.events import AGENT
from reports.claims.mentioned import (
    Named,
    country,
    is_side,
    led_up_to,
    party_in,
    place_in,
    reference,
)
from reports.claims.moves import Move, destination, doer, doer_before, has_destination, purpose
from reports.claims.onward import carrying, next_told, onward
from reports.lexicon import words
from reports.quantities import Quantity
from reports.syntax import (
    SUBJECTS,
    VERBAL,
    argument,
    children,
    clause_verb,
    is_passive,
    lemma,
    path,
)

_CLOSING = frozenset({"ccomp", "parataxis", "relcl", "acl", "advcl"})


@dataclass(frozen=True, slots=True)
class Slots:
    """The places of a claim, as in `reports.claim.Claim`."""

    actor: PlaceRef | None = None
    from_: PlaceRef | None = None
    to: PlaceRef | None = None
    at: PlaceRef | None = None

    def completed_by(self, other: Claim, *names: str) -> "Slots":
        """Fill empty slots from a claim about the same people, marked as inherited."""
        taken = {
            name: replace(ref, inherited=True)
            for name in names
            if getattr(self, name) is None and (ref := getattr(other, name)) is not None
        }
        return replace(self, **taken)

    def marked(self, sentence: tuple[int, int]) -> "Slots":
        """Mark as inherited what stands outside the sentence of the figure."""
        start, end = sentence
        outside = {
            name: replace(ref, inherited=True)
            for name in ("actor", "from_", "to", "at")
            if (ref := getattr(self, name)) is not None
            and ref.start is not None
            and not start <= ref.start < end
        }
        return replace(self, **outside)


def slots(quantity: Quantity, about: Topic, names: Named, moved: Sequence[Move]) -> Slots:
    """Fill the slots of a count from its own clause, and where to from a movement named before.

    Parameters
    ----------
    names
        The place mentions over the words of the passage.
    moved
        The movements that the report names before this figure.
    """
    if not names and not moved:
        return Slots()
    verbs = _verbs(quantity, about)
    own = [noun for noun in (quantity.noun, quantity.anchor) if noun is not None]
    led = [found for head in (*own, *verbs) for found in led_up_to(head, names)]
    shared = [found for head in _joined(own) for found in led_up_to(head, names)]
    party = _party(quantity, names)
    sender, restored = _sender(about, names)
    to = next((p for verb in verbs if (p := destination(verb, names))), None)
    to = to or _first(led, "to", None) or _aimed_at(quantity, about, names, led)
    to = to or onward(own, verbs, names) or _first(shared, "to", None)
    if to is None and about.category in words("slots", "inherits_to", "told_next"):
        to = next_told(quantity.anchor, names)
    # Where one of the dead came from is not where the others did: "and a tourist from France".
    origins = led if about.family == "casualties" else [*led, *shared]
    # Whoever is sent home comes from where that was done: "Pakistan deported 900 Afghans".
    homeward = about.category in words("slots", "carried", "homeward")
    whence = _expeller(about, names) if homeward else party
    from_ = _first(origins, "from", to) or _object(verbs, names, "from") or whence
    from_ = from_ or (None if _moves_own(about) else sender)
    if from_ is None and about.category in words("slots", "carried", "driven"):
        from_ = next((place for lead, place in led if lead == "of"), None)  # "residents of Lae"
    at = bracketed(quantity.anchor, names) or _first([*led, *shared], "at", to)
    if at is None and not (to is not None and about.family in words("slots", "carried", "moving")):
        at = next(_elsewhere(quantity, about, verbs, names), None)
    filled = Slots(
        actor=_ref(party) or _ref(sender, inherited=restored),
        from_=_ref(from_, inherited=restored and from_ is sender),
        to=_ref(to),
        at=_ref(at),
    )
    whose = party or sender
    if to is not None or whose is None or any(has_destination(verb) for verb in verbs):
        return filled
    inherits = about.category in words("slots", "inherits_to", "categories")
    return replace(filled, to=_moved_to(whose, moved)) if inherits else filled


def _ref(mention: Mention | None, *, inherited: bool = False) -> PlaceRef | None:
    return reference(mention, inherited=inherited) if mention is not None else None


def _verbs(quantity: Quantity, about: Topic) -> list[Token]:
    """Give the verbs whose places are those of the figure: its own, joined ones, those above."""
    found: dict[int, Token] = {}
    for start in (about.event.token if about.event is not None else None, quantity.anchor):
        first = clause_verb(start) if start is not None else None
        if start is not None and start.pos_ not in VERBAL and start.i != quantity.anchor.i:
            found[start.i] = start
        for verb in path(first) if first is not None else ():
            if verb.pos_ not in VERBAL:
                break
            also = (child for child in children(verb, "conj") if child.pos_ in VERBAL)
            joined = (child for child in also if not children(child, *SUBJECTS))
            found |= {one.i: one for one in (verb, *joined, *_said(verb))}
            carrier = carrying(verb)
            found |= {carrier.i: carrier} if carrier is not None else {}
            if verb.dep_ in _CLOSING or (verb.dep_ == "conj" and children(verb, *SUBJECTS)):
                break
    return list(found.values())


def _said(verb: Token) -> list[Token]:
    """Give what is told by "were said to be on their way"."""
    told = lemma(verb) in words("slots", "spoken", "verbs") and is_passive(verb)
    return children(verb, "xcomp") if told else []


def _joined(nouns: Sequence[Token]) -> Iterator[Token]:
    """Give joined nouns: a place behind them is that of all ("80 men and two guns near Goma")."""
    for noun in nouns:
        for other in children(noun, "conj"):
            yield other
            yield from children(other, "acl")


def _first(led: Sequence[tuple[str, Mention]], slot: str, taken: Mention | None) -> Mention | None:
    """Return the first place that a preposition puts into a slot."""
    leads = words("slots", "prepositions", slot)
    return next((place for lead, place in led if lead in leads and place is not taken), None)


def _party(quantity: Quantity, names: Named) -> Mention | None:
    """Read whose the counted are: "Kenyan police", "619,000 Syrians", "three of their men"."""
    noun = quantity.noun
    if noun is None or _is_headed(quantity.anchor, noun):
        return None
    own = _between(quantity.anchor, noun, names) or party_in(noun, names)
    if own is not None and (own.role is Role.DEMONYM or noun.i not in names):
        return own
    verb = clause_verb(quantity.anchor)
    its = any(owner.tag_ == "PRP$" for owner in children(noun, "poss"))
    if not its or verb is None:
        return None
    above = (node for node in path(verb) if node.pos_ in VERBAL)
    return next((found for node in above if (found := doer(node, names))), None)


def _is_headed(anchor: Token, noun: Token) -> bool:
    """Whether a noun stands in a heading of its own before a number: "Ukraine war: 40 killed"."""
    return ":" in {token.text for token in anchor.doc[noun.i : anchor.i]}


def _between(anchor: Token, noun: Token, names: Named) -> Mention | None:
    """Return the people nearest behind a number: "2,500 Swedish and 800 Danish soldiers"."""
    doc = anchor.doc
    behind = ((doc[i], names[i]) for i in range(anchor.i + 1, noun.i) if i in names)
    sides = (mention for word, mention in behind if is_side(word, noun, names))
    return next((mention for mention in sides if mention.role is Role.DEMONYM), None)


def _sender(about: Topic, names: Named) -> tuple[Mention | None, bool]:
    """Return who sends, has or loses the counted, and whether another sentence names them."""
    event = about.event
    if event is None or event.part == AGENT:
        return None, False
    sends = event.classes & words("slots", "events", "from_subject") or _moves_own(about)
    brings = event.classes & words("slots", "events", "brings")
    sends = sends or (brings and about.family in words("slots", "carried", "sent"))
    verbs = words("slots", "events", "loses") | words("slots", "events", "owns")
    if lemma(event.token) not in verbs and (not sends or about.family == "casualties"):
        return None, False  # who strikes does not lose the dead: "Russia strikes Goma, 12 dead"
    found = doer(event.token, names) or _agent(event.token, names)
    return (found, False) if found is not None else (doer_before(event.token, names), True)


def _expeller(about: Topic, names: Named) -> Mention | None:
    """Return who sends others away."""
    event = about.event
    if event is None or event.part == AGENT or "deport" not in event.classes:
        return None
    return doer(event.token, names) or _agent(event.token, names)


def _agent(verb: Token, names: Named) -> Mention | None:
    """Read "fired by Russia"."""
    by = (noun for phrase in children(verb, "agent") for noun in children(phrase, "pobj"))
    return next((party for noun in by if (party := party_in(noun, names))), None)


def _moves_own(about: Topic) -> bool:
    event = about.event
    return event is not None and bool(event.classes & words("slots", "events", "moves_own"))


def _aimed_at(
    quantity: Quantity, about: Topic, names: Named, led: Sequence[tuple[str, Mention]]
) -> Mention | None:
    event = about.event
    if event is not None and "launch" in event.classes and (at := _first(led, "aimed", None)):
        return at
    fired = quantity.kind in words("slots", "events", "fired")
    if event is not None and fired and event.part != AGENT:
        return _object([event.token], names, "at")  # "attacked Odesa with 40 drones"
    sends = event is not None and event.classes & words("slots", "events", "from_subject")
    return purpose(event.token, names) if event is not None and sends else None


def _object(verbs: list[Token], names: Named, slot: str) -> Mention | None:
    """Read a place that is the object of a verb: "leave Fort Stewart"."""
    for verb in verbs:
        if lemma(verb) in words("slots", "objects", slot):
            for noun in children(verb, "dobj"):
                if place := place_in(noun, names):
                    return place
    return None


def _elsewhere(
    quantity: Quantity, about: Topic, verbs: list[Token], names: Named
) -> Iterator[Mention]:
    """Read where something is from the rest of its sentence."""
    for verb in verbs:
        if verb.dep_ == "relcl" and any(c.lower_ == "where" for c in children(verb, "advmod")):
            place = place_in(verb.head, names) or place_in(argument(verb.head), names)
            yield from [place] if place else []
    hung = argument(quantity.anchor)
    struck = _object([verb for verb in verbs if verb.i != hung.head.i], names, "at")
    yield from [struck] if struck else []
    host = about.event is not None and "host" in about.event.classes
    found = doer(about.event.token, names) if host and about.event is not None else None
    yield from [found] if found else []
    for verb in verbs:
        yield from _circumstances(verb, names)


def _circumstances(verb: Token, names: Named) -> Iterator[Mention]:
    """Read "killed when a missile hit a market in …", "killed in a strike on …"."""
    for clause in children(verb, "advcl"):
        when = any(
            mark.lower_ in ("when", "after", "as") for mark in children(clause, "advmod", "mark")
        )
        for noun in children(clause, "dobj") if when else ():
            place = place_in(noun, names)
            yield from [place] if place else []
        if when:
            yield from (
                p for lead, p in led_up_to(clause, names) if lead in ("in", "at", "near", "on")
            )
    for phrase in children(verb, "prep", "agent"):
        if phrase.lower_ in words("slots", "prepositions", "circumstances"):
            for noun in children(phrase, "pobj"):
                place = place_in(noun, names)
                if place is not None and noun.i not in names:
                    yield place


def _moved_to(whose: Mention, moved: Sequence[Move]) -> PlaceRef | None:
    """Take the destination of the last movement that the same country made."""
    same = (move.to for move in reversed(moved) if country(move.by) == country(whose))
    return _ref(next(same, None), inherited=True)
