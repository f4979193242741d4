"""The status of a figure: its clause, what describes it, and who speaks of whose losses."""

from collections.abc import Sequence

from spacy.tokens import Token

from geo.sentences import text_of
from reports.claim import Claim, PlaceRef, Stance, Status
from reports.claims.categories import Topic
from reports.claims.events import PATIENT, Event
from reports.claims.status import stance, stance_of_description, words_ahead
from reports.lexicon import words
from reports.quantities import Quantity
from reports.syntax import NOMINAL, VERBAL, children, lemma, path, subject

PLAIN = Stance(Status.REPORTED)
"""What the report plainly says."""

_STEM = 5  # letters that a country and its adjective share ("Ukraine", "Ukrainian")
_APART = frozenset({",", "(", "–", "—"})
_WEAK = frozenset({Status.REPORTED, Status.ESTIMATED})


def standing(quantity: Quantity, happening: Sequence[Event]) -> Stance:
    """Read the status of a figure above it and in what describes it ("soldiers who will be sent").

    Parameters
    ----------
    happening
        What happens around the figure.
    """
    found = stance(quantity.anchor)
    if found.status not in _WEAK:
        return found
    counted = (quantity.anchor, quantity.noun, quantity.of)
    if quantity.whole is not None or (quantity.of is not None and _is_definite(quantity.of)):
        counted = (quantity.anchor, None, None)  # of "600 of the 900 promised" it is the 900
    own = {token.i for token in counted if token is not None}
    for event in happening:
        describes = event.token.dep_ in ("acl", "relcl") and event.token.head.i in own
        if describes and event.token.pos_ in VERBAL:
            described = stance_of_description(event.token)
            if described.status is Status.PLANNED or (described != PLAIN and found == PLAIN):
                return described
    return found


def _is_definite(of: Token) -> bool:
    """Whether a part is of known things: "110 of the tanks it promised"."""
    return any(det.lower_ in words("numbers", "not_figures", "definite") for det in of.lefts)


def outlook(quantity: Quantity, happening: Sequence[Event]) -> tuple[Stance, Status]:
    """Read the status of a figure, and the one by which its category is chosen.

    Who could send 400 soldiers has sent none, however likely it is: that is an estimate, of
    something to come.
    """
    found = standing(quantity, happening)
    if found.status not in _WEAK or not (cue := _ahead(quantity, happening)):
        return found, found.status
    return (Stance(Status.ESTIMATED, cue) if found == PLAIN else found), Status.PLANNED


def _ahead(quantity: Quantity, happening: Sequence[Event]) -> str:
    """Return the word by which something may yet be done; "" where none does."""
    people = quantity.kind in words("status", "ahead", "people")
    for event in happening:
        deed = event.classes & words_ahead() and (people or event.part == PATIENT)
        if deed and (cue := _looks_ahead(event.token)):
            return cue
    return ""


def _looks_ahead(deed: Token) -> str:
    """Read "could send", "is likely to send" and "the possible sending of"."""
    if deed.pos_ not in VERBAL:
        before = (left.lower_ for left in children(deed, "amod"))
        return next((word for word in before if word in words("status", "ahead", "words")), "")
    auxiliaries = children(deed, "aux")
    if any(lemma(aux) == "have" for aux in auxiliaries):
        return ""  # "could have sent 400"
    for aux in auxiliaries:
        if aux.tag_ == "MD" and aux.lower_ in words("status", "ahead", "modals"):
            return aux.lower_
        if aux.tag_ == "TO" and {lemma(deed.head), deed.head.lower_} & words(
            "status", "ahead", "words"
        ):
            return deed.head.lower_
    shared = deed.dep_ == "conj" and deed.tag_ == "VB" and deed.head.pos_ in VERBAL
    return _looks_ahead(deed.head) if shared else ""


def is_told(quantity: Quantity) -> bool:
    """Whether a size or distance is what its sentence says, and does not only describe a thing."""
    anchor, start = quantity.anchor, quantity.amount.start
    if text_of(anchor.doc)[max(0, start - 2) : start].strip() in _APART:
        return False
    for node in path(anchor):
        if node.pos_ in VERBAL:
            return True
        if node.pos_ in NOMINAL and node.i != anchor.i:
            return False
    return True


def restated(found: Stance, same: Claim) -> Stance:
    """Let a figure that restates an estimate be one, unless it says otherwise."""
    return same.stance if found == PLAIN and same.stance.status is Status.ESTIMATED else found


def contested(
    found: Stance,
    about: Topic,
    sources: tuple[str, ...],
    sufferer: PlaceRef | None,
    noun: Token | None,
) -> Stance:
    """Turn plain reporting into a claim where a party to a fight speaks of the other side's losses.

    Parameters
    ----------
    sufferer
        Whose the killed or lost are.
    noun
        What they are called ("rebels").
    """
    losses = about.category in words("status", "belligerents", "categories")
    if losses and found.status is Status.REPORTED and (cue := _enemy(about)):
        return Stance(Status.CLAIMED, cue)
    fighting = [source for source in sources if _is_belligerent(source) or _has_forces(about)]
    if found.status is not Status.REPORTED or not losses or not fighting:
        return found
    speaker = fighting[-1]
    others = sufferer is not None and sufferer.name.lower()[:_STEM] not in speaker.lower()
    enemies = noun is not None and lemma(noun) in words("status", "belligerents", "enemies")
    claims = others or enemies or _is_own_deed(about)
    return Stance(Status.CLAIMED, speaker) if claims else found


def _enemy(about: Topic) -> str:
    """Return "enemy" where losses are told as the enemy's: only a party to the fight says so."""
    verb = about.event.token if about.event is not None else None
    nouns = children(verb, "dobj", "nsubj", "nsubjpass") if verb is not None else []
    whose = [left for noun in nouns for left in noun.lefts if left.dep_ in ("poss", "compound")]
    return next((left.lower_ for left in whose if lemma(left) == "enemy"), "")


def _is_belligerent(source: str) -> bool:
    return any(name in source.lower() for name in words("status", "belligerents", "names"))


def _has_forces(about: Topic) -> bool:
    """Whether the speaker's forces did it: "Kyiv said its forces had killed 300"."""
    doer = subject(about.event.token) if about.event is not None else None
    forces = doer is not None and lemma(doer) in words("status", "belligerents", "forces")
    return forces and _is_own_deed(about)


def _is_own_deed(about: Topic) -> bool:
    """Whether the speaker did it: "the army says it killed 96 attackers"."""
    event = about.event
    if event is None or event.part != PATIENT or "lose" in event.classes:
        return False
    doer = subject(event.token)
    if doer is None:
        return False
    own = doer.lower_ in words("status", "belligerents", "pronouns")
    return own or any(left.tag_ == "PRP$" for left in doer.lefts)
