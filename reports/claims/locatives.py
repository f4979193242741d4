"""Where a sentence is: its places, ranked by grammar, distance and kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from geo.mention import Mention
from geo.place import Kind, Role
from reports.claims.mentioned import Named
from reports.claims.syntax import SUBJECTS, VERBAL, children, is_passive, lemma, path
from reports.lexicon import words

_WITHIN = frozenset({"compound", "nmod", "appos", "poss", "amod", "conj", "nummod", "det"})
_LONGEST = 10  # steps from a name up to what its phrase hangs on
_FIRM, _FAIR, _WEAK = 3.0, 2.0, 1.0
_UNJOINED = 9  # clauses between words that share no verb
_FLOOR = -3.0
_ELSEWHERE = 1.5  # "37 were killed, and 100 fled to Daraa": not there
_METROPOLIS = 1_000_000
_SMALL = 50  # letters between a town that no gazetteer knows and what it lies in
_PER_LETTER = 0.004  # strength that a place loses with its distance
_FARTHEST = 0.9
_ASIDE = 2.5  # strength by which a narrower place may fall behind
_BEFORE = 2  # clauses between a word and what stands before a semicolon
_DETAIL = {
    Kind.COUNTRY: 0,
    Kind.REGION: 1,
    Kind.WATER: 1,
    Kind.ADM1: 2,
    Kind.LINE: 2,
    Kind.ADM2: 3,
    Kind.CITY: 4,
    Kind.SITE: 5,
}


@dataclass(frozen=True, slots=True)
class Locative:
    """A place at which something in a sentence is.

    ``hangs_on`` is the word that its phrase belongs to; ``strength`` says how plainly the grammar
    makes it the place of what is told: 3 "in Goma", 2 "seized Goma", 1 "police in Goma said".
    ``leaves`` marks where something comes from, ``reached`` where it goes.
    """

    mention: Mention
    token: Token
    hangs_on: Token
    strength: float
    leaves: bool = False
    reached: bool = False


def locatives(sentence: Span, names: Named) -> list[Locative]:
    """Find the places of a sentence at which what it tells may have been, in order.

    Where somebody spoke, what a distance is measured from and what only borders on a place are
    left out.

    Parameters
    ----------
    names
        The mentions over the words of the passage, and the words that stand for places.
    """
    found: list[Locative] = []
    seen: set[int] = set()
    for token in sentence:
        mention = names.get(token.i)
        if mention is None or mention.start in seen:
            continue
        head = _head(token, mention, names)
        seen.add(mention.start)
        hangs_on, strength = _lead(head, mention, names)
        if mention.role is not Role.LITERAL:
            # "went off in the market of Quetta": those who act in its name are in no phrase of place.
            plain = strength == _FIRM and (head.dep_ == "pobj" or _is_heading(head))
            strength = _FAIR if plain and _is_local(mention) else 0.0
        if strength:
            lead = _lead_word(head)
            leaves = lead in words("slots", "prepositions", "from")
            reached = lead in words("slots", "prepositions", "goal")
            found.append(Locative(mention, head, hangs_on, strength, leaves, reached))
    return found


def best(places: Sequence[Locative], token: Token, floor: float = _FLOOR) -> Locative | None:
    """Choose the place of a word: the plainest and nearest, then the most detailed around it.

    Parameters
    ----------
    floor
        What strength and nearness must come to: above 0, the place stands in the word's own clause
        or right beside it.
    """
    ranked = [(_score(place, token), place) for place in places]
    ranked = [(score, place) for score, place in ranked if score > floor]
    if not ranked:
        return None
    score, chosen = max(ranked, key=lambda pair: pair[0])
    for other_score, other in ranked:
        if other_score > score - _ASIDE and (
            is_within(other.mention, chosen.mention) or chosen.hangs_on.i == other.token.i
        ):
            chosen = other
    return chosen


def is_within(inner: Mention, outer: Mention) -> bool:
    """Whether one place plainly lies in the other and says more: Novi Sad in Serbia."""
    a, b = inner.place, outer.place
    if a is None and b is not None:
        # "Kuriga in the state of Kaduna": no gazetteer lacks a state.
        return _DETAIL[b.kind] <= _DETAIL[Kind.ADM1] and 0 < outer.start - inner.end < _SMALL
    if a is None or b is None or a.id == b.id or _DETAIL[a.kind] <= _DETAIL[b.kind]:
        return False
    if b.kind is Kind.COUNTRY:
        return a.country is not None and a.country == b.country
    return b.kind is Kind.ADM1 and a.adm1 is not None and a.adm1 == b.adm1


def _head(token: Token, mention: Mention, names: Named) -> Token:
    """Climb to the word of a name by which it hangs on the rest."""
    for _ in range(_LONGEST):
        if token.head.i == token.i or names.get(token.head.i) is not mention:
            break
        token = token.head
    return token


def _lead(token: Token, mention: Mention, names: Named) -> tuple[Token, float]:
    """Return what the phrase of a name hangs on, and how plainly it says where."""
    if _is_heading(token):
        return token, _FIRM
    if token.dep_ == "advmod":
        return token.head, _FIRM
    if token.i + 1 < len(token.doc) and token.nbor(1).text == "-":
        return token, 0.0  # "the Kyiv-appointed administration"
    weight = _FIRM
    for _ in range(_LONGEST):
        head = token.head
        if head.i == token.i or head.pos_ in VERBAL:
            return head, min(weight, _as_argument(token))
        if token.dep_ in _WITHIN and head.i in names and names[head.i].start != mention.start:
            # "Haiti's central Artibonite region", "Minsk, Brest and Grodno"; "Mayotte, an island in …"
            weight = min(weight, _WEAK) if token.dep_ == "appos" else weight
            token = head
        elif token.dep_ in _WITHIN:
            token = head
        elif head.pos_ == "ADP" or head.dep_ in ("prep", "agent"):
            strength = min(weight, _by_preposition(head))
            if strength or head.lower_ not in words("slots", "prepositions", "through"):
                if _opens(head, mention):
                    return _owner(head), min(strength, _FAIR)
                return _owner(head), strength * _spoken(_owner(head), mention)
            token, weight = _owner(head), min(weight, _bearing(head))
            if token.dep_ == "advmod":
                return token.head, weight  # "struck west of Herat"
        else:
            return head, 0.0
    return token, 0.0


def _lead_word(token: Token) -> str:
    """Return the word that leads up to a name, or to the names that it is joined to."""
    for _ in range(_LONGEST):
        if token.dep_ not in _WITHIN or token.head.i == token.i:
            break
        token = token.head
    return str(token.head.lower_)


def _is_heading(token: Token) -> bool:
    """Whether a name stands before a colon at the start of its sentence: "Sumy Oblast: …"."""
    first = token.sent.start
    words_after = token.doc[token.i : min(token.i + 4, token.sent.end)]
    colon = next((word for word in words_after if word.text == ":"), None)
    return colon is not None and token.i - first <= 3 and not any(
        word.pos_ in VERBAL for word in token.doc[first : colon.i]
    )


def _is_local(mention: Mention) -> bool:
    """Whether a name that acts for its people may still be where it is: "Odesa Oblast: …"."""
    named = mention.role is Role.METONYM and mention.place is not None
    return named and mention.place is not None and mention.place.kind is not Kind.COUNTRY


def _owner(preposition: Token) -> Token:
    """Return what a preposition hangs on, behind others: "out of", "away from"."""
    head = preposition.head
    while head.pos_ == "ADP" and head.head.i != head.i:
        head = head.head
    return head


def _by_preposition(preposition: Token) -> float:
    lead, above = preposition.lower_, preposition.head
    if above.lower_ in words("slots", "prepositions", "unlike"):
        return 0.0
    if preposition.dep_ == "agent":
        return 0.0
    if lead in words("slots", "prepositions", "at"):
        return _FIRM
    if lead == "between":
        return _FIRM if lemma(above) in words("slots", "bordering", "ways") else 0.0
    if lead in words("slots", "prepositions", "goal"):
        return _FAIR
    if lead in words("slots", "prepositions", "from"):
        return _WEAK if above.pos_ in VERBAL else 0.0
    return 0.0


def _bearing(preposition: Token) -> float:
    """Weigh "of": "the port of Odesa" is there, "north of Bangkok" only near it."""
    above = preposition.head
    if lemma(above).split("-")[-1] not in words("slots", "bordering", "bearings"):
        return _FIRM
    return 0.0 if children(above, "npadvmod", "nummod") else _FAIR


def _spoken(hangs_on: Token, mention: Mention) -> float:
    """Weigh down where somebody spoke, and who spoke."""
    if _speaks(hangs_on):
        return 0.0
    if hangs_on.dep_ not in SUBJECTS and hangs_on.dep_ != "dobj":
        return 1.0
    if not _speaks(hangs_on.head):
        return 1.0
    return 1 / _FIRM if _is_witness(hangs_on, mention) else 0.0


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
    small = town and not _is_metropolis(mention)
    return small and lemma(noun) in words("slots", "spoken", "officials")


def _is_metropolis(mention: Mention) -> bool:
    place = mention.place
    return place is not None and place.kind is Kind.CITY and place.population >= _METROPOLIS


def _opens(preposition: Token, mention: Mention) -> bool:
    """Whether a phrase sets the scene of what is said: "In Kivu, a governor said"."""
    first = preposition.i == preposition.sent.start and preposition.lower_ == "in"
    return first and not _is_metropolis(mention)


def _speaks(verb: Token) -> bool:
    """Whether a verb says who speaks; "shelling was reported in Nikopol" says where it was."""
    return lemma(verb) in words("slots", "spoken", "verbs") and not is_passive(verb)


def _as_argument(token: Token) -> float:
    verb = token.head
    if _speaks(verb) or lemma(verb) in words("slots", "bordering", "verbs"):
        return 0.0
    if token.dep_ in SUBJECTS:
        return _FAIR
    if token.dep_ in ("dobj", "nsubjpass", "attr"):
        return _FIRM if lemma(verb) in words("slots", "objects", "at") else _FAIR
    return _FAIR if verb.i == token.i else _WEAK


def _score(place: Locative, token: Token) -> float:
    gap = abs(place.token.idx - token.idx) * _PER_LETTER
    between = _clauses_between(place, token)
    elsewhere = _ELSEWHERE if between and place.reached else 0.0
    return place.strength - between - elsewhere - min(gap, _FARTHEST)


def _clauses_between(place: Locative, token: Token) -> int:
    """Count the clauses from a place up and down to a word."""
    if _is_of_another_figure(place, token):
        return _UNJOINED
    first, second = list(_verbs(place.hangs_on)), list(_verbs(token))
    shared = next((verb for verb in first if verb in second), None)
    if shared is None and (first or second):
        before = place.token.i < token.i and place.strength >= _FIRM
        return _BEFORE if before else _UNJOINED
    if shared is None:
        return 0
    return first.index(shared) + second.index(shared)


def _is_of_another_figure(place: Locative, token: Token) -> bool:
    """Whether a place belongs to a number of its own: "38 deaths, including 11 in Sange"."""
    of = place.hangs_on
    counted = of.like_num or any(child.like_num for child in children(of, "nummod"))
    return counted and of.i != token.i and token.head.i != of.i and of.dep_ != "conj"


def _verbs(token: Token) -> Iterator[int]:
    for node in path(token):
        if node.pos_ in VERBAL:
            yield node.i
