"""How plainly the grammar makes a name the place of what a sentence tells."""

from dataclasses import dataclass

from spacy.tokens import Token

from geo.mention import Mention
from geo.place import Kind
from geo.sentences import sentence_of
from reports.claims.mentioned import Named
from reports.lexicon import words
from reports.syntax import OBJECTS, SUBJECTS, VERBAL, children, is_passive, lemma

FIRM, FAIR, WEAK = 3.0, 2.0, 1.0
"""Strengths: "in Goma", "seized Goma", "police in Goma said"."""

WITHIN = frozenset({"compound", "nmod", "appos", "poss", "amod", "conj", "nummod", "det"})
_LONGEST = 10  # steps from a name up to what its phrase hangs on
_METROPOLIS = 1_000_000
_HEADING = 3  # words of a heading


@dataclass(frozen=True, slots=True)
class Hold:
    """What the phrase of a name hangs on, and how plainly it says where; 0 is not at all."""

    token: Token
    strength: float


def hold(token: Token, mention: Mention, names: Named) -> Hold:
    """Climb from a name to what its phrase hangs on.

    Parameters
    ----------
    token
        The word of the name, or the word that stands for it, by which it hangs on the rest.
    names
        The mentions over the words of the passage.
    """
    if is_heading(token):
        return Hold(token, FIRM)
    if token.dep_ == "advmod":
        return Hold(token.head, FIRM)  # "there"
    if token.i + 1 < len(token.doc) and token.nbor(1).text == "-":
        return Hold(token, 0.0)  # "the Kyiv-appointed administration"
    return _climbed(token, mention, names)


def _climbed(token: Token, mention: Mention, names: Named) -> Hold:
    weight = FIRM
    for _ in range(_LONGEST):
        head = token.head
        if head.i == token.i or head.pos_ in VERBAL:
            return Hold(head, min(weight, _as_argument(token)))
        if token.dep_ in WITHIN:
            # "Haiti's Artibonite region", "Minsk and Brest"; but "Novi Sad, Serbia"
            other = head.i in names and names[head.i].start != mention.start
            weight = min(weight, WEAK) if other and token.dep_ == "appos" else weight
            token = head
        elif head.pos_ == "ADP" or head.dep_ in ("prep", "agent"):
            owner, strength = _owner(head), min(weight, _by_preposition(head))
            if owner.dep_ == "appos" and owner.head.i in names:
                strength = min(strength, WEAK)  # "Mayotte, an island in the Indian Ocean"
            if strength or head.lower_ not in words("slots", "prepositions", "through"):
                return Hold(owner, _as_stage(head, strength, mention))
            token, weight = owner, min(weight, _bearing(head))
            if token.dep_ == "advmod":
                return Hold(token.head, weight)  # "struck west of Herat"
        else:
            break
    return Hold(token, 0.0)


def is_heading(token: Token) -> bool:
    """Whether a name stands before a colon at the start of its sentence: "Sumy Oblast: …"."""
    sentence = sentence_of(token)
    if token.i - sentence.start > _HEADING:
        return False
    ahead = token.doc[token.i + 1 : min(token.i + _HEADING + 1, sentence.end)]
    colon = next((word.i for word in ahead if word.text == ":"), None)
    if colon is None:
        return False
    return not any(word.pos_ in VERBAL for word in token.doc[sentence.start : colon])


def lead_word(token: Token) -> str:
    """Return the word that leads up to a name, or to the names that it is joined to."""
    for _ in range(_LONGEST):
        if token.dep_ not in WITHIN or token.head.i == token.i:
            break
        token = token.head
    return str(token.head.lower_)


def is_local(mention: Mention) -> bool:
    """Whether a name is that of less than a country."""
    return mention.place is not None and mention.place.kind is not Kind.COUNTRY


def _owner(preposition: Token) -> Token:
    """Return what a preposition hangs on, behind others: "out of", "away from"."""
    head = preposition.head
    while head.pos_ == "ADP" and head.head.i != head.i:
        head = head.head
    return head


def _by_preposition(preposition: Token) -> float:
    lead, above = preposition.lower_, preposition.head
    if preposition.dep_ == "agent" or above.lower_ in words("slots", "prepositions", "unlike"):
        return 0.0
    if lead == "between":
        return FIRM if lemma(above) in words("slots", "bordering", "ways") else 0.0
    if lead in words("slots", "prepositions", "from"):
        return WEAK if above.pos_ in VERBAL else 0.0
    if lead in words("slots", "prepositions", "goal") and is_under_way(above):
        return 0.0
    if lemma(above) in words("slots", "arrives", "awaited") and above.pos_ in ("VERB", "ADJ"):
        return 0.0
    fair = words("slots", "prepositions", "goal") | words("slots", "prepositions", "passed")
    firm = words("slots", "prepositions", "at")
    return FIRM if lead in firm else FAIR if lead in fair else 0.0


def is_under_way(above: Token) -> bool:
    """Whether somebody is not there yet: "on their way to Goma", "are being sent to Goma"."""
    if lemma(above) in words("slots", "arrives", "ways"):
        return True
    helpers = children(above, "aux", "auxpass")
    going = above.tag_ == "VBG" and any(lemma(one) == "be" for one in helpers)
    return going or any(one.tag_ == "VBG" for one in helpers)


def _bearing(preposition: Token) -> float:
    """Weigh "of": "the port of Odesa" is there, "30 km north of Bol" is not."""
    above = preposition.head
    if lemma(above).split("-")[-1] not in words("slots", "bordering", "bearings"):
        return FIRM
    return 0.0 if children(above, "npadvmod", "nummod") else FAIR


def _as_stage(preposition: Token, strength: float, mention: Mention) -> float:
    """Weigh down where somebody spoke, who spoke, and to whom."""
    owner = _owner(preposition)
    if owner.dep_ in OBJECTS and lemma(owner.head) in words("slots", "spoken", "addressing"):
        return 0.0  # "told lawmakers in Seoul"
    speaker = owner.dep_ in SUBJECTS and _speaks(owner.head)
    if not speaker and not _speaks(owner):
        return strength
    if _opens(preposition) and not _is_metropolis(mention):
        return min(strength, FAIR)
    return min(strength, WEAK) if speaker and _is_witness(owner, mention) else 0.0


def _speaks(verb: Token) -> bool:
    """Whether a verb says who speaks; "shelling was reported in Nikopol" says where it was."""
    return lemma(verb) in words("slots", "spoken", "verbs") and not is_passive(verb)


def _opens(preposition: Token) -> bool:
    """Whether a phrase sets the scene of what is said: "In Kivu, a governor said"."""
    return preposition.i == sentence_of(preposition).start and preposition.lower_ == "in"


def _is_witness(noun: Token, mention: Mention) -> bool:
    """Whether those who speak do so of what is around them: "residents of", "officials in Surin".

    Officials in a metropolis may speak of the whole country.
    """
    near = words("slots", "spoken", "near")
    if any(child.lower_ in near for child in children(noun, "amod", "compound")):
        return True
    if lemma(noun) in words("slots", "spoken", "witnesses"):
        return True
    town = mention.place is not None and mention.place.kind in (Kind.CITY, Kind.ADM2)
    officials = words("slots", "spoken", "officials")
    return town and not _is_metropolis(mention) and lemma(noun) in officials


def _is_metropolis(mention: Mention) -> bool:
    place = mention.place
    return place is not None and place.kind is Kind.CITY and place.population >= _METROPOLIS


def _as_argument(token: Token) -> float:
    verb = token.head
    if _speaks(verb) or lemma(verb) in words("slots", "bordering", "verbs"):
        return 0.0
    if token.dep_ in ("dobj", "nsubjpass", "attr"):
        return FIRM if lemma(verb) in words("slots", "objects", "at") else FAIR
    return FAIR if token.dep_ in SUBJECTS or verb.i == token.i else WEAK
