"""What a report says of a number without giving one: "many more wounded", "heavy losses".

Such mentions are listed, so that nobody thinks a report said no more than its figures, and never
counted. They are found by words that say how many or how much, and by what these stand before;
`reports.bare_plurals` finds those without such a word.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from geo.passage import Passage
from geo.sentences import sentence_of
from reports.bare_plurals import bare_plural
from reports.claim import Claim
from reports.lexicon import words
from reports.quantities.units import counted
from reports.syntax import lemma

_LEXICON = "unquantified"
_WIDEST = 6  # words between "additional" and "troops"
_DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "VERB"})
_OWNING = frozenset({"the", "its", "his", "her", "their", "our", "these", "those", "them"})


@dataclass(frozen=True, slots=True)
class Unquantified:
    """A mention at ``text[start:end]`` of a report, and where its sentence is."""

    start: int
    end: int
    text: str
    sentence_start: int
    sentence_end: int


def unquantified(passages: Sequence[Passage], claims: Sequence[Claim]) -> list[Unquantified]:
    """Find what is said to be many, more or heavy without a number.

    Parameters
    ----------
    passages
        The parsed blocks of a report.
    claims
        Its figures, in the order of the text: what is part of one is no mention without a number.

    Returns
    -------
    list of Unquantified
        In the order of the text, without overlaps.
    """
    found: list[Unquantified] = []
    for passage in passages:
        for first, last in _spans(passage):
            start, end = passage.span(first)[0], passage.span(last)[1]
            if (not found or found[-1].end <= start) and not _is_counted(start, end, claims):
                text = passage.doc.text[start - passage.start : end - passage.start]
                sentence = passage.span(sentence_of(first))
                found.append(Unquantified(start, end, text, *sentence))
    return found


def _is_counted(start: int, end: int, claims: Sequence[Claim]) -> bool:
    at = bisect_left(claims, end, key=lambda claim: claim.start)
    return at > 0 and claims[at - 1].end > start


def _spans(passage: Passage) -> Iterator[tuple[Token, Token]]:
    """Give the first and the last token of each mention of a passage."""
    for token in passage.doc:
        if token.lower_ in words(_LEXICON, "many", "words"):
            last = _last_of_many(token) if _is_free(token) else None
        elif token.lower_ in words(_LEXICON, "much", "words"):
            last = _last_of_much(token) if _is_free(token) else None
        elif token.lower_ in ("a", "an"):
            last = _last_of_container(_following(token), plain=True)
        else:
            last = None
        if last is not None:
            yield token, last
        elif (first := bare_plural(token)) is not None:
            yield first, token


def _is_free(token: Token) -> bool:
    """Whether a word that counts stands for itself: not "600 more", "no more", "more modern"."""
    before = token.nbor(-1) if token.i > sentence_of(token).start else None
    if before is not None and (before.like_num or before.lower_ in words(_LEXICON, "many", "none")):
        return False
    if token.lower_ not in words(_LEXICON, "many", "comparing"):
        return True
    behind = _following(token)
    if not behind or any(other.lower_ == "than" for other in behind):
        return False
    return not _compares(token, behind)


def _compares(token: Token, behind: Sequence[Token]) -> bool:
    """Whether "more" tells of a quality: "more modern tanks", but not "more armoured vehicles"."""
    if behind[0].lower_ in words(_LEXICON, "fates", "words"):
        return False
    is_named = len(behind) > 1 and counted(f"{behind[0].lower_} {lemma(behind[1])}") is not None
    of_quality = token.dep_ == "advmod" and token.head.pos_ in ("ADJ", "ADV", "VERB")
    return not is_named and (of_quality or behind[0].pos_ in ("ADJ", "ADV"))


def _following(token: Token) -> list[Token]:
    """Give the few words behind a token, within its sentence."""
    end = min(token.i + 1 + _WIDEST, sentence_of(token).end)
    return list(token.doc[token.i + 1 : end])


def _last_of_many(token: Token) -> Token | None:
    """Find where "many more wounded", "additional troops" or "many of its men" ends."""
    behind = _following(token)
    while behind and behind[0].lower_ in words(_LEXICON, "many", "words"):
        behind = behind[1:]
    fate = _fate(behind)
    if fate is not None:
        return fate
    if behind and behind[0].lower_ == "of":
        behind = behind[1:]
        if behind and behind[0].lower_ in _OWNING:
            behind = behind[1:]
    return _noun(behind, *_COUNTED)


_COUNTED = ("sums", "mass", "counted")


def _last_of_much(token: Token) -> Token | None:
    """Find where "heavy losses" or "significant quantities of weaponry" ends."""
    behind = _following(token)
    container = _last_of_container(behind, plain=False)
    if container is not None:
        return container
    is_mass = token.lower_ in words(_LEXICON, "much", "mass")
    return _noun(behind, "sums", *(("mass",) if is_mass else ()))


def _last_of_container(behind: Sequence[Token], *, plain: bool) -> Token | None:
    """Find where "numbers of troops" ends; ``plain`` asks for one that needs no adjective."""
    nouns = words(_LEXICON, "nouns", "plain" if plain else "containers")
    for place, token in enumerate(behind):
        if lemma(token) in nouns:
            rest = behind[place + 1 :]
            return _noun(rest[1:], *_COUNTED) if rest and rest[0].lower_ == "of" else None
        if plain or token.pos_ not in _DESCRIBING:
            return None
    return None


def _fate(behind: Sequence[Token]) -> Token | None:
    """Find "wounded" in "more wounded" and "others were reported wounded"."""
    for token in behind:
        if token.lower_ in words(_LEXICON, "fates", "words"):
            is_adjective = token.dep_ == "amod" and token.head.i > token.i
            return None if is_adjective else token
        if token.lower_ not in words(_LEXICON, "fates", "between"):
            return None
    return None


def _noun(behind: Sequence[Token], *kinds: str) -> Token | None:
    """Find the noun that a phrase ends in, if it is of a kind that can be many."""
    last: Token | None = None
    for token in behind:
        if token.like_num or (token.pos_ not in _DESCRIBING and token.text != "-"):
            break
        if token.pos_ in ("NOUN", "PROPN") or token.lower_ in words(_LEXICON, "fates", "words"):
            last = token
        elif last is not None:
            break
    return last if last is not None and any(_is_kind(last, kind) for kind in kinds) else None


def _is_kind(token: Token, kind: str) -> bool:
    if kind != "counted":
        return lemma(token) in words(_LEXICON, "nouns", kind)
    found = counted(lemma(token)) or counted(token.lower_)
    return found is not None and found.kind not in words(_LEXICON, "nouns", "left_out")
