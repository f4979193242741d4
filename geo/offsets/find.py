"""From distances to what they are measured from, and to what lies there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from geo.lexicon import lexicon, words
from geo.mention import Mention
from geo.offsets.offset import Offset
from geo.offsets.phrases import Phrase, phrases
from geo.passage import Passage
from geo.place import Role

REACH = 9
"""Words between a distance and the names on either side of it, at most."""

POSSESSIVE = len("'s")

Named = Mapping[int, Mention]
"""Mentions by the number of each of their words in the passage."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a distance is measured from, whether from its border, and where the words for it end."""

    mention: Mention
    border: bool
    end: int


def offsets(passages: Sequence[Passage], mentions: Sequence[Mention]) -> list[Offset]:
    """Find what a report locates by a distance from one of its places.

    Parameters
    ----------
    passages
        The parsed blocks of one report, in order.
    mentions
        Its place names, as :func:`geo.toponyms.toponyms` gives them.

    Returns
    -------
    list of Offset
        In the order of the text. A distance from what no name tells is none ("from the front"), nor
        is the length of a way ("by road") or of a move ("advanced 3 km from").
    """
    return [found for passage in passages for found in _in_passage(passage, mentions)]


def _in_passage(passage: Passage, mentions: Sequence[Mention]) -> Iterator[Offset]:
    text = passage.doc.text
    last = passage.start + len(text)
    here = [one for one in mentions if passage.start <= one.start and one.end <= last]
    if not here:
        return
    named = _named(passage, here)
    for phrase in phrases(text):
        if _is_way(passage, phrase):
            continue
        anchor = _anchor(passage, phrase, named)
        if anchor is not None:
            yield _offset(passage, phrase, named, anchor)


def _offset(passage: Passage, phrase: Phrase, named: Named, anchor: Anchor) -> Offset:
    start = passage.start + phrase.start
    located = _located(passage, phrase, named) or _other_end(passage, phrase, named, anchor.mention)
    return Offset(
        start=start,
        end=anchor.end,
        text=passage.doc.text[phrase.start : anchor.end - passage.start],
        low_m=phrase.length.low_m,
        high_m=phrase.length.high_m,
        approx=phrase.length.approx,
        within=phrase.length.within,
        bearing=phrase.bearing,
        anchor=anchor.mention,
        border=anchor.border,
        located=located if located is not anchor.mention else None,
    )


def _named(passage: Passage, mentions: Sequence[Mention]) -> Named:
    found: dict[int, Mention] = {}
    for one in mentions:
        span = passage.doc.char_span(
            one.start - passage.start, one.end - passage.start, alignment_mode="expand"
        )
        found |= {token.i: one for token in span or ()}
    return found


def _token_at(passage: Passage, offset: int) -> Token | None:
    """Give the first word that ends behind an offset of the passage."""
    span = passage.doc.char_span(
        offset, min(len(passage.doc.text), offset + 1), alignment_mode="expand"
    )
    return span[0] if span else None


def _is_way(passage: Passage, phrase: Phrase) -> bool:
    """Tell whether a distance is one that somebody or something covers."""
    after = passage.doc.text[phrase.unit_end : phrase.unit_end + 16].lower().lstrip(" -")
    if after.startswith(tuple(lexicon("offsets")["led"]["ways"])):
        return True
    unit = _token_at(passage, phrase.unit_end - 1)
    moved = unit is not None and unit.head.lemma_.lower() in words("offsets", "led", "covered")
    return moved and phrase.bearing is None


def _anchor(passage: Passage, phrase: Phrase, named: Named) -> Anchor | None:
    """Find the name that a distance leads up to."""
    first = _token_at(passage, phrase.end)
    owner: Mention | None = None
    border, end = False, 0
    at = first.i if first is not None else len(passage.doc)
    for token in passage.doc[at : at + REACH]:
        mention = named.get(token.i)
        if mention is None and token.lower_ not in _led():
            break
        if mention is None:
            border = border or token.lower_ in words("offsets", "led", "edges")
            end = passage.span(token)[1]
            if border and owner is not None:
                return Anchor(owner, border, end)
        elif mention.role is Role.DEMONYM or _owns(token, named):
            owner, end = mention, 0
        else:
            return None if _names_another(token, named) else Anchor(mention, border, mention.end)
    part = owner is not None and owner.role is not Role.DEMONYM and end > owner.end + POSSESSIVE
    return Anchor(owner, border, end) if owner is not None and part else None


@cache
def _led() -> frozenset[str]:
    kinds = lexicon("types")["of"].values()
    return words("offsets", "led", "words").union(words("offsets", "led", "edges"), *kinds)


def _owns(token: Token, named: Named) -> bool:
    """Tell whether a name is followed by what belongs to it: "Ukraine's border"."""
    after = _behind(token, named)
    return after is not None and after.tag_ == "POS"


def _names_another(token: Token, named: Named) -> bool:
    """Tell whether the name only describes a thing of its own: "the Kursk nuclear plant"."""
    after = _behind(token, named)
    if after is None or after.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return False
    heads = {token.head, *(other.head for other in token.subtree)}
    return token.dep_ in {"compound", "nmod", "amod"} and any(head.i >= after.i for head in heads)


def _behind(token: Token, named: Named) -> Token | None:
    """Give the word behind the whole name that a word belongs to."""
    mention, at = named[token.i], token.i
    while at < len(token.doc) and named.get(at) is mention:
        at += 1
    return token.doc[at] if at < len(token.doc) else None


def _located(passage: Passage, phrase: Phrase, named: Named) -> Mention | None:
    """Find the place that a distance is said of: "X, a town 40 km south of", "X lies 40 km"."""
    first = _token_at(passage, phrase.start)
    if first is None:
        return None
    for token in reversed(passage.doc[max(0, first.i - REACH) : first.i]):
        mention = named.get(token.i)
        if mention is not None:
            return mention if mention.role in {Role.LITERAL, Role.METONYM} else None
        if token.lower_ not in words("offsets", "led", "located"):
            return None
    return None


def _other_end(passage: Passage, phrase: Phrase, named: Named, anchor: Mention) -> Mention | None:
    """Find the far end of "40 km from X to Y"."""
    if phrase.bearing is not None or phrase.length.within:
        return None
    words_of_anchor = [token for token in passage.doc if named.get(token.i) is anchor]
    behind = _behind(words_of_anchor[-1], named)
    if behind is None or behind.lower_ != "to":
        return None
    return next((named[i] for i in range(behind.i + 1, behind.i + 3) if i in named), None)
