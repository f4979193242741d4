"""The place of a figure, beyond its own clause: its sentence's, or the scene's."""

from dataclasses import replace

from spacy.tokens import Token

from geo.mention import Mention
from geo.passage import Passage
from geo.place import Kind
from geo.sentences import sentence_of
from reports.claim import Claim, PlaceRef, Stance, Status
from reports.claims.categories import Topic
from reports.claims.ground import Ground
from reports.claims.hosts import describes, host, reporter
from reports.claims.mentioned import reference
from reports.claims.slots import Slots
from reports.lexicon import words
from reports.quantities import Quantity
from reports.syntax import children, clause_verb, lemma, subject

_FROM_HOME = frozenset({"deployment", "casualties"})


def placed(
    filled: Slots,
    about: Topic,
    stance: Stance,
    quantity: Quantity,
    passage: Passage,
    ground: Ground,
) -> Slots:
    """Fill the place of a count from its sentence, else from the scene.

    Parameters
    ----------
    filled
        What its own clause says.
    """
    filled = _in_scene(filled, about, stance, quantity, passage, ground)
    filled = _at_home(filled, about, quantity, ground)
    homeward = about.category in words("slots", "carried", "homeward")
    if homeward and ground.encloses(filled.from_, filled.to):
        filled = replace(filled, from_=None)  # "French police put 90 on a coach to Lille"
    if about.category in words("slots", "carried", "leaving") and _only_left(filled):
        return replace(filled, at=filled.from_)
    if filled.to is None and _ends_there(filled, about, ground):
        return replace(filled, to=filled.at)
    if filled.to is None and filled.from_ is None and _starts_there(filled, about, ground):
        return replace(filled, from_=filled.at)
    if filled.from_ is not None or filled.to is None:
        return filled
    return replace(filled, from_=_fled(filled.to, about, quantity, passage, ground))


def where_the_force_is(filled: Slots, force: Claim) -> Slots:
    """Let a part of a force fall where the force is: "sent 500 to Somalia. 40 of them died".

    Parameters
    ----------
    force
        The claim that gave the whole.
    """
    where = force.at if force.to is None else force.to
    if filled.at or filled.to or where is None or force.family not in _FROM_HOME:
        return filled
    return replace(filled, at=replace(where, inherited=True))


def _only_left(filled: Slots) -> bool:
    """Whether all that is said is where they left: "evacuates 120 staff from El Fasher"."""
    left, whose = filled.from_, filled.actor
    theirs = left is not None and whose is not None and left.start == whose.start
    return left is not None and not theirs and filled.at is None and filled.to is None


def _ends_there(filled: Slots, about: Topic, ground: Ground) -> bool:
    """Whether those counted have come to where they are: foreign troops, people who returned."""
    brought = about.event is not None and "bring" in about.event.classes
    if filled.at is None or brought or filled.at == filled.from_:
        return False
    if about.family == "deployment" and ground.abroad(filled.from_, filled.at):
        return True
    came = about.family == "displacement" and filled.from_ is not None
    return about.category in words("slots", "carried", "ending") or (
        came and filled.from_ is not None and filled.from_.name != filled.at.name
    )


def _starts_there(filled: Slots, about: Topic, ground: Ground) -> bool:
    """Whether those counted left where it happened: "fighting in Rubaya has displaced 12,000".

    Displaced people who live somewhere have come there from elsewhere; those displaced in a
    country, or brought to safety, may still be there.
    """
    if about.event is None or about.category not in words("slots", "carried", "driven"):
        return False
    verb, at = about.event.token, ground.mention(filled.at)
    if at is None or at.place is None or at.place.kind is Kind.COUNTRY or verb.dep_ == "amod":
        return False
    return verb.pos_ == "VERB" and lemma(verb) not in words("slots", "carried", "safety")


def _fled(
    to: PlaceRef, about: Topic, quantity: Quantity, passage: Passage, ground: Ground
) -> PlaceRef | None:
    """Return the scene that people fled: "Rebels took Rubaya. Some 15,000 escaped to Goma."."""
    if about.category not in words("slots", "carried", "fleeing") or _says_whence(quantity):
        return None
    scene = ground.scenes.left(quantity.anchor, passage)
    left = reference(scene, inherited=True) if scene is not None else None
    if left is None or left.name == to.name:
        return None
    if ground.encloses(left, to):
        return None  # that they come from the province around it tells nothing
    crossed = ground.abroad(left, to)
    return left if crossed or (about.category != "arrivals" and ground.near(left, to)) else None


def _says_whence(quantity: Quantity) -> bool:
    """Whether where they come from is said, if not by a name: "from four provinces"."""
    leads = words("slots", "prepositions", "from")
    said = (clause_verb(quantity.anchor), quantity.noun)
    phrases = (phrase for word in said if word is not None for phrase in children(word, "prep"))
    return any(phrase.lower_ in leads for phrase in phrases)


def _in_scene(
    filled: Slots,
    about: Topic,
    stance: Stance,
    quantity: Quantity,
    passage: Passage,
    ground: Ground,
) -> Slots:
    anchor, scenes = quantity.anchor, ground.scenes
    at = ground.mention(filled.at)
    if at is not None:
        inner = scenes.narrower(at, anchor, passage)
        return replace(filled, at=reference(inner)) if inner is not at else filled
    if filled.at or (filled.to and about.family in words("slots", "carried", "moving")):
        return filled
    leaves = about.category in words("slots", "carried", "leaving")
    leaves = leaves or (about.family == "deployment" and filled.to is None)
    aside = [ref.start for ref in (filled.to, None if leaves else filled.from_) if ref is not None]
    starts = [start for start in aside if start is not None]
    own = scenes.own(anchor, passage, starts, left=leaves)
    if own is not None:
        return replace(filled, at=reference(own))
    has = host(anchor, passage, ground.mentions)
    if has is not None and has.start not in starts:
        return replace(filled, at=reference(has))
    scene = scenes.told(anchor, passage, starts) if _carries(about, quantity, stance) else None
    return filled if scene is None else _at_scene(filled, about, anchor, passage, scene, ground)


def _at_scene(
    filled: Slots, about: Topic, anchor: Token, passage: Passage, scene: Mention, ground: Ground
) -> Slots:
    """Put a count where the story is, unless it is that of another country."""
    told_before = scene.start < passage.span(sentence_of(anchor))[0]
    at_scene = reference(scene, inherited=told_before)
    own = about.family == "casualties" or about.category in words("slots", "carried", "at_home")
    if own and ground.abroad(filled.from_ or filled.actor, at_scene):
        return filled  # the dead of another country may have died anywhere
    own_count = reporter(anchor, passage, ground.mentions)
    if own_count and ground.country(reference(own_count)) != ground.country(at_scene):
        return filled
    return replace(filled, at=at_scene)


def _carries(about: Topic, quantity: Quantity, stance: Stance) -> bool:
    """Whether a figure is about what the sentences before told; plans look elsewhere."""
    if quantity.kind in words("slots", "carried", "never"):
        return False
    family = about.family in words("slots", "carried", "families")
    family = family or _befell(about)
    kind = quantity.kind in words("slots", "carried", "kinds")
    if about.category == "other" and describes(quantity.anchor):
        return False
    return (family or kind) and stance.status is not Status.PLANNED


def _befell(about: Topic) -> bool:
    """Whether things were destroyed where the story is: no deed that somebody tells of himself."""
    if about.event is None or about.category not in words("slots", "carried", "categories"):
        return False
    doer = subject(about.event.token)
    return doer is None or doer.pos_ != "PRON"


def _at_home(filled: Slots, about: Topic, quantity: Quantity, ground: Ground) -> Slots:
    """Leave out where people come from if that only repeats whose they are.

    A party that loses soldiers or moves them inside its own country is their side, not their
    origin; nor does who took a town say where the town comes from.
    """
    if filled.from_ is None or filled.actor is None or filled.from_.start != filled.actor.start:
        return filled
    moves = about.family in words("slots", "carried", "origins")
    moves = moves or quantity.kind in words("slots", "carried", "peoples")
    gone = filled.to is not None or ground.abroad(filled.from_, filled.at)
    moves = moves or (gone and quantity.kind in words("slots", "carried", "citizens"))
    home = ground.country(filled.to or filled.at)
    within = about.family in _FROM_HOME and home == ground.country(filled.from_)
    # "The army deployed 9,000 men to the south": their own south, if no other place is named.
    own = about.event is not None and lemma(about.event.token) in words(
        "slots", "carried", "homely"
    )
    brought = about.event is not None and "bring" in about.event.classes
    within = (within and bool(home) and not brought) or (own and home is None and filled.to is None)
    return replace(filled, from_=None) if not moves or within else filled
