"""Places named together: "in Kursk, Belgorod and Bryansk" is all of them, and not the first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Span, Token

from geo.mention import Mention
from geo.passage import Passage
from geo.place import Role
from reports.claims.locatives import is_within
from reports.claims.mentioned import Named, named
from reports.claims.placing import lead_word
from reports.lexicon import lexicon, words
from reports.syntax import SUBJECTS, VERBAL, children, lemma, path

Lists = Mapping[int, tuple[str, ...]]
"""Places that a list names together, in the report's words, by where the name of each starts."""

NO_PLACES = frozenset({"DATE", "TIME", "EVENT", "LANGUAGE", "LAW", "NORP", "CARDINAL", "ORDINAL"})
"""What the model calls names that are no places; a small town it may take for anything else."""
_LONGEST = 7  # words between two names of a list: "and the neighbouring town of"
_INSIDE = frozenset({",", "'s", "’s"})


@dataclass(frozen=True, slots=True)
class _Name:
    """A name with its first word, its last word and the word by which it hangs on the rest."""

    mention: Mention
    first: int
    last: int
    head: Token


def lists(passages: Sequence[Passage], mentions: Sequence[Mention]) -> Lists:
    """Find the places that a report names together.

    Parameters
    ----------
    mentions
        The mentions of the report, in order.

    Notes
    -----
    What stands between two names of a list is a comma or a conjunction, with no more than articles,
    adjectives, words for kinds of places, and prepositions that mean the same. A place and what it
    lies in ("Goma, North Kivu") are one.
    """
    found: dict[int, tuple[str, ...]] = {}
    for passage in passages:
        for run in _runs(passage, mentions):
            members = _members(run)
            if len(members) > 1:
                called = tuple(member.text for member in members)
                found |= {name.mention.start: called for name in run}
        over = named(passage, mentions)
        for name in _names(passage, over):
            strangers = _strangers(name, over)
            if strangers:
                start = name.mention.start
                found[start] = (*found.get(start, (name.mention.text,)), *strangers)
    return found


def _is_same(one: Mention, other: Mention) -> bool:
    if one.place is None or other.place is None:
        return one.text == other.text
    return one.place.id == other.place.id


def _runs(passage: Passage, mentions: Sequence[Mention]) -> Iterator[list[_Name]]:
    """Give the names of a passage that follow each other with nothing but joints between them."""
    names = _names(passage, named(passage, mentions))
    run = names[:1]
    for before, name in pairwise(names):
        if _is_joined(before, name) or _is_nested(before, name):
            run.append(name)
            continue
        yield from [run] if _has_joint(run) else []
        run = [name]
    yield from [run] if _has_joint(run) else []


def _names(passage: Passage, over: Named) -> list[_Name]:
    found: dict[int, list[int]] = {}
    for number in sorted(over):
        found.setdefault(over[number].start, []).append(number)
    return [
        _Name(over[own[0]], own[0], own[-1], passage.doc[own[0] : own[-1] + 1].root)
        for own in found.values()
    ]


def _strangers(name: _Name, over: Named) -> list[str]:
    """Give what no gazetteer has and a place is joined to: "Farchana", "the villages around"."""
    if name.mention.role is not Role.LITERAL:
        return []
    head = name.head
    others = [*children(head, "conj"), *([head.head] if head.dep_ == "conj" else [])]
    return [
        head.doc[other.left_edge.i : other.i + 1].text
        for other in others
        if _is_unknown(other, over)
    ]


def _is_unknown(word: Token, over: Named) -> bool:
    if any(one.i in over for one in (word, *children(word, "compound", "nmod", "amod", "poss"))):
        return False  # "Mandalay and Sagaing city"
    if word.pos_ == "PROPN":
        return word.ent_type_ not in NO_PLACES
    return word.pos_ == "NOUN" and _is_of_places(word)


def _members(run: Sequence[_Name]) -> tuple[Mention, ...]:
    """Leave out what only says where the name beside it lies."""
    outer = set()
    for one, other in pairwise(run):
        if _is_nested(one, other):
            inside = is_within(other.mention, one.mention)
            outer.add((one if inside else other).mention.start)
    members: list[Mention] = []
    for name in run:
        known = any(_is_same(name.mention, one) for one in members)
        if name.mention.start not in outer and not known:
            members.append(name.mention)
    return tuple(members)


def _between(one: _Name, other: _Name) -> Span:
    return one.head.doc[one.last + 1 : other.first]


def _has_joint(run: Sequence[_Name]) -> bool:
    """Whether more than commas joins some names: "In Kursk, Belgorod said" is no list."""
    conjunctions = words("slots", "listed", "conjunctions")
    gaps = (_between(one, other) for one, other in pairwise(run))
    return any(token.lower_ in conjunctions for gap in gaps for token in gap)


def _is_nested(one: _Name, other: _Name) -> bool:
    """Whether one of two names beside each other says where the other lies."""
    gap = _between(one, other)
    if len(gap) > 1 or any(token.text not in _INSIDE and token.pos_ != "ADP" for token in gap):
        return False
    return is_within(one.mention, other.mention) or is_within(other.mention, one.mention)


def _is_joined(one: _Name, other: _Name) -> bool:
    gap = _between(one, other)
    joints = words("slots", "listed", "conjunctions") | {","}
    if _are_parallel(one, other):
        return True
    if not 0 < len(gap) <= _LONGEST or not any(token.lower_ in joints for token in gap):
        return False
    if not all(_passes(token, one) for token in gap if token.lower_ not in joints):
        return False
    roles = {one.mention.role, other.mention.role}
    if Role.LIKENESS in roles or roles == {Role.LITERAL, Role.DEMONYM}:
        return False
    return not (other.head.dep_ in SUBJECTS and one.head.dep_ not in SUBJECTS)


def _are_parallel(one: _Name, other: _Name) -> bool:
    """Whether names stand in joined phrases: "at a bank in Kirkuk and near a school in Tikrit"."""
    at = words("slots", "prepositions", "at")
    first = {token.i for token in _prepositions(one.head) if token.lower_ in at}
    joined = (token for token in _prepositions(other.head) if token.dep_ == "conj")
    counted = any(token.like_num for token in _between(one, other))
    return not counted and any(to.lower_ in at and to.head.i in first for to in joined)


def _prepositions(head: Token) -> Iterator[Token]:
    """Climb from a name through the phrases that it stands in, up to what they are said of."""
    for token in path(head):
        if token.pos_ in VERBAL:
            return
        if token.pos_ == "ADP":
            yield token


def _passes(token: Token, name: _Name) -> bool:
    """Whether a word between two names leaves them in one list."""
    if token.pos_ == "ADP":
        lead, at = lead_word(name.head), words("slots", "prepositions", "at")
        return token.lower_ in ("of", lead) or {token.lower_, lead} <= at
    if token.pos_ in ("NOUN", "PROPN"):
        return _is_of_places(token)
    return token.pos_ in ("DET", "ADJ", "ADV")


def _is_of_places(noun: Token) -> bool:
    kinds = lexicon("slots")["referents"]["kinds"].values()
    return any(lemma(noun) in nouns for nouns in kinds)
