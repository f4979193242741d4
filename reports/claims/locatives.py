"""Where a sentence is: its places, ranked by grammar, distance and kind."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from geo.mention import Mention
from geo.place import Kind, Role
from reports.claims.mentioned import Named
from reports.claims.placing import FAIR, FIRM, hold, is_heading, is_local, lead_word
from reports.lexicon import words
from reports.syntax import SUBJECTS, VERBAL, children, path

_UNJOINED = 9  # clauses between words that share no verb
_BEFORE = 2  # clauses between a word and what stands before a semicolon
_PER_LETTER = 0.004  # strength that a place loses with its distance
_FARTHEST = 0.9
_ELSEWHERE = 2.0  # "37 were killed, and 100 fled to Daraa": not there
_ASIDE = 2.5  # strength by which a narrower place may fall behind
_FLOOR = -3.0
_SMALL = 50  # letters between a town that no gazetteer knows and what it lies in
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

    ``token`` is the word of the name, ``hangs_on`` the word that its phrase belongs to;
    ``strength`` says how plainly the grammar makes it the place of what is told
    (`reports.claims.placing`). ``leaves`` marks where something comes from, ``reached`` where it
    goes.
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
    found: dict[int, Locative] = {}
    for token in sentence:
        mention = names.get(token.i)
        if mention is None or mention.start in found:
            continue
        place = _locative(_head(token, mention, names), mention, names)
        if place.strength:
            found[mention.start] = place
    return list(found.values())


def _locative(token: Token, mention: Mention, names: Named) -> Locative:
    held = hold(token, mention, names)
    strength = held.strength
    if mention.role is not Role.LITERAL:
        # Those who act in a name are in no phrase of place: "went off in the market of Quetta".
        plain = strength == FIRM and (token.dep_ == "pobj" or is_heading(token))
        acts = mention.role is not Role.METONYM or not is_local(mention)
        strength = FAIR if plain and not acts else 0.0
    lead = lead_word(token)
    return Locative(
        mention=mention,
        token=token,
        hangs_on=held.token,
        strength=strength,
        leaves=lead in words("slots", "prepositions", "from"),
        reached=lead in words("slots", "prepositions", "goal"),
    )


def _head(token: Token, mention: Mention, names: Named) -> Token:
    """Climb to the word of a name by which it hangs on the rest."""
    while token.head.i != token.i and names.get(token.head.i) is mention:
        token = token.head
    return token


def best(places: Sequence[Locative], token: Token, floor: float = _FLOOR) -> Locative | None:
    """Choose the place of a word: the plainest and nearest, then the most detailed around it.

    Parameters
    ----------
    floor
        What strength and nearness must come to: above 0, the place stands in the word's own clause
        or right beside it.
    """
    scored = [(_score(place, token), place) for place in places]
    ranked = [(score, place) for score, place in scored if score > floor]
    if not ranked:
        return None
    score, chosen = max(ranked, key=lambda pair: pair[0])
    for other_score, other in ranked:
        inside = is_within(other.mention, chosen.mention) or chosen.hangs_on.i == other.token.i
        if other_score > score - _ASIDE and inside:
            chosen = other
    return chosen


def detail(mention: Mention) -> int:
    """Return how much a place says: a town more than its province; nothing is known of no place."""
    return _DETAIL[mention.place.kind] if mention.place is not None else -1


def is_within(inner: Mention, outer: Mention) -> bool:
    """Whether one place plainly lies in the other and says more: Novi Sad in Serbia."""
    a, b = inner.place, outer.place
    if b is None:
        return False
    if a is None:
        # "Kuriga in the state of Kaduna": no gazetteer lacks a state.
        return _DETAIL[b.kind] <= _DETAIL[Kind.ADM1] and 0 < outer.start - inner.end < _SMALL
    if _DETAIL[a.kind] <= _DETAIL[b.kind]:
        return False
    if b.kind is Kind.COUNTRY:
        return a.country is not None and a.country == b.country
    if b.kind is Kind.REGION:
        return _DETAIL[a.kind] > _DETAIL[Kind.ADM1] and b.country in (None, a.country)
    return b.kind is Kind.ADM1 and a.adm1 is not None and a.adm1 == b.adm1


def _score(place: Locative, token: Token) -> float:
    gap = abs(place.token.idx - token.idx) * _PER_LETTER
    between = _clauses_between(place, token)
    elsewhere = _ELSEWHERE if between and (place.reached or _is_next(place, token)) else 0.0
    return place.strength - between - elsewhere - min(gap, _FARTHEST)


def _is_next(place: Locative, token: Token) -> bool:
    """Whether a place stands in a joined clause that follows, with somebody else as its subject."""
    verb = next((node for node in path(place.hangs_on) if node.pos_ in VERBAL), None)
    joined = verb is not None and verb.dep_ == "conj" and verb.i > token.i
    return joined and verb is not None and bool(children(verb, *SUBJECTS))


def _clauses_between(place: Locative, token: Token) -> int:
    """Count the clauses from a place up and down to a word."""
    if _is_of_another_figure(place, token):
        return _UNJOINED
    first, second = list(_verbs(place.hangs_on)), list(_verbs(token))
    shared = next((verb for verb in first if verb in second), None)
    if shared is not None:
        return first.index(shared) + second.index(shared)
    if not first and not second:
        return 0
    before = place.token.i < token.i and place.strength >= FIRM
    return _BEFORE if before else _UNJOINED


def _is_of_another_figure(place: Locative, token: Token) -> bool:
    """Whether a place belongs to a number of its own: "38 deaths, including 11 in Sange"."""
    of = place.hangs_on
    counted = of.like_num or any(child.like_num for child in children(of, "nummod"))
    return counted and of.i not in (token.i, token.head.i) and of.dep_ != "conj"


def _verbs(token: Token) -> Iterator[int]:
    for node in path(token):
        if node.pos_ in VERBAL:
            yield node.i
